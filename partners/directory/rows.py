"""The rows of the directory: who it is, where, and what there is between us, in one line. At most two queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import ngettext

from partners.agreements import wording
from partners.agreements.presence import by_owner, with_owners
from partners.agreements.validity import NOW_IN_FORCE, Validity, with_validity
from partners.directory.facet_index import PartnerFacetIndex
from partners.institutions.selectors import with_follower
from partners.institutions.status import PartnerStatus
from partners.models import Agreement, Institution, Party
from portal.core.bilingual import Text, text
from portal.core.visibility import public

LONG_TEXTS = ("description_de", "description_en", "inclusion_note_de", "inclusion_note_en", "internal_note")
ORDER = {Validity.UPCOMING: 1, **dict.fromkeys(NOW_IN_FORCE, 2)}  # the greatest is told; what is over has none


class AgreementRow(NamedTuple):
    """An agreement with what `wording.said` asks of one, and the name of its type."""

    starts_on: date
    renewal: str
    validity_on_day: str
    last_day: date | None
    superseded_from: date | None
    has_follower: bool
    owned: list[dict]
    notation: str
    name_de: str
    name_en: str

    @property
    def name(self) -> Text:
        return text(self, "name")


@dataclass(frozen=True)
class Line:
    """The agreement that goes on longest, in words; `more` says how many others are in force as well."""

    agreement_type: AgreementRow  # for its name
    said: wording.Said
    more: int

    @property
    def more_words(self) -> str:
        words = ngettext("%(count)s more in force", "%(count)s more in force", self.more)
        return words % {"count": self.more} if self.more else ""


def partners(keys: list[int], known: PartnerFacetIndex) -> list[Institution]:
    """Return the institutions with these keys that readers may see, in their order.

    Each has `partner_status` and `line`: None where nothing was signed.
    """
    found = public(Institution.objects.filter(pk__in=keys)).defer(*LONG_TEXTS).in_bulk()
    lines = _lines(list(found), known)
    for key, one in found.items():
        one.partner_status = PartnerStatus(known.rows[known.position[key]].partner_status)
        one.line = lines.get(key)
    return [found[key] for key in keys if key in found]


def _lines(keys: list[int], known: PartnerFacetIndex) -> dict[int, Line]:
    signed = _signed(keys, known)
    return {
        key: _line([(row, wording.said(row, by_owner(row.owned)[key])) for row in signed[key]])
        for key in keys
        if signed[key]
    }


def _signed(keys: list[int], known: PartnerFacetIndex) -> dict[int, list[AgreementRow]]:
    """Return what was signed by each; asked for only once of an index, for its day and its content."""
    new = [key for key in keys if ("signed", key) not in known.kept]
    found: dict[int, list[AgreementRow]] = defaultdict(list)
    for row in map(AgreementRow._make, _signed_by(new) if new else []):
        for owner in by_owner(row.owned):
            found[owner].append(row)
    known.kept.update({("signed", key): found[key] for key in new})
    return {key: known.kept["signed", key] for key in keys}


def _signed_by(keys: list[int]):
    """Return the columns of `AgreementRow`, the newest first. No objects: this is read for every page of the list."""
    theirs = Q(institution__in=keys) | Q(institution__successor__in=keys)
    parties = Party.objects.filter(theirs).order_by().values("agreement")
    found = with_follower(with_validity(public(Agreement.objects.filter(pk__in=parties))))
    of_type = [f"agreement_type__{name}" for name in ("notation", "name_de", "name_en")]
    return with_owners(found).order_by("-starts_on", "pk").values_list(*AgreementRow._fields[:-3], *of_type)


def _line(signed: list[tuple[AgreementRow, wording.Said]]) -> Line:
    row, said = max(signed, key=_weight)  # of several alike the first one, which is the newest
    in_force = sum(one.validity in NOW_IN_FORCE for _row, one in signed)
    return Line(row, said, in_force - 1 if said.validity in NOW_IN_FORCE else in_force)


def _weight(signed: tuple[AgreementRow, wording.Said]) -> tuple[int, date]:
    row, said = signed
    return ORDER.get(said.validity, 0), row.last_day or date.max
