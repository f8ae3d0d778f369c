"""Joins all style sheets under static/css into one: `{% static "css/site.css" %}`.

Because it is a staticfiles finder, it works for the development server, collectstatic and WhiteNoise, which add hashed
names and compressed copies. `tokens.css` comes first because it sets the order of the cascade layers; the order of the
other files does not matter.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"
FIRST = "tokens.css"


class JoinedStylesheetFinder(BaseFinder):
    """Finds `css/site.css`, which is joined again on each request for it.

    The parts are in the first folder of STATICFILES_DIRS; STYLESHEET_ROOT is a writable folder for the joined file.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.parts = Path(settings.STATICFILES_DIRS[0]) / "css"
        self.storage = FileSystemStorage(location=settings.STYLESHEET_ROOT)

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path != NAME:
            return []
        joined_path = str(self._join())
        return [joined_path] if find_all else joined_path

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        if not matches_patterns(NAME, ignore_patterns or []):
            self._join()
            yield NAME, self.storage

    def _join(self) -> Path:
        target, text = Path(self.storage.path(NAME)), joined(self.parts)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            _replace(target, text)
        return target


def joined(folder: Path) -> str:
    """Return the text of all style sheets under a folder."""
    parts = sorted(folder.rglob("*.css"), key=lambda part: (part.name != FIRST, part))
    return "".join(part.read_text(encoding="utf-8") for part in parts)


def _replace(target: Path, text: str) -> None:
    """Write atomically, so that no other process reads half a style sheet."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as file:
        file.write(text)
    Path(file.name).chmod(0o644)
    os.replace(file.name, target)
