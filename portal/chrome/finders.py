"""One style sheet out of many: `{% static "css/site.css" %}` is made of everything under static/css.

As a staticfiles finder it works the same for the development server, for collectstatic and for WhiteNoise, and the
hashed names and compressed copies come from there. Tokens stand first because they set the order of the cascade
layers; after that the layers decide, so the order of the other files says nothing.
"""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"
FIRST = "tokens.css"


class JoinedStylesheetFinder(BaseFinder):
    """Yields `css/site.css`, joined anew whenever somebody asks for it.

    The parts lie in the first of STATICFILES_DIRS; STYLESHEET_ROOT is a writable folder for the joined file alone.
    """

    def __init__(self, *args, **kwargs):
        self.parts = Path(settings.STATICFILES_DIRS[0]) / "css"
        self.storage = FileSystemStorage(location=settings.STYLESHEET_ROOT)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != NAME:
            return []
        found = str(self._join())
        return [found] if find_all else found

    def list(self, ignore_patterns):
        if not matches_patterns(NAME, ignore_patterns or []):
            self._join()
            yield NAME, self.storage

    def _join(self) -> Path:
        target, text = Path(self.storage.path(NAME)), joined(self.parts)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            _replace(target, text)
        return target


def joined(folder: Path) -> str:
    """Return the text of every style sheet under `folder`."""
    parts = sorted(folder.rglob("*.css"), key=lambda part: (part.name != FIRST, part))
    return "".join(part.read_text(encoding="utf-8") for part in parts)


def _replace(target: Path, text: str) -> None:
    """Write in one step: another process never reads half a style sheet."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as file:
        file.write(text)
    Path(file.name).chmod(0o644)
    os.replace(file.name, target)
