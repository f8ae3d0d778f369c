"""Every reading query of this app."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchRank
from django.db.models import Case, F, FloatField, OuterRef, QuerySet, Subquery, Value, When
from django.utils.translation import gettext as _

from portal.search.models import SearchDocument
from portal.search.query import Query, matches, parse

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
    own = Case(When(language=language, then=Value(OWN_LANGUAGE)), default=Value(0.0), output_field=FloatField())
    best = documents.filter(object_id=OuterRef("pk")).annotate(score=ranked(query) + own).order_by("-score")
    return Match(documents.values("object_id"), Subquery(best.values("score")[:1]), query.notices, query)


def nothing_to_search() -> str:
    return _("There is no word to search for. Try a noun: “childcare”, “scholarship”.")


def found(query: Query) -> QuerySet[SearchDocument]:
    """Return the documents that match, whether or not readers may see them now."""
    return SearchDocument.objects.filter(matches(query.condition))


def ranked(query: Query):
    """Return how well a document matches: 0 where only the beginnings of words do."""
    return SearchRank(F("vector"), query.rank, weights=WEIGHTS) * F("priority")
