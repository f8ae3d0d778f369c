from contextlib import ExitStack

import pytest

from tests.chromium import Visit

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}


@pytest.fixture
def visitor(browser, demo_server):
    """Return a function that opens a tab of a new visitor: visitor(viewport=PHONE, java_script_enabled=False)."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(Visit(browser, demo_server, **options))


@pytest.fixture
def phone(visitor):
    return visitor(viewport=PHONE)


@pytest.fixture
def desk(visitor):
    return visitor(viewport=DESK)
