"""The translation state of a page or record, from one save to the next."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.rich_text import RichText

from portal.pages.models import ArticlePage
from portal.translation import selectors, tracking
from portal.translation.models import State, Translation
from programs.models import LifeSituation, RequiredDocument
from tests.factories import ENGLISH, LifeSituationFactory, ProgramFactory, UnitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def committed(django_capture_on_commit_callbacks):
    """Return a context manager that runs on-commit callbacks at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def state(record):
    translation = selectors.of_object(record)
    assert translation.state == translation.current_state  # Python and SQL agree
    return translation.state


@pytest.fixture
def program(committed):
    with committed():
        return ProgramFactory(name_de="Mentoring für den Anfang", **ENGLISH)


def change(committed, record, **columns):
    with committed():
        for name, value in columns.items():
            setattr(record, name, value)
        record.save()


def test_a_whole_translation_is_current(program):
    assert state(program) == State.CURRENT


def test_a_single_text_without_english_is_missing(program, committed):
    change(committed, program, eligibility_de="<p>Alle.</p>")
    assert state(program) == State.MISSING
    assert selectors.of_object(program).missing == 1
    change(committed, program, eligibility_en="<p>Everybody.</p>")
    assert state(program) == State.CURRENT


def test_a_text_of_a_child_counts_too(program, committed):
    with committed():
        program.required_documents.set([RequiredDocument(text_de="Zeugnis")])
        program.save()
    assert state(program) == State.MISSING


def test_changed_german_makes_the_english_outdated_and_taking_it_back_current(program, committed):
    before = program.summary_de
    change(committed, program, summary_de="Ganz anders gesagt.")
    assert state(program) == State.OUTDATED
    change(committed, program, summary_de=before)
    assert state(program) == State.CURRENT


def test_changing_both_together_keeps_them_current(program, committed):
    change(committed, program, summary_de="Neu gesagt.", summary_en="Said anew.")
    assert state(program) == State.CURRENT


@pytest.mark.parametrize(
    "columns",
    [
        {},
        {"status": "paused"},
        {"summary_de": " Kurz   gesagt. "},
        {"description_de": "<p>Ausführlich <b>gesagt</b>.</p>"},
        {"slug_de": "anders", "slug_en": "other"},
    ],
)
def test_what_is_no_word_changes_nothing(program, committed, columns):
    changed_at = selectors.of_object(program).german_changed_at
    change(committed, program, **columns)
    assert state(program) == State.CURRENT
    assert selectors.of_object(program).german_changed_at == changed_at


def test_a_draft_changes_nothing(program, committed):
    with committed():
        program.summary_de = "Nur ein Entwurf."
        program.save_revision()
    assert state(program) == State.CURRENT
    with committed():
        program.get_latest_revision().publish()
    assert state(program) == State.OUTDATED


def test_the_same_in_both_languages_waits_until_somebody_says_so(committed):
    with committed():
        situation = LifeSituationFactory(
            name_de="LGBTIQ*", name_en="LGBTIQ*", sentence_de="x", sentence_en="x", title_de="y", title_en="y"
        )
    assert state(situation) == State.MISSING
    translation = selectors.of_object(situation)
    assert translation.missing == 3
    translation.same_texts = ["LGBTIQ*", "x"]
    translation.save()
    tracking.update_record(LifeSituation, situation.pk)
    assert selectors.of_object(situation).missing == 1  # one is translated, two are the same on purpose
    translation.same_texts.append("y")
    translation.save()
    tracking.update_record(LifeSituation, situation.pk)
    assert state(situation) == State.OUTDATED
    translation.refresh_from_db()
    translation.confirm()
    translation.save()
    assert state(situation) == State.SAME


def test_what_is_no_longer_public_is_no_work(program, committed):
    with committed():
        program.unpublish()
    assert selectors.of_object(program) is None


