"""Which processes of this machine belong to a folder: what must be none after an orderly end."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def processes_of(folder):
    """Return the numbers of all processes that work in `folder`, or have it in their command."""
    if not Path("/proc/self").exists():  # macOS
        lines = subprocess.run(["ps", "-axww", "-o", "pid=,command="], capture_output=True, text=True).stdout
        return [int(line.split()[0]) for line in lines.splitlines() if str(folder) in line]
    return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if str(folder) in _traces(entry)]


def _traces(entry):
    try:
        return os.fsdecode((entry / "cmdline").read_bytes()) + os.readlink(entry / "cwd")
    except OSError:  # it has ended meanwhile, or is not ours
        return ""
