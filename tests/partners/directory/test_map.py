"""The map shows the same partners as the list."""

import pytest

from portal.core import content_version
from tests.factories import PartnerFactory
from tests.partners.directory.asking import find
from tests.partners.directory.partners import save_assorted

pytestmark = [pytest.mark.django_db, pytest.mark.saved_once(by=save_assorted)]


def test_the_map_shows_the_list_and_each_marker_leads_to_what_it_stands_for(site, assorted):
    for number in range(30):
        place = {
            "latitude": 44 + number / 7,
            "longitude": 3 + number / 5,
            "precision": "city",
            "city_de": f"Ort {number % 20}",
        }
        PartnerFactory(country="FR", cooperation_without_agreement=True, **place)
    content_version.forget()
    for query in ("", "country=FR", "activity=research", "bbox=0,40,5,46", "status=former"):
        finder = find(query)
        assert (finder.map.count, finder.map.placed) == (finder.count, finder.count - finder.map.without_place)
        markers = [*finder.map.europe.places, *finder.map.world.places]
        assert sorted(key for place, _url in markers for key in place.institutions) == sorted(
            row.pk for row in finder.everybody if row.latitude is not None
        )
        for place, url in markers:
            assert set(find(url.partition("?")[2]).keys) == set(place.institutions), url
