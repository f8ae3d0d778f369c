"""Partners for the tests of the directory, saved once for all tests."""

from datetime import date

import time_machine

from partners.models import Answer
from tests.factories import PartnerFactory
from tests.partners.directory.asking import signed

NOW = "2026-11-21 12:00 +0100"


@time_machine.travel(NOW, tick=False)
def save_assorted():
    """Save three current partners, one whose last agreement has just ended, and a former one: A to E."""
    lyon = {"city_de": "Lyon", "latitude": 45.75, "longitude": 4.85, "precision": "city"}
    a = PartnerFactory(name_de="A", country="FR", disability_support=Answer.NO, **lyon)
    b = PartnerFactory(name_de="B", country="JP", institution_type="company")
    c = PartnerFactory(name_de="C", country="FJ", latitude=-18.1, longitude=178.4, precision="site", city_de="Suva")
    d, e = PartnerFactory(name_de="D", country="FR"), PartnerFactory(name_de="E", country="FR")
    signed(a, codes=["0613"], activities=["study", "research"])
    signed(b, codes=["0811"], activities=["research"], starts_on=date(2025, 1, 1))
    c.cooperation_without_agreement = True
    c.save()
    signed(d, ends_on=date(2026, 11, 20), codes=["0613"], activities=["study"])
    signed(e, ends_on=date(2023, 1, 1), activities=["study"])
