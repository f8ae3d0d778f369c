"""Secrets of one machine, generated once and stored in files that only their owner can read."""

import os
import secrets
from pathlib import Path

# Without letters and digits that are easily confused.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def kept_secret(file: Path | str) -> str:
    """Return the secret in `file`, which is created at the first call: four groups of six characters, easy to type."""
    path = Path(file)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _store("-".join("".join(secrets.choice(ALPHABET) for _ in range(6)) for _ in range(4)), path)
    return path.read_text()


def _store(secret: str, path: Path) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secret)
    try:
        os.link(draft, path)  # unlike a rename, this does not replace a file of another process
    except FileExistsError:
        pass
    finally:
        draft.unlink()
