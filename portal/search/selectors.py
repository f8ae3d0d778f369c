"""Every reading query of this app."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchRank
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FloatField,
    Max,
    Min,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _

from portal.search.models import SearchDocument
from portal.search.query import Query, parse
from portal.search.registry import visible_q
from portal.search.tsquery import matches

READERS_LANGUAGE = 10.0  # added to the rank, and larger than any: texts in the reader's language come first
WEIGHTS = [0.05, 0.3, 0.5, 1.0]  # of body, summary, labels, title


@dataclass(frozen=True)
class Match:
    """The matches of a query among the objects of one model, for lists with filters of their own.

    ids: primary keys of the objects that match, including drafts and expired ones: narrow a public queryset by them;
    rank: an expression for querysets of that model, higher is better;
    notices: messages for the reader;
    query: the parsed query.
    """

    ids: QuerySet
    rank: Subquery | Value
    notices: tuple[str, ...]
    query: Query


def matching_ids(model: type[Model], q: str, language: str) -> Match:
    """Return the matches of a text among the objects of `model`; none where it has no word to search for.

    `language` is the reader's: objects with a text in it rank first.
    """
    query = parse(q)
    if not query.is_searchable:
        notices = (*query.notices, no_search_word())
        return Match(SearchDocument.objects.none().values("object_id"), Value(0.0), notices, query)
    content_type = ContentType.objects.get_for_model(model)
    documents = matching(query, SearchDocument.objects.filter(content_type=content_type))
    score = rank(query) + has_text_in(language) * Value(READERS_LANGUAGE)
    best = documents.filter(object_id=OuterRef("pk")).annotate(score=score).order_by("-score")
    return Match(documents.values("object_id"), Subquery(best.values("score")[:1]), query.notices, query)


def no_search_word() -> str:
    """Return the notice for a query of stop words only."""
    return _("There is no word to search for. Try a noun: “childcare”, “scholarship”.")


def rank(query: Query) -> Combinable:
    """Return the expression of how well a document matches: 0 where only prefixes of words match.

    All words in the title outweigh any number of matches in a text; all in title, labels and summary do so, too.
    """
    as_syllables = [When(matches(query.as_syllables), then=Value(3.0))] if query.typed else []
    position = Case(
        When(title__iexact=query.as_title, then=Value(3.0)),
        *as_syllables,
        When(matches(query.in_title), then=Value(2.0)),
        When(matches(query.in_head), then=Value(1.0)),
        default=Value(0.0),
        output_field=FloatField(),
    )
    return (SearchRank(F("vector"), query.rank, weights=WEIGHTS) + position) * F("priority")


def visible_documents() -> QuerySet[SearchDocument]:
    """Return the documents of objects that readers may see now, without loading their vectors."""
    return SearchDocument.objects.filter(visible_q()).defer("vector", "folded")


def matching(query: Query, documents: QuerySet[SearchDocument]) -> QuerySet[SearchDocument]:
    """Return the documents that match, in no order."""
    return documents.filter(matches(query.condition))


def counts(documents: QuerySet[SearchDocument]) -> dict[str, int]:
    """Return the number of objects by kind; an object with documents in two languages counts once."""
    rows = documents.order_by().values_list("kind").annotate(count=Count("key", distinct=True))
    return dict(rows)


def ordered_keys(
    documents: QuerySet[SearchDocument], query: Query, language: str, kind: str = ""
) -> QuerySet[SearchDocument, str]:
    """Return the key of each object once: those with a text in the reader's language first, then by rank.

    An object has the rank of its better document, so that its German name finds its English page just as well.
    """
    if kind:
        documents = documents.filter(kind=kind)
    objects = documents.order_by().values("key")
    ranks = objects.annotate(has_text=Max(has_text_in(language)), rank=Max(rank(query)), first_title=Min("title"))
    return ranks.order_by("-has_text", "-rank", "first_title", "key").values_list("key", flat=True)


def has_text_in(language: str) -> Case:
    """Return the expression that is 1 for documents whose object has one in `language`, this or another; else 0."""
    documents = SearchDocument.objects.filter(key=OuterRef("key"), language=language)
    whens = [When(language=language, then=Value(1.0)), When(Exists(documents), then=Value(1.0))]
    return Case(*whens, default=Value(0.0), output_field=FloatField())


def in_readers_language(keys: list[str], documents: QuerySet[SearchDocument], language: str) -> list[SearchDocument]:
    """Return one document for each key, in the order of the keys: in the reader's language where there is one."""
    documents_by_key: dict[str, SearchDocument] = {}
    for document in documents.filter(key__in=keys):
        if document.key not in documents_by_key or document.language == language:
            documents_by_key[document.key] = document
    return [documents_by_key[key] for key in keys if key in documents_by_key]
