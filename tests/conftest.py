"""Fixtures and marks for all tests.

- `db`, or the mark `django_db`: a database as the migrations leave it, rolled back after the test
- `site`: the same with home and index pages, which records need to be public; a dictionary of these pages
- the mark `saved_once(by=function)`: the function has saved its objects already, once per test process
- `wagtails_indexes`: factories update Wagtail's search index and reference index
- `demo_content`: a database with the demo content, rolled back after the test
- `demo_server`: the address of a running site with the demo content; read-only
- `editable_demo_server`: the same on a separate copy, for tests that save something
- `broken_parts`: the log of the parts of pages that were left out, which fail any other test
- `limited`: waiting for a process fails after a few minutes
- `browser`: Chromium; `page`: a tab of it on `demo_server`, in which a request to a third party fails the test

No test affects the next one: language, time zone, caches and in-memory data are reset.
"""

import gc
import logging
import signal
from functools import partial

import pytest
from django.db import connections
from django.utils.translation.reloader import translation_file_changed
from pytest_django.plugin import blocking_manager_key

from tests import examples, wagtail_indexes
from tests.chromium import Visit, launched
from tests.databases import Copy, connect_to, connected_to
from tests.processes import no_endless_waiting
from tools.messages import CATALOGUE, ROOT, compile_catalogue

examples.register()

DATABASES = pytest.StashKey[dict[tuple, Copy]]()


def pytest_configure(config):
    """Compile the German texts even without `make`, and restore SIGINT even in the background.

    Background jobs ignore SIGINT, and all child processes would inherit that.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if not hasattr(config, "workerinput") and (ROOT / CATALOGUE).exists():
        compile_catalogue()
        # Django may have read the compiled texts already, when they were missing or older.
        translation_file_changed(None, (ROOT / CATALOGUE).with_suffix(".mo"))


def pytest_sessionstart():
    """Set no database until a test has chosen one; in particular not that of DATABASE_URL."""
    connections["default"].settings_dict["NAME"] = ""


def pytest_collection_finish():
    """Spare the garbage collector everything that lives as long as the run: it took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark slow kinds of tests, so that `-m` can exclude them, and run them first, so that short ones end a run."""
    for item in items:
        for kind in slow_kinds(item):
            item.add_marker(kind)
        if "walk" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group("walk"))  # all in one process, so that there is one walk
        elif save := saved_once(item):
            item.add_marker(pytest.mark.xdist_group(save.__qualname__))
    yield
    items.sort(key=lambda item: not slow_kinds(item))


def slow_kinds(item):
    """Return the names of the marks that follow from a test's fixtures and folder."""
    by_fixture = {"browser", "walk"} & set(item.fixturenames)
    by_folder = {"commands", "embedded"} & {item.path.parent.name}
    return by_fixture | by_folder | ({"fuzz"} if item.path.stem.endswith("_fuzz") else set())


# Databases -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_setup(request):
    """Replace pytest-django's fixture: each test chooses its database before its fixtures are set up."""
    yield
    for database in databases(request.session).values():
        database.drop()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item):
    """Connect a test that uses a database to the one it starts with."""
    if uses_database(item):
        connect_to(chosen_database(item).name)
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """Renew the database after a test that commits: pytest-django empties all tables, even locales and sites."""
    yield
    if is_transactional(item):
        connect_to("")
        chosen_database(item).renew()


def databases(session):
    """Return the databases of this test process so far, by the functions that filled them."""
    return session.stash.setdefault(DATABASES, {})


def chosen_database(item):
    """Return the database that a test starts with, creating it if it is the first of its kind."""
    pages = save_pages if "site" in item.fixturenames else None
    content = tuple(filter(None, (pages, saved_once(item))))
    copies = databases(item.session)
    if content not in copies:
        blocker = item.config.stash[blocking_manager_key]
        copies[content] = Copy("migrated", fill=partial(save_all, content, blocker) if content else None)
    return copies[content]


def saved_once(item):
    """Return the function of the mark `saved_once`, or None."""
    mark = item.get_closest_marker("saved_once")
    return mark.kwargs["by"] if mark else None


def save_all(functions, blocker):
    """Call the functions as a test would: their on-commit callbacks are discarded."""
    from django.db import connection, transaction

    with blocker.unblock(), transaction.atomic():
        for function in functions:
            function()
        connection.run_on_commit = []


def save_pages():
    """Save the pages that the fixture `site` returns."""
    from tests.index_pages import save_index_pages

    save_index_pages()


