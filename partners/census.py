"""All partners at one go, as the directory counts and maps them: two queries, kept until something changes.

Who has a value of a facet is one whole number in which each partner has a bit: counting everything that a reader may
choose next takes a few bitwise "and"s, whichever filters there are. The rules are those of visibility, standing and
presence; here they are only asked.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from time import monotonic
from typing import NamedTuple

from partners import continents, countries
from partners.models import Institution
from partners.places import cities_of, point_of
from partners.signed import Signed, signed
from partners.standing import PARTNERS, with_standing
from portal.core import content_version
from portal.core.bilingual import LANGUAGES
from portal.core.letters import slug_of
from portal.core.moment import now, today
from portal.core.visibility import public

INCLUSION = ("disability_support", "family_support", "equality_policy_url", "inclusion_note_de")
KNOWN, NOT_ASKED = "known", "not-asked"
NOTHING = Signed()
LONGEST = 600  # seconds


class Row(NamedTuple):
    """What a map shows of a partner (`partners.world_map.COLUMNS`), and what it is to us."""

    pk: int
    country: str
    city_de: str
    city_en: str
    latitude: float | None
    longitude: float | None
    precision: str
    standing: str


class Census:
    """The partners of a day in Berlin. `rows` stand in the order of their German names; the first one has bit 0."""

    def __init__(self):
        self.day = today()
        partners = list(_partners(self.day))
        self.rows = [_row(one) for one in partners]
        self.position = {row.pk: at for at, row in enumerate(self.rows)}
        self.place = _places(self.rows)
        self.signed, self.official = signed(self.day)
        self._having = self._read_values(partners)
        self._sort_keys = {code: [getattr(one, f"sort_{code}") for one in partners] for code in LANGUAGES}
        self._made_at = monotonic()
        self.kept: dict = {}  # what others make of it, for as long as it is good
        self._good_until: datetime | None = min((one.expire_at for one in partners if one.expire_at), default=None)

    @property
    def is_good(self) -> bool:
        """Tell whether it is still that day, nobody has expired by the clock, and it is not too old.

        Its age matters only for what was written past all signals, as in a table at once.
        """
        if monotonic() - self._made_at > LONGEST:
            return False
        return self.day == today() and (self._good_until is None or now() < self._good_until)

    @property
    def everybody(self) -> int:
        return (1 << len(self.rows)) - 1

    def of(self, key: int) -> Signed:
        return self.signed.get(key, NOTHING)

    # Bits -------------------------------------------------------------------------------------------------------------

    def bits(self, facet: str, values: Iterable[str]) -> int:
        """Return who has one of the values."""
        found = 0
        for value in values:
            found |= self.with_values(facet).get(value, 0)
        return found

    def with_values(self, facet: str) -> dict[str, int]:
        """Return who has which value of a facet: those values alone that anybody has."""
        return self._having.get(facet, {})

    def bits_of(self, keys: Iterable[int]) -> int:
        """Return those of the institutions that are partners."""
        return _joined((self.position[key] for key in keys if key in self.position), len(self.rows))

    def bits_within(self, boxes: list[countries.Box]) -> int:
        """Return who lies within one of the boxes."""
        return _joined((at for at, point in self._points if any(box.holds(*point) for box in boxes)), len(self.rows))

    def chosen(self, bits: int) -> list[Row]:
        return [row for row, flag in zip(self.rows, self._flags(bits), strict=False) if flag == "1"]

    def in_order(self, bits: int, sort: str, language: str) -> list[int]:
        """Return the keys of those whose bits are set."""
        flags = self._flags(bits)
        return [self.rows[at].pk for at in self._orders[sort, language] if flags[at] == "1"]

    def _flags(self, bits: int) -> str:
        """Return a "1" or a "0" for each row."""
        return f"{bits:0{len(self.rows)}b}"[::-1]

    # Made when first asked for ----------------------------------------------------------------------------------------

    @cached_property
    def _points(self) -> list[tuple[int, tuple[float, float]]]:
        return [(at, point) for at, row in enumerate(self.rows) if (point := point_of(row))]

    @cached_property
    def _orders(self) -> dict[tuple[str, str], list[int]]:
        found = {}
        for code in LANGUAGES:
            place_of = {country: at for at, country in enumerate(countries.names(code))}
            by_name = sorted(range(len(self.rows)), key=self._sort_keys[code].__getitem__)
            found["name", code] = by_name
            found["country", code] = sorted(by_name, key=lambda at: place_of.get(self.rows[at].country, 0))
            found["newest", code] = sorted(by_name, key=lambda at: self.of(self.rows[at].pk).newest, reverse=True)
        return found

    def _read_values(self, partners: list[Institution]) -> dict[str, dict[str, int]]:
        """Return by facet and value who has it."""
        positions: dict = defaultdict(lambda: defaultdict(list))
        for at, one in enumerate(partners):
            for facet, values in self._values(one).items():
                for value in values:
                    positions[facet][value].append(at)
        size = len(partners)
        return {facet: {value: _joined(those, size) for value, those in of.items()} for facet, of in positions.items()}

    def _values(self, one: Institution) -> dict[str, Iterable[str]]:
        return {
            "country": (one.country,),
            "continent": (continents.of_country().get(one.country, ""),),
            "type": (one.institution_type,),
            "subject": self.of(one.pk).subjects,
            "activity": self.of(one.pk).activities,
            "unit": self.of(one.pk).units,
            "status": (one.standing,),
            "inclusion": (KNOWN if one.is_inclusion_known else NOT_ASKED,),
            "place": (self.place[one.pk],) if one.pk in self.place else (),
        }


def census() -> Census:
    """Return the partners of this moment."""
    return content_version.memo("partners-census", Census, is_good=lambda kept: kept.is_good)


def _partners(day: date):
    columns = (*Row._fields[:-1], *INCLUSION, "institution_type", "sort_de", "sort_en", "expire_at")
    found = with_standing(public(Institution.objects.all()), day).filter(standing__in=PARTNERS)
    return found.only(*columns).order_by("sort_de", "pk")


def _row(one: Institution) -> Row:
    degrees = (None if number is None else float(number) for number in (one.latitude, one.longitude))
    return Row(one.pk, one.country, one.city_de, one.city_en, *degrees, one.precision, one.standing)


def _joined(positions: Iterable[int], size: int) -> int:
    """Return the number in which the bits at these positions are set."""
    digits = bytearray(b"0") * size
    for at in positions:
        digits[size - 1 - at] = ord("1")
    return int(digits, 2) if size else 0


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
