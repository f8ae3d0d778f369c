"""All partners at one go, as the directory counts and maps them: two queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from partners.directory.signed import Signed, signed
from partners.geography import continents, countries
from partners.institutions.status import PARTNERS, with_status
from partners.maps.places import cities_of, point_of
from partners.models import Institution
from portal.core import content_version
from portal.core.bilingual import LANGUAGES
from portal.core.letters import slug_of
from portal.core.moment import today
from portal.core.visibility import public
from portal.finder.facet_index import FacetIndex

INCLUSION = ("disability_support", "family_support", "equality_policy_url", "inclusion_note_de")
KNOWN, NOT_ASKED = "known", "not-asked"
NOTHING = Signed()


class Row(NamedTuple):
    """What a map shows of a partner (`partners.maps.world_map.COLUMNS`), and what it is to us."""

    pk: int
    country: str
    city_de: str
    city_en: str
    latitude: float | None
    longitude: float | None
    precision: str
    partner_status: str


class PartnerFacetIndex(FacetIndex):
    """`rows` stand in the order of their German names."""

    def __init__(self):
        partners = list(_partners(today()))
        self.rows = [_row(one) for one in partners]
        self.place = _places(self.rows)
        self.signed, self.official = signed(today())
        self._sort_keys = {code: [getattr(one, f"sort_{code}") for one in partners] for code in LANGUAGES}
        until = min((one.expire_at for one in partners if one.expire_at), default=None)
        super().__init__([row.pk for row in self.rows], self._read_values(partners), until)

    def of(self, key: int) -> Signed:
        return self.signed.get(key, NOTHING)

    def rows_of(self, bits: int) -> list[Row]:
        return [self.rows[at] for at in self.positions(bits)]

    def bits_within(self, boxes: list[countries.Box]) -> int:
        """Return who lies within one of the boxes."""
        return self._joined(at for at, point in self._points if any(box.holds(*point) for box in boxes))

    def sorted_positions(self, sort, language):
        by_name = sorted(range(len(self.rows)), key=self._sort_keys[language].__getitem__)
        if sort == "country":
            place_of = {country: at for at, country in enumerate(countries.names(language))}
            return sorted(by_name, key=lambda at: place_of.get(self.rows[at].country, 0))
        if sort == "newest":
            return sorted(by_name, key=lambda at: self.of(self.rows[at].pk).newest, reverse=True)
        return by_name

    @cached_property
    def _points(self) -> list[tuple[int, tuple[float, float]]]:
        return [(at, point) for at, row in enumerate(self.rows) if (point := point_of(row))]

    def _read_values(self, partners: list[Institution]) -> dict[str, dict[str, list[int]]]:
        """Return by facet and value the positions of those who have it."""
        positions: dict = defaultdict(lambda: defaultdict(list))
        for at, one in enumerate(partners):
            for facet, values in self._values(one).items():
                for value in values:
                    positions[facet][value].append(at)
        return positions

    def _values(self, one: Institution) -> dict[str, Iterable[str]]:
        return {
            "country": (one.country,),
            "continent": (continents.of_country().get(one.country, ""),),
            "type": (one.institution_type,),
            "subject": self.of(one.pk).subjects,
            "activity": self.of(one.pk).activities,
            "unit": self.of(one.pk).units,
            "status": (one.partner_status,),
            "inclusion": (KNOWN if one.is_inclusion_known else NOT_ASKED,),
            "place": (self.place[one.pk],) if one.pk in self.place else (),
        }


def facet_index() -> PartnerFacetIndex:
    """Return the partners of this moment."""
    return content_version.memo("partners-facet-index", PartnerFacetIndex, holds=lambda kept: kept.holds)


def _partners(day: date):
    columns = (*Row._fields[:-1], *INCLUSION, "institution_type", "sort_de", "sort_en", "expire_at")
    found = with_status(public(Institution.objects.all()), day).filter(partner_status__in=PARTNERS)
    return found.only(*columns).order_by("sort_de", "pk")


def _row(one: Institution) -> Row:
    degrees = (None if number is None else float(number) for number in (one.latitude, one.longitude))
    return Row(one.pk, one.country, one.city_de, one.city_en, *degrees, one.precision, one.partner_status)


def _places(rows: list[Row]) -> dict[int, str]:
    """Return the place on the map of each partner that has one, as it stands in addresses: "fr-lyon"."""
    found: dict[int, str] = {}
    used: dict[str, int] = defaultdict(int)
    for city in cities_of(rows):
        nameless = sha256(city.name_de.encode()).hexdigest()[:8] if city.name_de else "0"
        stem = f"{city.country.lower()}-{slug_of(city.name_de, fallback=nameless)}"
        used[stem] += 1
        value = stem if used[stem] == 1 else f"{stem}.{used[stem]}"  # two cities of one name
        found |= dict.fromkeys(city.institutions, value)
    return found
