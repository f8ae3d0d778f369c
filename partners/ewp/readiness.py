"""What stands in the way of one agreement, rule by rule, with the fields to fill in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from partners.ewp.rules import AGREEMENT_RULES, CONDITION_RULES, OWN, PARTNER, Rule
from partners.ewp.selectors import LACKS, own_institution, with_readiness
from partners.models import Agreement, Condition, Institution


@dataclass(frozen=True)
class Item:
    """One rule for one agreement or condition; `url` is the address of the field, or empty where nobody may edit it."""

    label: Promise
    remedy: Promise
    url: str
    is_met: bool
    is_required: bool

    @property
    def is_missing(self) -> bool:
        return self.is_required and not self.is_met


@dataclass(frozen=True)
class Section:
    """The rules for the agreement itself, or for one of its conditions."""

    heading: str
    items: list[Item]


def readiness(agreements: QuerySet[Agreement]) -> list["Readiness"]:
    """Return how each of some agreements stands, in their order: four queries for any number of them."""
    own = own_institution()
    return [Readiness(agreement, own) for agreement in with_readiness(agreements)]


class Readiness:
    """How an agreement stands, which `with_readiness` has read; `own` is the university itself."""

    def __init__(self, agreement: Any, own: Institution | None) -> None:
        self.agreement: Agreement = agreement
        self._own = own

    @cached_property
    def sections(self) -> list[Section]:
        conditions = enumerate(self.agreement.conditions.all())
        own = Section(_("The agreement and its parties"), list(self._items(self.agreement, AGREEMENT_RULES)))
        return [own, *(self._condition(condition, at) for at, condition in conditions)]

    @property
    def missing(self) -> list[Item]:
        """Return what is required and not there."""
        return [item for section in self.sections for item in section.items if item.is_missing]

    @property
    def is_ready(self) -> bool:
        return not self.missing

    @property
    def labels(self) -> list[str]:
        """Return what is missing, each kind once."""
        return list(dict.fromkeys(str(item.label) for item in self.missing))

    def _condition(self, condition: Condition, at: int) -> Section:
        heading = _("Condition %(number)s: %(name)s") % {"number": at + 1, "name": condition}
        return Section(heading, list(self._items(condition, CONDITION_RULES, f"conditions-{at}-")))

    def _items(self, row: Any, rules: Mapping[str, Rule], prefix: str = "") -> Iterator[Item]:
        for key, rule in rules.items():
            is_met = not getattr(row, f"{LACKS}{key}")
            yield Item(rule.label, rule.remedy, self._url(rule.field, prefix), is_met, rule.is_required)

    def _url(self, field: str, prefix: str) -> str:
        if field.startswith((OWN, PARTNER)):
            institution = self._own if field.startswith(OWN) else self._partner
            name = field.partition(":")[2]
            return f"{_form(institution)}#id_{name}-FORMS" if institution else ""
        return f"{_form(self.agreement)}#id_{prefix}{field}"

    @cached_property
    def _partner(self) -> Institution | None:
        return next((party.institution for party in self.agreement.parties.all()), None)


def _form(record: Model) -> str:
    """Return the address of the form of a record; by its name, as whoever asks may not have loaded the admin."""
    return reverse(f"wagtailsnippets_partners_{record._meta.model_name}:edit", args=[record.pk])
