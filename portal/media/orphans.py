"""Files in the folders for uploads that no row of the database names: left by a process that was killed, or by hand."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.storage import FileSystemStorage
from django.db.models import FileField, Model

SAFE_AGE = 24 * 60 * 60  # seconds: a younger file may belong to a form that is just being saved


@dataclass(frozen=True)
class Orphan:
    """A file without a row: its path and its size in bytes."""

    path: Path
    size: int


def orphans(min_age: float = SAFE_AGE) -> list[Orphan]:
    """Return the files that are older than `min_age` seconds and that no row names, sorted by path."""
    fields = list(_file_fields())
    folders = {Path(field.storage.location).resolve() for _model, field in fields}
    named = {path for model, field in fields for path in _named(model, field)}
    newest = time.time() - min_age
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file() and path not in named]
    return [Orphan(path, path.stat().st_size) for path in sorted(files) if path.stat().st_mtime <= newest]


def _file_fields() -> Iterator[tuple[type[Model], Any]]:
    """Yield each field with files in a folder, with its model."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, FileField) and isinstance(field.storage, FileSystemStorage):
                yield model, field


def _named(model: type[Model], field: Any) -> Iterator[Path]:
    """Yield the paths of the files that the rows of a model name."""
    location = Path(field.storage.location).resolve()
    for name in model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True).iterator():
        if name:
            yield location / name
