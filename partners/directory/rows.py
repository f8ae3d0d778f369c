"""The rows of the directory: institutions with their status and their agreements in one line. At most two queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import ngettext

from partners.agreements.presence import last_days_by_owner, with_owners
from partners.agreements.renewal import with_negotiated_successor
from partners.agreements.validity import NOW_IN_FORCE, Validity
from partners.agreements.validity_sql import with_validity
from partners.agreements.wording import AgreementStatus, agreement_status
from partners.directory.facet_index import PartnerFacetIndex
from partners.institutions.status import PartnerStatus
from partners.models import Agreement, Institution, Party
from portal.core.language.bilingual import Text, text
from portal.core.visibility import public

LONG_TEXTS = ("description_de", "description_en", "inclusion_note_de", "inclusion_note_en", "internal_note")
RANKS = {Validity.UPCOMING: 1, **dict.fromkeys(NOW_IN_FORCE, 2)}  # the highest is shown; 0 if it has ended


class AgreementRow(NamedTuple):
    """An agreement with the columns that `wording.agreement_status` needs, its owners, and the name of its type."""

    starts_on: date
    renewal: str
    validity_on_day: str
    last_day: date | None
    superseded_from: date | None
    has_negotiated_successor: bool
    owners: list[dict]
    notation: str
    name_de: str
    name_en: str

    @property
    def name(self) -> Text:
        """Return the name of the type in the reader's language."""
        return text(self, "name")


@dataclass(frozen=True)
class Line:
    """The agreement that ends last, in words; `more` is the number of others in force."""

    agreement_type: AgreementRow  # its `name` is that of the type
    status: AgreementStatus
    more: int

    @property
    def more_words(self) -> str:
        words = ngettext("%(count)s more in force", "%(count)s more in force", self.more)
        return words % {"count": self.more} if self.more else ""


def partners(keys: list[int], index: PartnerFacetIndex) -> list[Institution]:
    """Return the public ones of the institutions with these keys, in the order of the keys.

    Each has `partner_status` and `line`, which is None without any public agreement.
    """
    institutions = public(Institution.objects.filter(pk__in=keys)).defer(*LONG_TEXTS).in_bulk()
    lines = _lines(list(institutions), index)
    for key, institution in institutions.items():
        institution.partner_status = PartnerStatus(index.rows[index.position[key]].partner_status)
        institution.line = lines.get(key)
    return [institutions[key] for key in keys if key in institutions]


def _lines(keys: list[int], index: PartnerFacetIndex) -> dict[int, Line]:
    agreements = _agreements_by_owner(keys, index)
    return {
        key: _line([(row, agreement_status(row, last_days_by_owner(row.owners)[key])) for row in agreements[key]])
        for key in keys
        if agreements[key]
    }


def _agreements_by_owner(keys: list[int], index: PartnerFacetIndex) -> dict[int, list[AgreementRow]]:
    """Return the agreements of each institution, the newest first; they are kept in the index once they are read."""
    new_keys = [key for key in keys if ("agreements", key) not in index.cache]
    agreements: dict[int, list[AgreementRow]] = defaultdict(list)
    for row in map(AgreementRow._make, _agreements_of(new_keys) if new_keys else []):
        for owner in last_days_by_owner(row.owners):
            agreements[owner].append(row)
    index.cache.update({("agreements", key): agreements[key] for key in new_keys})
    return {key: index.cache["agreements", key] for key in keys}


def _agreements_of(keys: list[int]) -> QuerySet:
    """Return the columns of `AgreementRow`, the newest first; tuples are faster here than model instances."""
    is_owned = Q(institution__in=keys) | Q(institution__successor__in=keys)
    parties = Party.objects.filter(is_owned).order_by().values("agreement")
    agreements = with_negotiated_successor(with_validity(public(Agreement.objects.filter(pk__in=parties))))
    type_columns = [f"agreement_type__{name}" for name in ("notation", "name_de", "name_en")]
    return with_owners(agreements).order_by("-starts_on", "pk").values_list(*AgreementRow._fields[:-3], *type_columns)


def _line(agreements: list[tuple[AgreementRow, AgreementStatus]]) -> Line:
    row, status = max(agreements, key=_rank)  # the first one of equal rank, which is the newest
    in_force = sum(other.validity in NOW_IN_FORCE for _row, other in agreements)
    return Line(row, status, in_force - 1 if status.validity in NOW_IN_FORCE else in_force)


def _rank(agreement: tuple[AgreementRow, AgreementStatus]) -> tuple[int, date]:
    row, status = agreement
    return RANKS.get(status.validity, 0), row.last_day or date.max
