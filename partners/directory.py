"""The rows of the directory: who it is, where, and what there is between us, in one honest line. Two queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import ngettext

from partners import countries, wording
from partners.census import Census
from partners.models import Agreement, AgreementType, Institution, Party
from partners.presence import by_owner, with_owners
from partners.selectors import with_follower
from partners.standing import Standing
from partners.validity import NOW_IN_FORCE, Validity, with_validity
from portal.core.gather import gather
from portal.core.visibility import public

LONG_TEXTS = ("description_de", "description_en", "inclusion_note_de", "inclusion_note_en", "internal_note")
ORDER = {Validity.UPCOMING: 1, **dict.fromkeys(NOW_IN_FORCE, 2)}  # the greatest is told; what is over has none


@dataclass(frozen=True)
class Line:
    """The agreement that goes on longest, in words; `more` says how many others are in force as well."""

    agreement_type: AgreementType
    said: wording.Said
    more: int

    @property
    def more_words(self) -> str:
        words = ngettext("%(count)s more in force", "%(count)s more in force", self.more)
        return words % {"count": self.more} if self.more else ""


def partners(keys: list[int], known: Census) -> list[Institution]:
    """Return the institutions with these keys that readers may see, in their order.

    Each has `country_name`, `standing`, and `line`: None where nothing was signed.
    """
    found = public(Institution.objects.filter(pk__in=keys)).defer(*LONG_TEXTS).in_bulk()
    lines = _lines(list(found))
    for key, one in found.items():
        one.country_name = countries.name(one.country)
        one.standing = Standing(known.rows[known.position[key]].standing)
        one.line = lines.get(key)
    return [found[key] for key in keys if key in found]


def _lines(keys: list[int]) -> dict[int, Line]:
    theirs = Q(institution__in=keys) | Q(institution__successor__in=keys)
    signed = Party.objects.filter(theirs).order_by().values("agreement")
    found = with_follower(with_validity(public(Agreement.objects.filter(pk__in=signed))))
    owned: dict[int, list] = defaultdict(list)
    for row in gather(with_owners(found).order_by("-starts_on", "pk"), "agreement_type"):
        for owner, left in by_owner(row.owned).items():
            owned[owner].append((row, wording.said(row, left)))
    return {key: _line(owned[key]) for key in keys if key in owned}


def _line(signed: list[tuple[Agreement, wording.Said]]) -> Line:
    row, said = max(signed, key=_weight)  # of several alike the first one, which is the newest
    in_force = sum(one.validity in NOW_IN_FORCE for _row, one in signed)
    return Line(row.agreement_type, said, in_force - 1 if said.validity in NOW_IN_FORCE else in_force)


def _weight(signed: tuple[Agreement, wording.Said]) -> tuple[int, date]:
    row, said = signed
    return ORDER.get(said.validity, 0), row.last_day or date.max