def test_confirming_shows_nothing_more_to_look_at(program, committed):
    change(committed, program, summary_de="Kurz und anders gesagt.")
    translation = selectors.of_object(program)
    (changed,) = selectors.changes(translation)
    assert changed["words"] == [("same", "Kurz"), ("new", "und anders"), ("same", "gesagt.")]
    translation.confirm()
    translation.save()
    assert state(program) == State.CURRENT
    assert selectors.changes(selectors.of_object(program)) == []


def test_before_anything_was_confirmed_nothing_has_changed_since():
    never_confirmed = Translation(german_texts={"summary_de": "Kurz gesagt."})
    assert selectors.changes(never_confirmed) == []


class TestPages:
    @pytest.fixture
    def pair(self, site, committed):
        with committed():
            german = ArticlePage(title="Anfang", slug="anfang", body=[("text", RichText("<p>Wer fragt, lernt.</p>"))])
            site["home", "de"].add_child(instance=german)
        with committed():
            english = german.copy_for_translation(site["home", "en"].locale)
        return german, english

    def publish(self, committed, page, **columns):
        with committed():
            for name, value in columns.items():
                setattr(page, name, value)
            page.save_revision().publish()

    def test_an_unpublished_draft_is_still_missing(self, pair):
        assert state(pair[0]) == State.MISSING

    def test_a_copy_of_the_german_is_no_translation(self, pair, committed):
        self.publish(committed, pair[1])
        assert state(pair[0]) == State.MISSING

    def test_write_publish_outdate_and_publish_again(self, pair, committed):
        german, english = pair
        self.publish(committed, english, title="Beginning", body=[("text", RichText("<p>Asking is learning.</p>"))])
        assert state(german) == State.CURRENT
        self.publish(committed, german, title="Ein neuer Anfang")
        assert state(german) == State.OUTDATED
        self.publish(committed, german, lede="Ein neuer Satz.")
        assert state(german) == State.MISSING
        self.publish(committed, english, lede="A new sentence.")
        assert state(german) == State.CURRENT

    def test_moving_a_page_changes_nothing(self, pair, committed):
        german, english = pair
        self.publish(committed, english, title="Beginning", body=[("text", RichText("<p>Asking is learning.</p>"))])
        with committed():
            german.slug = "woanders"
            german.save()
        assert state(german) == State.CURRENT


def test_rebuilding_finds_what_is_there(committed):
    ProgramFactory()
    Translation.objects.all().delete()
    from portal.translation import tracking

    tracking.rebuild()
    assert Translation.objects.filter(content_type__model="program").count() == 1
    assert Translation.objects.filter(content_type__model="lifesituation").count() == LifeSituation.objects.count()


def test_what_is_loaded_at_once_is_compared_afterwards(committed):
    with committed(), tracking.paused():
        unit = UnitFactory(name_de="Stelle")
    assert selectors.of_object(unit) is None
    tracking.rebuild()
    assert selectors.of_object(unit).title == "Stelle"
    change(committed, unit, name_de="Neue Stelle")
    assert selectors.of_object(unit).title == "Neue Stelle"


def test_rebuilding_keeps_what_was_confirmed_and_forgets_what_is_hidden(program, committed):
    with committed():
        hidden = ProgramFactory(**ENGLISH)
    change(committed, program, summary_de="Ganz anders gesagt.")
    type(hidden).objects.filter(pk=hidden.pk).update(live=False)
    tracking.rebuild()
    assert state(program) == State.OUTDATED
    assert selectors.of_object(hidden) is None


def test_rebuilding_asks_no_more_for_more_records(django_assert_num_queries):
    UnitFactory()
    tracking.rebuild()  # caches the content types
    Translation.objects.all().delete()
    with CaptureQueriesContext(connection) as before:
        tracking.rebuild()
    Translation.objects.all().delete()
    UnitFactory.create_batch(5)
    with django_assert_num_queries(len(before)):
        tracking.rebuild()
