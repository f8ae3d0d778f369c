"""Search documents follow what is published. On-commit callbacks run where a test uses `committed`."""

import io
import threading

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from portal.core import content_version
from portal.search import selectors, writing
from portal.search.models import CompoundWord, SearchDocument, SynonymGroup
from portal.search.query import parse
from portal.search.registry import get_document_type
from programs.models import Kind, Program
from tests.factories import ENGLISH, LifeSituationFactory, ProgramFactory

pytestmark = pytest.mark.django_db
TEXTS = ("kind", "object_id", "language", "key", "title", "summary", "labels", "folded", "priority", "vector")


@pytest.fixture(autouse=True)
def committed(site, django_capture_on_commit_callbacks):
    """Return a context manager that runs on-commit callbacks; the site's pages are its `pages`."""

    def commits():
        return django_capture_on_commit_callbacks(execute=True)

    writing.write(get_document_type("page"), [page.pk for page in site.values()])
    commits.pages = site
    content_version.forget()
    return commits


def documents_for(query, kind="program"):
    visible = selectors.visible_documents().filter(kind=kind)
    return sorted({(document.title, document.language) for document in selectors.matching(parse(query), visible)})


def test_a_programme_is_found_in_both_languages_once_it_is_saved(committed):
    with committed():
        ProgramFactory(name_de="Lotsendienst", **ENGLISH)
    assert documents_for("Lotsendienst") == [("Lotsendienst", "de")]
    assert documents_for("beginners") == [("Mentoring for beginners", "en")]


def test_emptying_the_english_takes_it_away(committed):
    with committed():
        program = ProgramFactory(**ENGLISH)
    with committed():
        program.name_en = ""
        program.save()
    assert documents_for("beginners") == []


def test_what_is_deleted_or_hidden_is_not_found(committed):
    with committed():
        gone, hidden = ProgramFactory(name_de="Lotsen eins"), ProgramFactory(name_de="Lotsen zwei")
    with committed():
        gone.delete()
        hidden.unpublish()
    assert documents_for("Lotsen") == []
    assert not SearchDocument.objects.filter(kind="program").exists()


def test_a_draft_of_something_published_changes_nothing(committed):
    with committed():
        program = ProgramFactory(name_de="Lotsendienst")
    with committed():
        program.name_de = "Heimlich"
        program.save_revision()
    assert documents_for("Heimlich") == []
    with committed():
        program.latest_revision.publish()
    assert documents_for("Heimlich") == [("Heimlich", "de")]


def test_what_expires_is_gone_on_time_though_nobody_came_by(committed):
    with committed():
        ProgramFactory(name_de="Lotsendienst", expire_at=timezone.now() + timezone.timedelta(hours=1))
    assert documents_for("Lotsendienst")
    with time_machine.travel(timezone.now() + timezone.timedelta(hours=2)):
        assert documents_for("Lotsendienst") == []


def test_without_an_index_page_records_are_gone_in_that_language(committed):
    with committed():
        ProgramFactory(name_de="Lotsendienst", **ENGLISH)
    with committed():
        committed.pages["programs", "en"].unpublish()
    content_version.forget()
    assert documents_for("beginners") == []
    assert documents_for("Lotsendienst") == [("Lotsendienst", "de")]


def test_a_page_behind_a_password_is_not_found(committed):
    from wagtail.models import PageViewRestriction

    assert documents_for("Lebenslagen", "page") == [("Lebenslagen", "de")]
    with committed():
        page = committed.pages["situations", "de"]
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    content_version.forget()
    assert documents_for("Lebenslagen", "page") == []


def test_synonyms_of_a_concept_reach_what_has_it(committed):
    with committed():
        ProgramFactory(name_de="Lotsendienst", kinds=["mentoring"])
    with committed():
        kind = Kind.objects.get(notation="mentoring")
        kind.synonyms_de = ["Wegbegleitung"]
        kind.save()
    assert documents_for("Wegbegleitung") == [("Lotsendienst", "de")]


def test_synonyms_of_a_situation_too(committed):
    with committed():
        situation = LifeSituationFactory(name_de="Auf See")
        ProgramFactory(name_de="Lotsendienst", life_situations=[situation])
    with committed():
        situation.synonyms_en = ["sailor"]
        situation.save()
    assert documents_for("sailors") == [("Lotsendienst", "de")]


def test_a_group_of_synonyms_takes_effect_when_saved(committed):
    with committed():
        ProgramFactory(name_de="Lotsendienst")
    assert documents_for("pilot service") == []
    with committed():
        SynonymGroup.objects.create(words=["Lotsendienst", "pilot service"])
    assert documents_for("pilot service") == documents_for("Pilot-Service") == [("Lotsendienst", "de")]


def test_a_phrase_is_looked_for_in_what_was_there_before(committed):
    with committed():
        ProgramFactory(name_de="Lotsen an Land")
    assert documents_for("Pilot") == []
    with committed():
        SynonymGroup.objects.create(words=["Pilot", "Lotsen an Land"])
    assert documents_for("Pilot") == [("Lotsen an Land", "de")]


@pytest.mark.parametrize(
    ("name", "query"),
    [("Turmfalkenkiste", "Kiste Turmfalken"), ("Eine Kiste für Turmfalken", "Turmfalkenkiste")],
    ids=["whole", "in parts"],
)
def test_a_compound_is_looked_for_in_what_was_there_before(committed, name, query):
    with committed():
        ProgramFactory(name_de=name)
    assert documents_for(query) == []
    with committed():
        CompoundWord.objects.create(parts="Turmfalken|kiste")
    assert documents_for(query) == [(name, "de")]


def test_rebuilding_gives_what_was_kept_up_to_date_all_along(committed):
    with committed():
        ProgramFactory(name_de="Förderung für Schüler:innen", kinds=["mentoring"], **ENGLISH)
        ProgramFactory(name_de="Entwurf", live=False)
    call_command("rebuild_search", verbosity=0, stdout=io.StringIO())
    before = set(SearchDocument.objects.values_list(*TEXTS))
    SearchDocument.objects.all().delete()
    call_command("rebuild_search", verbosity=0, stdout=io.StringIO())
    assert set(SearchDocument.objects.values_list(*TEXTS)) == before
    assert any("Förderung" in row[4] for row in before)


def test_rebuilding_removes_what_nothing_stands_behind(committed):
    with committed():
        program = ProgramFactory(name_de="Lotsendienst")
    Program.objects.filter(pk=program.pk).update(live=False)  # without signals
    SearchDocument.objects.filter(kind="page").update(kind="gone")
    call_command("rebuild_search", verbosity=0, stdout=io.StringIO())
    kinds = set(SearchDocument.objects.values_list("kind", flat=True))
    assert kinds == {"institution", "page", "situation"}


def test_rebuilding_draws_its_progress_beside_the_result(committed):
    stderr, stdout = io.StringIO(), io.StringIO()
    call_command("rebuild_search", stderr=stderr, stdout=stdout)
    total = SearchDocument.objects.count()
    assert stdout.getvalue() == f"{total} documents written\n"
    assert stderr.getvalue().count("\n") == 1
    assert "[########" in stderr.getvalue()


@pytest.mark.django_db(transaction=True)
def test_two_rebuilds_at_once_get_into_nobodys_way(committed):
    faults, document_count = [], writing.rebuild()

    def rebuild():
        from django.db import connection

        try:
            writing.rebuild()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the test shows it
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=rebuild) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert SearchDocument.objects.count() == document_count > 0
