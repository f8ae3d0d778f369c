"""Every reading query of this app."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchRank
from django.db.models import Case, Count, Exists, F, FloatField, Max, Min, OuterRef, QuerySet, Subquery, Value, When
from django.utils.translation import gettext as _

from portal.search.models import SearchDocument
from portal.search.query import Query, parse
from portal.search.registry import visible_q
from portal.search.tsquery import matches

OWN_LANGUAGE = 10.0  # outweighs any rank: what is written in the reader's language stands first
WEIGHTS = [0.05, 0.3, 0.5, 1.0]  # of body, summary, labels, title


@dataclass(frozen=True)
class Match:
    """What a query finds among the objects of one model, for lists with filters of their own.

    ids: keys of the objects that match, drafts and expired ones perhaps among them: narrow a public queryset by it;
    rank: an expression over that model, higher is better;
    notices: what the reader has to be told;
    query: what was understood.
    """

    ids: QuerySet
    rank: Subquery | Value
    notices: tuple[str, ...]
    query: Query


def matching_ids(model, q: str, language: str) -> Match:
    """Return what `q` finds among the objects of `model`, for a reader of `language`; never everything."""
    query = parse(q)
    if not query.is_searchable:
        notices = (*query.notices, nothing_to_search())
        return Match(SearchDocument.objects.none().values("object_id"), Value(0.0), notices, query)
    content_type = ContentType.objects.get_for_model(model)
    documents = found(query).filter(content_type=content_type)
    score = ranked(query) + is_own(language) * Value(OWN_LANGUAGE)
    best = documents.filter(object_id=OuterRef("pk")).annotate(score=score).order_by("-score")
    return Match(documents.values("object_id"), Subquery(best.values("score")[:1]), query.notices, query)


def nothing_to_search() -> str:
    return _("There is no word to search for. Try a noun: “childcare”, “scholarship”.")


def found(query: Query) -> QuerySet[SearchDocument]:
    """Return the documents that match, whether or not readers may see them now."""
    return SearchDocument.objects.filter(matches(query.condition))


def ranked(query: Query):
    """Return how well a document matches: 0 where only the beginnings of words do.

    All of it in the title outweighs any number of times in a text, and so does title, labels and summary together.
    """
    said = [When(matches(query.as_syllables), then=Value(3.0))] if query.syllables else []
    place = Case(
        When(title__iexact=query.as_title, then=Value(3.0)),
        *said,
        When(matches(query.in_title), then=Value(2.0)),
        When(matches(query.in_head), then=Value(1.0)),
        default=Value(0.0),
        output_field=FloatField(),
    )
    return (SearchRank(F("vector"), query.rank, weights=WEIGHTS) + place) * F("priority")


def visible() -> QuerySet[SearchDocument]:
    """Return the documents of what readers may see now. The vectors stay in the database."""
    return SearchDocument.objects.filter(visible_q()).defer("vector", "folded")


def matching(query: Query, documents: QuerySet) -> QuerySet[SearchDocument]:
    return documents.filter(matches(query.condition))


def counts(documents: QuerySet) -> dict[str, int]:
    """Return how many things of each kind there are; one in two languages counts once."""
    rows = documents.order_by().values_list("kind").annotate(count=Count("key", distinct=True))
    return dict(rows)


def in_order(documents: QuerySet, query: Query, language: str, kind: str = "") -> QuerySet:
    """Return the key of each thing once: those with a text in the reader's language first, then by rank.

    A thing ranks by its better document: what it is called in German finds its English page just as well.
    """
    if kind:
        documents = documents.filter(kind=kind)
    things = documents.order_by().values("key")
    ranks = things.annotate(is_own=Max(is_own(language)), rank=Max(ranked(query)), first_title=Min("title"))
    return ranks.order_by("-is_own", "-rank", "first_title", "key").values_list("key", flat=True)


def is_own(language: str) -> Case:
    """Return 1 where a thing has a text in the reader's language, be it that or another one that matches; else 0."""
    own = SearchDocument.objects.filter(key=OuterRef("key"), language=language)
    there = [When(language=language, then=Value(1.0)), When(Exists(own), then=Value(1.0))]
    return Case(*there, default=Value(0.0), output_field=FloatField())


def in_readers_language(keys: list[str], documents: QuerySet, language: str) -> list[SearchDocument]:
    """Return one document for each key, in their order: in the reader's language where there is one."""
    found: dict[str, SearchDocument] = {}
    for one in documents.filter(key__in=keys):
        if one.key not in found or one.language == language:
            found[one.key] = one
    return [found[key] for key in keys if key in found]
