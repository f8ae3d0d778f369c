"""Makes the virtual environment `.venv` from the lock file that is named, or adds to it, showing how far it is.

Runs on the reader's own Python before anything is installed: standard library only, and a syntax old enough that an
old Python can read it and say what is missing.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
OLDEST = (3, 11)


def main(lock: Path) -> None:
    check_python()
    packages = len(re.findall(r"^[a-zA-Z0-9._-]+(\[.*\])?==", lock.read_text(), re.MULTILINE))
    print(f"Installing {packages} packages into .venv (once; with an empty cache this takes some minutes)", flush=True)
    subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    install(lock, packages)
    compile_modules()
    show("")


def check_python() -> None:
    """End with one sentence where this Python will not do."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"Python 3.11 or newer is needed, and this is {found}. Name another: make PYTHON=python3.12 …")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        sys.exit("Python's module venv is missing. On Debian and Ubuntu: apt install python3-venv")


def install(lock: Path, packages: int) -> None:
    """Run pip; its output is shown only if it fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]
    command += ["--no-compile", "--no-deps", "--require-hashes", "-r", str(lock)]  # the lock names them all
    said, met = [], 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for line in pip.stdout:
            said.append(line)
            if line.startswith(("Collecting", "Requirement already satisfied")):
                met += 1
                show(f"  {min(met, packages)} of {packages} found")
            elif line.startswith("Installing"):
                show("  all found, now unpacking")
    if pip.returncode:
        show("")
        sys.exit("".join(said[-15:]) + "\nThe packages could not be installed; pip's last words stand above.")


def compile_modules() -> None:
    """Compile what was installed on all cores, where pip would use one. What does not compile is never imported."""
    show("  now compiling")
    command = [str(PYTHON), "-m", "compileall", "-qq", "-j", "0", str(ENVIRONMENT / "lib")]
    subprocess.run(command, check=False)


def show(state: str) -> None:
    """Say on one line how far it is; a log file gets no such line."""
    if sys.stdout.isatty():
        print(f"\r{state:<40}", end="" if state else "\r", flush=True)


if __name__ == "__main__":
    main(ROOT / sys.argv[1])
