"""The reading queries of facts."""

from django.db.models import prefetch_related_objects

from partners.models import Fact
from portal.core.related import fetch_related


def chosen_facts(keys) -> list[Fact]:
    """Return those of the facts that are there, in the order of `keys`, with what other sources say: one query."""
    found = {fact.pk: fact for fact in fetch_related(Fact.objects.filter(pk__in=keys), "conflicts_with")}
    return with_other_sources([found[key] for key in keys if key in found])


def with_other_sources(facts: list[Fact]) -> list[Fact]:
    """Return the facts, each with `others`: the facts whose sources say something else."""
    prefetch_related_objects(facts, "conflicts_with")
    for fact in facts:
        fact.others = list(fact.conflicts_with.all())
    return facts
