"""The queries of facts."""

from collections.abc import Sequence

from django.db.models import prefetch_related_objects

from partners.models import Fact
from portal.core.related import fetch_related


def chosen_facts(keys: Sequence[int]) -> list[Fact]:
    """Return the existing facts among these keys, in the order of the keys, each with `others`: one query."""
    facts = {fact.pk: fact for fact in fetch_related(Fact.objects.filter(pk__in=keys), "conflicts_with")}
    return with_other_sources([facts[key] for key in keys if key in facts])


def with_other_sources(facts: list[Fact]) -> list[Fact]:
    """Return the facts, each with `others`: the facts whose sources disagree with it."""
    prefetch_related_objects(facts, "conflicts_with")
    for fact in facts:
        fact.others = list(fact.conflicts_with.all())
    return facts
