"""The types of objects that the search covers: each app registers its own in its `search_documents.py`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise

from portal.core.language.bilingual import LANGUAGES
from portal.core.models import Record
from portal.core.pages.index_page import index_pages, record_url
from portal.core.related import fetch_related
from portal.core.visibility import public


@dataclass(frozen=True)
class Entry:
    """What can be found of an object in one language.

    names: other names, which count as much as the title; labels: names and synonyms of related objects, in both
    languages; body: text without markup; priority: multiplies the rank, below 1 for what few people look for.
    """

    title: str
    summary: str = ""
    names: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    body: str = ""
    priority: float = 1.0


class DocumentType:
    """A type of objects that can be found; `kind` is the value in addresses, `label` the name for readers."""

    model: type[Model]
    kind: str = ""
    label: str | Promise = ""
    depends_on: dict[type[Model], str] = {}  # related models that documents show -> the lookup from `model` to them

    @property
    def content_type(self) -> ContentType:
        return ContentType.objects.get_for_model(self.model)

    def visible(self) -> QuerySet:
        """Return the objects that readers may see now."""
        return public(self.model._default_manager.all())

    def languages(self) -> list[str]:
        """Return the languages in which these objects have an address."""
        return list(LANGUAGES)

    def load(self, keys: Iterable[int]) -> list:
        """Return the visible objects with these primary keys, with everything that `entries` reads."""
        return list(self.visible().filter(pk__in=keys))

    def entries(self, instance: Any) -> Mapping[str, Entry]:
        """Return the entry of an object for each of its languages."""
        raise NotImplementedError

    def identity(self, instance: Any) -> str:
        """Return the key that all language versions of an object share."""
        return f"{self.model._meta.label_lower}:{instance.pk}"

    def addresses(self, keys: Iterable[int], language: str) -> dict[int, str]:
        """Return the path of each object for readers of `language`, by primary key."""
        raise NotImplementedError

    def covers(self, instance: Any) -> bool:
        """Tell whether an object is of this type."""
        return isinstance(instance, self.model)


class RecordDocuments(DocumentType):
    """Records with columns in both languages, which get their addresses from the index page of their type."""

    model: type[Record]
    relations: tuple[str, ...] = ()  # that `entries` reads

    def languages(self) -> list[str]:
        return list(index_pages(self.model))

    def load(self, keys: Iterable[int]) -> list:
        return fetch_related(self.visible().filter(pk__in=keys), *self.relations)

    def addresses(self, keys: Iterable[int], language: str) -> dict[int, str]:
        records = self.model._default_manager.filter(pk__in=keys).only("slug_de", "slug_en")
        return {record.pk: record_url(record, language) for record in records}


_types: dict[str, DocumentType] = {}


def register(document_type: type[DocumentType]) -> type[DocumentType]:
    """Add a document type to the search. A class decorator."""
    _types[document_type.kind] = document_type()
    return document_type


def document_types() -> list[DocumentType]:
    return list(_types.values())


def get_document_type(kind: str) -> DocumentType:
    """Return the type with this `kind`, or raise KeyError."""
    return _types[kind]


def visible_q() -> Q:
    """Return the condition for documents whose object readers may see now, in the language of the document."""
    condition = Q(pk__in=[])
    for document_type in document_types():
        keys = document_type.visible().order_by().values("pk")
        languages = document_type.languages()
        condition |= Q(kind=document_type.kind, language__in=languages, object_id__in=keys)
    return condition
