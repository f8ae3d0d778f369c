"""Which agreements lack what for Erasmus Without Paper."""

from collections.abc import Mapping
from functools import reduce
from operator import or_

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Prefetch, Q, QuerySet, TextField
from django.db.models.functions import Cast

from partners.ewp.rules import AGREEMENT_RULES, CONDITION_RULES, Rule
from partners.models import Agreement, Condition, Institution, Party

LACKS = "lacks_"


def exchanged(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Return the agreements of the types that are exchanged through Erasmus Without Paper."""
    return agreements.filter(agreement_type__uses_ewp=True)


def own_institution() -> Institution | None:
    """Return the university itself."""
    return Institution.objects.filter(units__parent=None, units__isnull=False).first()


def lacking_q() -> Q:
    """Return the condition for agreements that do not meet some required rule."""
    lacking = _legible(Condition.objects.filter(agreement=OuterRef("pk"))).filter(_any_required(CONDITION_RULES))
    return _any_required(AGREEMENT_RULES) | Q(Exists(lacking))


def with_readiness(agreements: QuerySet[Agreement]) -> QuerySet:
    """Annotate `lacks_<key>` for each rule on agreements and on their prefetched conditions; prefetch the parties.

    Three queries for any number of agreements.
    """
    conditions = with_lacks(_legible(Condition.objects.order_by("sort_order")), CONDITION_RULES)
    parties = Party.objects.select_related("institution")
    annotated = with_lacks(agreements, AGREEMENT_RULES)
    return annotated.prefetch_related(Prefetch("conditions", conditions), Prefetch("parties", parties))


def with_lacks(queryset: QuerySet, rules: Mapping[str, Rule]) -> QuerySet:
    """Annotate `lacks_<key>` for each rule: whether the row does not meet it."""
    flags = {f"{LACKS}{key}": ExpressionWrapper(rule.lacks, BooleanField()) for key, rule in rules.items()}
    return queryset.annotate(**flags)


def _any_required(rules: Mapping[str, Rule]) -> Q:
    return reduce(or_, (rule.lacks for rule in rules.values() if rule.is_required))


def _legible(conditions: QuerySet[Condition]) -> QuerySet[Condition]:
    """Annotate the languages as text, in which a rule looks for codes."""
    return conditions.annotate(languages_as_text=Cast("languages", TextField()))