def uses_database(item):
    """Return whether pytest-django opens the database for this test."""
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or "db" in fixtures or "transactional_db" in fixtures


def is_transactional(item):
    """Return whether pytest-django empties the tables after this test."""
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ())


@pytest.fixture
def site(db):
    """Return the pages that records need to be public, by (kind, language); see `tests.index_pages`."""
    from tests.index_pages import index_pages

    return index_pages()


@pytest.fixture
def wagtails_indexes():
    """Update Wagtail's indexes on every save, as outside the tests; see `tests.wagtail_indexes`."""
    with wagtail_indexes.kept():
        yield


@pytest.fixture(scope="session")
def demo_database(uploads):
    """The demo content of this test process, with its uploaded files."""
    database = Copy("demo")
    database.bring_uploads(uploads)
    yield database
    database.drop()


@pytest.fixture
def demo_content(demo_database, django_db_blocker):
    """The demo content; what the test changes is rolled back."""
    from django.db import transaction

    with django_db_blocker.unblock(), connected_to(demo_database.name), transaction.atomic():
        yield
        transaction.set_rollback(True)


# Pages ---------------------------------------------------------------------------------------------------------------

SMALL_TEMPLATES = (
    "django/forms/",
    "wagtailadmin/shared/",
    "wagtailadmin/panels/",
    "wagtailadmin/widgets/",
    "core/panels/",
    "core/record_picker.html",
)


@pytest.fixture(scope="session", autouse=True)
def contexts_of_pages_only(django_test_environment):
    """Let the test client copy the contexts of pages, but not of the hundreds of small templates in edit forms."""
    from django.template.base import Template

    with_copy = Template._render

    def render(template, context):
        if template.name and template.name.startswith(SMALL_TEMPLATES):
            return template.nodelist.render(context)
        return with_copy(template, context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", render)
        yield


# Servers, processes and browsers ----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def server_thread(django_test_environment):
    """One server per test process; requests use the database of the running test."""
    from pytest_django.live_server_helper import LiveServer

    server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def demo_server(server_thread, demo_database, django_db_blocker):
    """The address of the running site, such as "http://localhost:12345", without a trailing slash."""
    with django_db_blocker.unblock(), connected_to(demo_database.name):
        yield server_thread.url


@pytest.fixture
def editable_demo_server(server_thread, uploads, django_db_blocker):
    """Like `demo_server`, on a copy that is dropped after the test."""
    database = Copy("demo")
    database.bring_uploads(uploads)
    with django_db_blocker.unblock(), connected_to(database.name):
        yield server_thread.url
    database.drop()


@pytest.fixture
def limited():
    """For tests that wait for processes: a process that does not answer or end fails the test instead of hanging."""
    with no_endless_waiting():
        yield


@pytest.fixture(scope="session")
def browser():
    """A running Chromium; skips the test if none is installed."""
    with launched() as chromium:
        yield chromium


@pytest.fixture
def page(browser, demo_server):
    """A tab of a German visitor; addresses may be given without the server, as in `page.goto("/de/")`."""
    with Visit(browser, demo_server) as page:
        yield page


# Nothing leaks ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def uploads(tmp_path_factory):
    """The folder for uploaded files, never the developer's own."""
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("media")
    with override_settings(MEDIA_ROOT=folder, PRIVATE_ROOT=tmp_path_factory.mktemp("private")):
        yield folder


class _Records(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_part_is_broken(request):
    """Fail a test in which a part of a page was left out, unless it breaks one on purpose (`broken_parts`)."""
    handler, logger = _Records(), logging.getLogger("portal.core.parts")
    logger.addHandler(handler)
    yield handler.records
    logger.removeHandler(handler)
    if "broken_parts" not in request.fixturenames:
        assert [f"{record.getMessage()}: {record.exc_info[1]!r}" for record in handler.records] == []


@pytest.fixture
def broken_parts(no_part_is_broken):
    """The log records of the parts that were left out, for tests that break some."""
    return no_part_is_broken


@pytest.fixture(autouse=True)
def nothing_leaks():
    """Reset all in-memory state: databases have different ids, so cached objects must not outlive a test."""
    yield
    from django.contrib.contenttypes.models import ContentType
    from django.core.cache import caches
    from django.utils import timezone, translation

    from portal.core import content_version

    translation.deactivate()
    timezone.deactivate()
    for cache in caches.all(initialized_only=True):
        cache.clear()
    ContentType.objects.clear_cache()
    content_version.forget()
