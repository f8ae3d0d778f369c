import pytest

from partners.models import Institution


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to("2026-11-21 12:00 +0100", tick=False)


@pytest.fixture
def assorted(db):
    """The partners from `tests.partners.directory.partners`, by name."""
    return {partner.name_de: partner for partner in Institution.objects.filter(name_de__in="ABCDE")}
