"""Secrets of one machine: made once, kept in a file that only its owner can read."""

import os
import secrets
from pathlib import Path

# Without the letters and digits that people mistake for one another.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def kept_secret(file: Path | str) -> str:
    """Return the secret kept in `file`, which is made at the first call: 24 characters, good for a person to type."""
    path = Path(file)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _keep("-".join("".join(secrets.choice(ALPHABET) for _ in range(6)) for _ in range(4)), path)
    return path.read_text()


def _keep(secret: str, path: Path) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secret)
    try:
        os.link(draft, path)  # unlike a rename, this leaves alone what another process has just kept
    except FileExistsError:
        pass
    finally:
        draft.unlink()
