"""The cities of the atlas for pages elsewhere: one query, not the whole index."""

from dataclasses import dataclass

from atlas.models import City
from atlas.portraits.addresses import root
from portal.core import content_version


@dataclass(frozen=True)
class CityLink:
    name: str
    url: str


def city_links() -> list[CityLink]:
    """Return the cities from west to east in the reader's language; none where it has no atlas."""
    start = root()
    cities = content_version.memo("atlas-cities", lambda: list(City.objects.all())) if start else []
    return [CityLink(str(city.name), f"{start}{city.notation}/") for city in cities]
