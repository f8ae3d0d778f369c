"""The facet index of all partners, by which the directory counts and maps them: two queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from django.db.models import QuerySet

from partners.directory.agreement_totals import AgreementTotals, agreement_totals
from partners.geography import continents, coordinates, countries
from partners.geography.coordinates import Point
from partners.institutions.status import PARTNERS, with_status
from partners.maps.places import cities_of, point_of
from partners.models import Institution
from portal.core import content_version
from portal.core.language.bilingual import LANGUAGES
from portal.core.language.letters import slug_of
from portal.core.time.moment import today
from portal.core.visibility import public
from portal.finder.facet_index import FacetIndex

INCLUSION = ("disability_support", "family_support", "equality_policy_url", "inclusion_note_de")
KNOWN, NOT_ASKED = "known", "not-asked"
NO_AGREEMENTS = AgreementTotals()


class Row(NamedTuple):
    """What maps need of a partner (`partners.maps.world_map.COLUMNS`), and its status."""

    pk: int
    country: str
    city_de: str
    city_en: str
    latitude: float | None
    longitude: float | None
    precision: str
    partner_status: str


class PartnerFacetIndex(FacetIndex):
    """The partners of today. `rows` are sorted by their German names.

    `places` holds by key the value of the facet "place", `totals` what `totals_of` returns.
    """

    def __init__(self) -> None:
        partners = list(_partners(today()))
        self.rows = [_row(partner) for partner in partners]
        self.places = _places(self.rows)
        self.totals, self.official = agreement_totals(today())
        self._sort_keys = {code: [getattr(partner, f"sort_{code}") for partner in partners] for code in LANGUAGES}
        until = min((partner.expire_at for partner in partners if partner.expire_at), default=None)
        super().__init__([row.pk for row in self.rows], self._read_values(partners), until)

    def totals_of(self, key: int) -> AgreementTotals:
        """Return what the present agreements of a partner have together."""
        return self.totals.get(key, NO_AGREEMENTS)

    def rows_of(self, bits: int) -> list[Row]:
        """Return the rows whose bits are set."""
        return [self.rows[at] for at in self.positions(bits)]

    def bits_within(self, boxes: list[countries.Box]) -> int:
        """Return the bits of the partners that lie within at least one of the boxes."""
        return self.bits_at(at for at, point in self._points if any(box.holds(*point) for box in boxes))

    def sorted_positions(self, sort: str, language: str) -> list[int]:
        by_name = sorted(range(len(self.rows)), key=self._sort_keys[language].__getitem__)
        if sort == "country":
            rank = {country: at for at, country in enumerate(countries.names(language))}
            return sorted(by_name, key=lambda at: rank.get(self.rows[at].country, 0))
        if sort == "newest":
            return sorted(by_name, key=lambda at: self.totals_of(self.rows[at].pk).newest, reverse=True)
        return by_name

    @cached_property
    def _points(self) -> list[tuple[int, Point]]:
        return [(at, point) for at, row in enumerate(self.rows) if (point := point_of(row))]

    def _read_values(self, partners: list[Institution]) -> dict[str, dict[str, list[int]]]:
        """Return the positions of the partners by facet and value."""
        positions: dict = defaultdict(lambda: defaultdict(list))
        for at, partner in enumerate(partners):
            for facet, values in self._values(partner).items():
                for value in values:
                    positions[facet][value].append(at)
        return positions

    def _values(self, partner: Institution) -> dict[str, Iterable[str]]:
        """Return the values of a partner by facet."""
        totals = self.totals_of(partner.pk)
        return {
            "country": (partner.country,),
            "continent": (continents.of_country().get(partner.country, ""),),
            "type": (partner.institution_type,),
            "subject": totals.subjects,
            "activity": totals.activities,
            "unit": totals.units,
            "status": (partner.partner_status,),
            "inclusion": (KNOWN if partner.is_inclusion_known else NOT_ASKED,),
            "place": (self.places[partner.pk],) if partner.pk in self.places else (),
        }


def facet_index() -> PartnerFacetIndex:
    """Return the present facet index; it is kept until something changes."""
    return content_version.memo("partners-facet-index", PartnerFacetIndex, holds=lambda index: index.is_current)


def _partners(day: date) -> QuerySet[Institution]:
    columns = (*Row._fields[:-1], *INCLUSION, "institution_type", "sort_de", "sort_en", "expire_at")
    partners = with_status(public(Institution.objects.all()), day).filter(partner_status__in=PARTNERS)
    return partners.only(*columns).order_by("sort_de", "pk")


def _row(partner: Institution) -> Row:
    latitude, longitude = coordinates.point(partner) or (None, None)
    return Row(
        partner.pk,
        partner.country,
        partner.city_de,
        partner.city_en,
        latitude,
        longitude,
        partner.precision,
        partner.partner_status,
    )


def _places(rows: list[Row]) -> dict[int, str]:
    """Return by key the place on the map of each partner that has one, as used in URLs: "fr-lyon"."""
    places: dict[int, str] = {}
    uses: dict[str, int] = defaultdict(int)
    for city in cities_of(rows):
        fallback = sha256(city.name_de.encode()).hexdigest()[:8] if city.name_de else "0"
        stem = f"{city.country.lower()}-{slug_of(city.name_de, fallback=fallback)}"
        uses[stem] += 1
        value = stem if uses[stem] == 1 else f"{stem}.{uses[stem]}"  # another city of the same name
        places |= dict.fromkeys(city.institutions, value)
    return places
