"""Installs a lock file into the virtual environment `.venv`, which is created as needed, and shows the progress.

Runs before anything is installed: with the standard library only, and in a syntax that even an old Python can parse, to
print that it is too old.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
PIP = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]
PIP += ["--no-compile", "--no-deps", "--require-hashes"]  # the lock files have all dependencies
TOOLS_LOCK = ROOT / "requirements-dev.lock"
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
    """Install with uv, in seconds; where that fails, with pip, which knows this machine's proxies."""
    if not install_with_uv(lock):
        install_with_pip(lock, packages)


def install_with_uv(lock: Path) -> bool:
    """Install uv as its lock file pins it, then the packages with it. Return whether both worked."""
    requirement = re.search(r"^uv==.*?(?:[^\\]\n|\Z)", TOOLS_LOCK.read_text(), re.MULTILINE | re.DOTALL)
    with tempfile.TemporaryDirectory() as folder:
        uv_lock = Path(folder, "uv.lock")
        uv_lock.write_text(requirement[0] if requirement else "")
        if subprocess.run([*PIP, "-r", str(uv_lock)], capture_output=True, check=False).returncode:
            return False
    command = [str(PYTHON.with_name("uv")), "pip", "install", "--python", str(PYTHON), "--no-deps", "--require-hashes"]
    patience = {"UV_HTTP_TIMEOUT": "10", "UV_HTTP_RETRIES": "0"}  # seconds; pip is waiting
    environment = {**os.environ, **patience}
    return not subprocess.run([*command, "-r", str(lock)], capture_output=True, env=environment, check=False).returncode


def install_with_pip(lock: Path, packages: int) -> None:
    """Run pip; exit with the end of its output if it fails."""
    output, count = [], 0
    with subprocess.Popen([*PIP, "-r", str(lock)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
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
    """Compile all modules in the background, on the core that the next steps leave idle.

    Modules that do not compile are never imported, and one that is imported meanwhile is compiled by Python itself.
    """
    command = [str(PYTHON), "-m", "compileall", "-qq", str(ENVIRONMENT / "lib")]
    nothing = subprocess.DEVNULL
    subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)


def show(state: str) -> None:
    """Show the progress on one line of a terminal, and nowhere else."""
    if sys.stdout.isatty():
        print(f"\r{state:<40}", end="" if state else "\r", flush=True)


if __name__ == "__main__":
    main(ROOT / sys.argv[1])
