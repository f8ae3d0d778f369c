"""The site that the tests of this folder hurt: one for all of them, in one test process."""

import pytest

from tests.editing.conftest import committed, staff  # noqa: F401  (fixtures)
from tests.faults.running import Site
from tests.processes import no_endless_waiting


def pytest_collection_modifyitems(items):
    for item in items:
        if "running_site" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group("running_site"))


@pytest.fixture(scope="session")
def served_site(tmp_path_factory, django_test_environment):
    site = Site(tmp_path_factory.mktemp("faults"))
    yield site
    site.end()


@pytest.fixture
def running_site(served_site):
    """The site in good health; a test that breaks a part of it waits until it works again."""
    with no_endless_waiting(60):
        served_site.wait_until_ready()
        yield served_site
