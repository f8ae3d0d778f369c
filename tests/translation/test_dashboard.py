"""The translation dashboard for staff, with the demo content."""

import pytest
from django.urls import reverse

from portal.pages.models import ArticlePage
from portal.translation import selectors
from portal.translation.english import compare_url
from portal.translation.models import State, Translation
from programs.models import Program

pytestmark = pytest.mark.usefixtures("demo_content")
REPORT = "/admin/translations/"


@pytest.fixture
def administrator(client, django_user_model):
    client.force_login(django_user_model.objects.get(username="administrator"))
    return client


def outdated():
    """Return the translation of a programme whose German has changed since its English was confirmed."""
    program = Program.objects.get(slug_de="dimento")
    program.summary_de = "Ein neuer Satz."
    program.save()
    from portal.translation import tracking

    tracking.update_record(Program, program.pk)
    return selectors.of_object(program)


def test_what_wants_attention_stands_first_and_what_readers_want_before_all(administrator):
    wanted = outdated()
    Translation.objects.filter(pk=wanted.pk).update(requests=7)
    rows = list(administrator.get(REPORT).context["object_list"])
    assert rows[0] == wanted
    states = [row.current_state in selectors.ATTENTION for row in selectors.translations()]
    assert states == sorted(states, reverse=True)


@pytest.mark.parametrize("state", list(State))
def test_a_filter_shows_that_state_only(administrator, state):
    outdated()
    rows = administrator.get(REPORT, {"current_state": state}).context["object_list"]
    assert rows
    assert {row.state for row in rows} == {state}


def test_one_click_says_still_correct(administrator):
    translation = outdated()
    answer = administrator.post(reverse("translation_confirm", args=[translation.pk]), {"next": REPORT + "?p=2"})
    assert answer.url == REPORT + "?p=2"
    translation.refresh_from_db()
    assert translation.state == State.CURRENT
    assert translation.confirmed_by.username == "administrator"


def test_what_has_no_english_cannot_be_called_correct(administrator):
    translation = Translation.objects.filter(missing__gt=0).first()
    administrator.post(reverse("translation_confirm", args=[translation.pk]))
    translation.refresh_from_db()
    assert translation.state == State.MISSING


def test_the_way_back_never_leads_elsewhere(administrator):
    address = reverse("translation_confirm", args=[outdated().pk])
    assert administrator.post(address, {"next": "https://example.org/"}).url == REPORT


def test_comparing_shows_what_changed(administrator):
    text = administrator.get(outdated().url).content.decode()
    assert "<ins>Ein neuer Satz.</ins>" in text


def test_the_table_can_be_had_as_csv_without_live_formulas(administrator):
    Translation.objects.filter(pk=outdated().pk).update(title='=HYPERLINK("x")')
    answer = administrator.get(REPORT, {"export": "csv", "current_state": "outdated"})
    text = b"".join(answer.streaming_content).decode()
    assert "'=HYPERLINK" in text


def test_write_the_english_version_of_a_german_page(administrator):
    german = ArticlePage.objects.get(slug="hochschuldeutsch")
    address = reverse("translation_write", args=[german.pk])
    assert administrator.get(address).status_code == 200
    answer = administrator.post(address)
    draft = german.get_translations().get()
    assert answer.url == compare_url(german)
    assert not draft.live
    form = administrator.get(answer.url).content.decode()
    assert german.lede in form
    assert administrator.get(address).url == answer.url  # the second time, the draft is opened


def test_without_an_english_page_above_that_one_comes_first(administrator):
    german = ArticlePage.objects.get(slug="hochschuldeutsch")
    german.get_parent().get_translations().get().delete()
    address = reverse("translation_write", args=[german.pk])
    assert administrator.get(address).context["parent"].pk == german.get_parent().pk
    assert administrator.post(address).status_code == 200
    assert not german.get_translations().exists()


def test_the_dashboard_takes_a_bounded_number_of_queries(administrator, django_assert_max_num_queries):
    administrator.get(REPORT)
    with django_assert_max_num_queries(15):
        administrator.get(REPORT)
