"""What can be found: each app registers its types in its `search_documents.py`."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from portal.core.bilingual import LANGUAGES
from portal.core.indexes import index_pages, record_url
from portal.core.related import fetch_related
from portal.core.visibility import public


@dataclass(frozen=True)
class Entry:
    """What of an object can be found in one language.

    names: what else it is called, as good as its title; labels: names and synonyms of what it belongs to, in both
    languages; body: text without mark-up; priority: below 1 for what few people look for.
    """

    title: str
    summary: str = ""
    names: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    body: str = ""
    priority: float = 1.0


class DocumentType:
    """A type of things that can be found; `kind` stands in addresses, `label` is what readers call them."""

    model: type
    kind = ""
    label = ""
    depends_on: dict[type, str] = {}  # what else its documents show: model -> the lookup from `model` to it

    @property
    def content_type(self) -> ContentType:
        return ContentType.objects.get_for_model(self.model)

    def visible(self) -> QuerySet:
        """Return the objects that readers may see at this moment."""
        return public(self.model._default_manager.all())

    def languages(self) -> list[str]:
        """Return the languages in which these things have an address."""
        return list(LANGUAGES)

    def load(self, keys) -> list:
        """Return the visible ones of some objects, with all that `entries` reads."""
        return list(self.visible().filter(pk__in=keys))

    def entries(self, instance) -> dict[str, Entry]:
        """Return what can be found of an object, by language."""
        raise NotImplementedError

    def identity(self, instance) -> str:
        """Return what the versions of one thing in several languages have in common."""
        return f"{self.model._meta.label_lower}:{instance.pk}"

    def addresses(self, keys, language: str) -> dict[int, str]:
        """Return the path of each object for readers of `language`."""
        raise NotImplementedError

    def belongs(self, instance) -> bool:
        return isinstance(instance, self.model)


class RecordDocuments(DocumentType):
    """Records with columns in both languages, shown through the index page of their type."""

    relations: tuple[str, ...] = ()  # what `entries` reads of other tables

    def languages(self) -> list[str]:
        return list(index_pages(self.model))

    def load(self, keys) -> list:
        return fetch_related(self.visible().filter(pk__in=keys), *self.relations)

    def addresses(self, keys, language: str) -> dict[int, str]:
        records = self.model._default_manager.filter(pk__in=keys).only("slug_de", "slug_en")
        return {record.pk: record_url(record, language) for record in records}


_types: dict[str, DocumentType] = {}


def register(document_type: type[DocumentType]) -> type[DocumentType]:
    """Make a type of things findable: a class decorator."""
    _types[document_type.kind] = document_type()
    return document_type


def types() -> list[DocumentType]:
    return list(_types.values())


def type_of(kind: str) -> DocumentType | None:
    return _types.get(kind)


def visible_q() -> Q:
    """Return the condition that readers may see what a document speaks of, at this moment and in its language."""
    condition = Q(pk__in=[])
    for one in types():
        objects = one.visible().order_by().values("pk")
        condition |= Q(kind=one.kind, language__in=one.languages(), object_id__in=objects)
    return condition
