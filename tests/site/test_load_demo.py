"""Loading the demo content creates what is missing and leaves existing objects alone."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backend

from portal.search.models import SearchDocument
from portal.translation import selectors as translations
from portal.translation.models import State
from programs.models import Program
from tests.factories import ProgramFactory


def everything():
    """Return all rows of all tables as text, by table."""
    rows = {}
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - {"django_session"}:
            cursor.execute(f'SELECT t::text FROM "{table}" AS t')
            rows[table] = sorted(cursor.fetchall())
    return rows


def load(**options):
    call_command("load_demo", verbosity=0, **options)


def test_a_second_time_changes_nothing_in_any_table(demo_content, capsys):
    before = everything()
    assert len(before["programs_program"]) >= 24
    load()
    after = everything()
    assert {label for label in before if before[label] != after[label]} == set()
    assert all(line.endswith(": 0 created") for line in capsys.readouterr().out.split("\n") if line)


def test_what_was_edited_is_kept(demo_content):
    program = Program.objects.get(slug_de="dimento")
    program.name_de, program.summary_en, program.slug_de = "Umbenannt", "", "umbenannt"
    program.enrolment_periods.all().delete()
    program.save_revision().publish()
    page = Page.objects.get(slug="impressum").specific
    page.title, page.slug, page.lede = "Wer wir sind", "wer-wir-sind", ""
    page.save_revision().publish()
    draft = Page.objects.get(slug="kontakt").specific
    draft.title = "Noch nicht fertig"
    draft.save_revision()
    Page.objects.get(slug="weltweit").unpublish()
    before = everything()
    load()
    after = everything()
    assert {label for label in before if before[label] != after[label]} == set()


def test_what_was_deleted_comes_back(demo_content):
    Program.objects.get(slug_de="dimento").delete()
    Page.objects.get(slug="kontakt").delete()
    load()
    assert Program.objects.get(slug_de="dimento").live
    assert Page.objects.get(slug="kontakt").live


def test_what_follows_a_save_is_there_after_loading(demo_content):
    Program.objects.get(slug_de="dimento").delete()
    load()
    program = Program.objects.get(slug_de="dimento")
    assert program in get_search_backend().autocomplete("dimento", Program).get_queryset()
    assert ReferenceIndex.get_references_for_object(program).exists()
    assert translations.of_object(program).state != State.MISSING
    assert SearchDocument.objects.filter(kind="program", object_id=program.pk).count() == 2


@pytest.mark.usefixtures("wagtails_indexes")
def test_after_loading_everything_follows_each_save_again(demo_content, django_capture_on_commit_callbacks):
    load()
    with django_capture_on_commit_callbacks(execute=True):
        program = ProgramFactory(name_de="Nachzügler")
    assert program in get_search_backend().autocomplete("nachzügler", Program).get_queryset()
    assert ReferenceIndex.get_references_for_object(program).exists()
    assert translations.of_object(program).title == "Nachzügler"
    assert SearchDocument.objects.filter(kind="program", object_id=program.pk).exists()


def test_it_refuses_where_the_site_is_no_demonstration(demo_content, settings):
    settings.DEMO = False
    Program.objects.get(slug_de="dimento").delete()
    with pytest.raises(CommandError, match="no demonstration"):
        load()
    assert not Program.objects.filter(slug_de="dimento").exists()


def test_it_is_loaded_whole_or_not_at_all(demo_content, monkeypatch):
    Program.objects.get(slug_de="dimento").delete()

    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr("portal.demo.loading.staff.load", fail)
    with pytest.raises(RuntimeError):
        load()
    assert not Program.objects.filter(slug_de="dimento").exists()


def test_the_second_loading_asks_for_what_is_there_and_no_more(demo_content, django_assert_max_num_queries):
    with django_assert_max_num_queries(120):
        load()
