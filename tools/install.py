"""Installs a lock file into the virtual environment `.venv`, which is created as needed, and shows the progress.

Runs before anything is installed: with the standard library only, and in a syntax that even an old Python can parse, to
print that it is too old.
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
    """Create the environment and install a lock file."""
    check_python()
    packages = len(re.findall(r"^[a-zA-Z0-9._-]+(\[.*\])?==", lock.read_text(), re.MULTILINE))
    print(f"Installing {packages} packages into .venv (once; with an empty cache this takes some minutes)", flush=True)
    subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    install(lock, packages)
    compile_modules()
    show("")


def check_python() -> None:
    """Exit with one sentence if this Python is too old or lacks the module venv."""
    if sys.version_info < OLDEST:
        version = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"Python 3.11 or newer is needed, and this is {version}. Name another: make PYTHON=python3.12 …")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        sys.exit("Python's module venv is missing. On Debian and Ubuntu: apt install python3-venv")


def install(lock: Path, packages: int) -> None:
    """Run pip; exit with the end of its output if it fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]
    command += ["--no-compile", "--no-deps", "--require-hashes", "-r", str(lock)]  # the lock file has all dependencies
    output, count = [], 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for line in pip.stdout or ():
            output.append(line)
            if line.startswith(("Collecting", "Requirement already satisfied")):
                count += 1
                show(f"  {min(count, packages)} of {packages} found")
            elif line.startswith("Installing"):
                show("  all found, now unpacking")
    if pip.returncode:
        show("")
        sys.exit("".join(output[-15:]) + "\nThe packages could not be installed; pip's last words stand above.")


def compile_modules() -> None:
    """Compile all modules, on all cores; pip would use one. Modules that do not compile are never imported."""
    show("  now compiling")
    command = [str(PYTHON), "-m", "compileall", "-qq", "-j", "0", str(ENVIRONMENT / "lib")]
    subprocess.run(command, check=False)


def show(state: str) -> None:
    """Show the progress on one line of a terminal, and nowhere else."""
    if sys.stdout.isatty():
        print(f"\r{state:<40}", end="" if state else "\r", flush=True)


if __name__ == "__main__":
    main(ROOT / sys.argv[1])
