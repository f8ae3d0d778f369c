import pytest

from tests.site.walk import walked


@pytest.fixture
def walk(demo_content):
    """Every public address of the demo content with its response; see `tests.site.walk`."""
    return walked()
