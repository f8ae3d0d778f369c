"""Text is stored in composed letters (NFC), whoever writes it into whichever column; so are names of files."""

import unicodedata

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection, models, transaction
from django.db.utils import DatabaseError
from wagtail.models import Revision

from portal.media.models import PortalDocument
from portal.media.private import PrivateStorage
from tests.factories import ProgramFactory

APART = unicodedata.normalize("NFD", "ü")
TEXTS = (models.CharField, models.TextField, models.FileField, models.JSONField)


def columns():
    """Yield each column of every model that can hold text, with the value that a test writes into it."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields if model._meta.managed else []:
            if isinstance(field, ArrayField) and isinstance(field.base_field, TEXTS):
                yield model, field, [APART]
            elif isinstance(field, models.JSONField):
                yield model, field, {APART: [APART]}
            elif isinstance(field, TEXTS) and not field.choices and not field.primary_key:
                yield model, field, APART


def stored(model, field, value):
    """Write a value as every kind of save does, and return what the database holds; None where no row may hold it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            row = model._base_manager.order_by("pk").values_list("pk", flat=True)[:1]
            if not model._base_manager.filter(pk__in=list(row)).update(**{field.name: value}):
                return None
            table, column, key = model._meta.db_table, field.column, model._meta.pk.column
            cursor.execute(f'SELECT "{column}"::text FROM "{table}" ORDER BY "{key}" LIMIT 1')
            return cursor.fetchone()[0]
    except (DatabaseError, ValueError):
        return None


def test_every_column_holds_composed_letters(demo_content):
    tried, wrong = 0, []
    for model, field, value in columns():
        text = stored(model, field, value)
        tried += text is not None
        if text is not None and "\\u0308" in ascii(text):
            wrong.append(f"{model._meta.label}.{field.name}")
    assert wrong == []
    assert tried > 150


def test_drafts_new_rows_and_searches(db):
    program = ProgramFactory(name_de=f"F{APART}r alle")
    program.name_de = f"F{APART}r viele"
    program.save_revision()
    assert type(program).objects.get(name_de=f"F{APART}r alle").name_de == "Für alle"
    assert Revision.objects.latest("pk").content["name_de"] == "Für viele"


@pytest.mark.parametrize("storage", [storages["default"], PrivateStorage()])
def test_files_lie_where_the_database_says(db, storage):
    name = storage.save(f"pr{APART}fung.txt", ContentFile(b"1"))
    assert name.startswith("prüfung")
    assert storage.exists(name)


def test_the_title_and_the_file_of_an_upload(db):
    document = PortalDocument(title=f"Pr{APART}fung", file=ContentFile(b"1", name=f"pr{APART}fung.txt"))
    document.save()
    document = PortalDocument.objects.get(pk=document.pk)
    assert (document.title, unicodedata.is_normalized("NFC", document.file.name)) == ("Prüfung", True)
    assert document.file.storage.exists(document.file.name)
