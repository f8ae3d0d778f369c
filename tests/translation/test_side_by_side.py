"""German and English side by side: how texts are paired, what counts as translated, and one submit for all of it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.rich_text import RichText
from wagtail.users.models import UserProfile

from partners.models import Unit
from portal.core import content_version
from portal.core.addressing.tree import in_german_order
from portal.pages.models import ArticlePage
from portal.translation import selectors, tracking
from portal.translation.blocks import raw_blocks
from portal.translation.english import compare_url
from portal.translation.models import State
from portal.translation.pairs import PagePair
from portal.translation.passages import untranslated
from programs.models import Program, RequiredDocument
from tests.admin.forms import Form, rich_text
from tests.factories import ENGLISH, ProgramFactory, UnitFactory

QUESTION = {"question": "Wann?", "answer": RichText("<p>Am <b>Montag</b>.</p>")}
BODY = [
    ("text", RichText("<p>Wer fragt, lernt.</p>")),
    ("notice", {"heading": "Gut zu wissen", "text": RichText("<p>Beratung kostet nichts.</p>")}),
    ("accordion", {"heading": "Häufig gefragt", "parts": [QUESTION]}),
]


def page_of(site, language, title, body, **columns):
    columns = {"slug": f"{language}-seite", "locale": site["home", language].locale, **columns}
    page = ArticlePage(title=title, body=body, **columns)
    site["home", language].add_child(instance=page)
    return page


@pytest.fixture
def german(site, committed):
    with committed():
        return page_of(site, "de", "Anfang", BODY, lede="Wie es losgeht.")


@pytest.fixture
def english(german, site, committed):
    with committed():
        return german.copy_for_translation(site["home", "en"].locale)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def writer(client, django_user_model):
    head = django_user_model.objects.create_superuser("head")
    UserProfile.objects.create(user=head, preferred_language="en")
    client.force_login(head)
    return client


def pairs(german, english):
    return {passage.place: (passage.german, passage.english) for passage in PagePair(german, english).passages}


def newest(page):
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def field_of(form, german_text):
    """Return the name of the English field beside a German text."""
    row = next(row for row in form.soup.select(".translation-row") if german_text in row.get_text())
    return row.select_one('[name^="text-"]')["name"]


class TestPairing:
    def test_a_text_that_is_missing_shifts_nothing(self, site):
        german = page_of(site, "de", "Anfang", BODY, lede="Wie es losgeht.", search_description="")
        english = page_of(site, "en", "Beginning", [], lede="")
        assert pairs(german, english)["title"] == ("Anfang", "Beginning")
        assert pairs(german, english)["lede"] == ("Wie es losgeht.", "")

    def test_blocks_of_a_copy_are_paired_by_their_ids_wherever_they_stand(self, german, english):
        english.body = raw_blocks(english.body)[::-1]
        shown = [(passage.german, passage.english) for passage in PagePair(german, english).passages]
        assert ("Häufig gefragt", "Häufig gefragt") in shown
        assert ("Gut zu wissen", "Gut zu wissen") in shown

    def test_blocks_written_by_hand_are_paired_by_type_and_order(self, site):
        german = page_of(site, "de", "Anfang", BODY)
        answer = {"question": "When?", "answer": RichText("<p>On Monday.</p>")}
        english = page_of(site, "en", "Beginning", [BODY[0], ("accordion", {"heading": "Asked", "parts": [answer]})])
        shown = [(passage.german, passage.english) for passage in PagePair(german, english).passages]
        assert ("Wann?", "When?") in shown
        assert ("Gut zu wissen", "") in shown  # between the two, in the order of the German
        assert [german for german, _english in shown].index("Gut zu wissen") < [g for g, _e in shown].index("Wann?")

    def test_what_only_the_english_has_stands_alone(self, site):
        german = page_of(site, "de", "Anfang", [])
        english = page_of(site, "en", "Beginning", BODY[:1])
        assert (None, "<p>Wer fragt, lernt.</p>") in [
            (passage.german, passage.english) for passage in PagePair(german, english).passages
        ]


class TestCounting:
    def test_a_page_with_one_translated_text_is_not_current(self, german, english, committed):
        with committed():
            english.title = "Beginning"
            english.save_revision().publish()
        translation = selectors.of_object(german)
        assert translation.missing == 7  # everything but the title
        assert translation.state == translation.current_state == State.MISSING

    def test_what_is_confirmed_as_the_same_and_what_has_no_words_counts_as_translated(self, german, english):
        passages = PagePair(german, english).passages
        assert len(untranslated(passages, [])) == 8
        assert len(untranslated(passages, ["Anfang", "Wann?"])) == 6
        english.title = german.title = "2026"
        assert len(untranslated(PagePair(german, english).passages, [])) == 7

    def test_a_block_left_out_on_purpose_is_no_missing_text(self, german, english):
        english.body = []
        assert len(untranslated(PagePair(german, english).passages, [])) == 2  # title and lede


class TestWriting:
    def test_all_texts_of_a_page_with_one_submit(self, writer, german, english, committed):
        form = Form.open(writer, compare_url(german))
        form[field_of(form, "Anfang")] = "Beginning"
        form[field_of(form, "Wer fragt, lernt.")] = rich_text("Asking is learning.")
        form[field_of(form, "Wann?")] = "When?"
        assert form.post().status_code == 302
        english.refresh_from_db()
        assert not english.live
        draft = newest(english)
        assert (draft.title, draft.slug, draft.lede) == ("Beginning", "beginning", "Wie es losgeht.")
        assert "Asking is learning." in str(draft.body[0].value)
        assert draft.body[2].value["parts"][0]["question"] == "When?"
        assert "<b>Montag</b>" in str(draft.body[2].value["parts"][0]["answer"])
        assert PageLogEntry.objects.filter(page=english.pk, action="wagtail.edit", user__username="head").exists()
        again = Form.open(writer, compare_url(german))
        assert "5 texts are still German" in " ".join(again.soup.get_text(" ").split())

    def test_publishing_it_at_once(self, writer, german, english, committed):
        form = Form.open(writer, compare_url(german))
        form[field_of(form, "Anfang")] = "Beginning"
        form.values["action"] = ["publish"]
        assert form.post().status_code == 302
        english.refresh_from_db()
        assert (english.live, english.title, english.slug) == (True, "Beginning", "beginning")

    def test_a_block_that_the_english_lacks_comes_with_its_text_and_only_then(self, writer, german, english):
        english.body = [block for block in raw_blocks(english.body) if block["type"] != "notice"]
        english.save_revision()
        form = Form.open(writer, compare_url(german))
        form[field_of(form, "Anfang")] = "Beginning"
        form.post()
        assert [block.block_type for block in newest(english).body] == ["text", "accordion"]
        form = Form.open(writer, compare_url(german))
        form[field_of(form, "Gut zu wissen")] = "Good to know"
        form.post()
        body = newest(english).body
        assert [block.block_type for block in body] == ["text", "notice", "accordion"]
        assert body[1].value["heading"] == "Good to know"

    def test_an_error_loses_nothing(self, writer, german, english):
        form = Form.open(writer, compare_url(german))
        form[field_of(form, "Anfang")] = ""
        form[field_of(form, "Wer fragt, lernt.")] = rich_text("Asking is learning.")
        form[field_of(form, "Wann?")] = "x" * 201
        back = form.refused("")
        assert len(back.soup.select(".translation-row .error-message")) == 2
        assert "Asking is learning." in back[field_of(back, "Wer fragt, lernt.")]
        assert back[field_of(back, "Wann?")] == "x" * 201
        assert newest(english).title == "Anfang"

    def test_what_somebody_else_saved_meanwhile_is_not_overwritten_unseen(self, writer, german, english):
        form = Form.open(writer, compare_url(german))
        draft = newest(english)
        draft.title, draft.lede = "Start", "How it begins."
        draft.body = [block for block in raw_blocks(draft.body) if block["type"] != "accordion"]
        draft.save_revision()
        form[field_of(form, "Anfang")] = "Beginning"
        form[field_of(form, "Wann?")] = "When?"
        back = form.refused("")
        text = back.soup.get_text(" ")
        assert back[field_of(back, "Anfang")] == "Beginning"
        assert "Stored meanwhile:" in text
        assert "Start" in text
        assert back[field_of(back, "Wie es losgeht.")] == "How it begins."  # nothing else was typed there
        assert back[field_of(back, "Wann?")] == "When?"
        back.post()
        assert newest(english).title == "Beginning"
        assert newest(english).lede == "How it begins."

    def test_german_that_was_changed_meanwhile_is_shown_first(self, writer, german, english):
        form = Form.open(writer, compare_url(german))
        german.lede = "Wie es wirklich losgeht."
        german.save()
        back = form.refused("")
        assert "The German was changed meanwhile." in back.soup.get_text(" ")
        assert "Wie es wirklich losgeht." in back.soup.get_text(" ")
        assert back.post().status_code == 302

    def test_what_was_typed_for_a_text_that_is_gone_can_still_be_read(self, writer, german, english):
        form = Form.open(writer, compare_url(german))
        form[field_of(form, "Wer fragt, lernt.")] = rich_text("Asking is learning.")
        german.body = BODY[1:]
        german.save()
        english.body = BODY[1:]
        english.save_revision()
        back = form.refused("")
        assert "Asking is learning." in back.soup.select_one("[data-left-over]").get_text()

    def test_texts_that_are_the_same_are_confirmed_one_by_one(self, writer, german, english, committed):
        with committed():
            english.save_revision().publish()
        form = Form.open(writer, compare_url(german))
        name = field_of(form, "Anfang").replace("text-", "same-")
        form.values[name] = ["on"]
        with committed():
            form.post()
        translation = selectors.of_object(german)
        assert (translation.same_texts, translation.missing) == (["Anfang"], 7)

    def test_a_locked_page_is_only_read(self, writer, german, english, django_user_model):
        english.locked, english.locked_by = True, django_user_model.objects.create_user("other")
        english.save()
        page = BeautifulSoup(writer.get(compare_url(german)).content, "html.parser")
        assert not page.select('button[name="action"]')
        assert writer.post(compare_url(german), {"action": "save"}).status_code == 200

    def test_a_german_draft_can_be_translated_before_it_is_public(self, writer, german, english):
        german.unpublish()
        form = Form.open(writer, compare_url(german))
        form[field_of(form, "Anfang")] = "Beginning"
        assert form.post().status_code == 302
        assert newest(english).title == "Beginning"


def test_english_pages_and_menus_have_the_order_of_the_german(writer, site):
    titles = ("Erstens", "Zweitens", "Drittens")
    first, second, third = (page_of(site, "de", title, [], slug=title.lower()) for title in titles)
    for page in (third, first, second):
        writer.post(reverse("translation_write", args=[page.pk]))
    keys = [page.translation_key for page in (first, second, third)]
    english = site["home", "en"].get_children().filter(translation_key__in=keys).order_by("path")
    assert [page.translation_key for page in english] == keys
    second.refresh_from_db()
    second.move(ArticlePage.objects.get(pk=first.pk), pos="left")
    content_version.forget()
    assert [page.translation_key for page in in_german_order(english)] == [keys[1], keys[0], keys[2]]


class TestRecords:
    def test_a_record_with_drafts_and_children(self, writer, site):
        program = ProgramFactory(name_de="Lernraum", description_de="<p>Ein <b>Raum</b>.</p>", live=True)
        program.required_documents.set([RequiredDocument(text_de="Zeugnis")])
        program.save()
        form = Form.open(writer, compare_url(program))
        form["text-name"] = "Study space"
        form["text-description"] = rich_text("A room.")
        form["text-required_documents_0_text"] = "Certificate"
        assert form.post().status_code == 302
        stored = Program.objects.get(pk=program.pk)
        draft = stored.get_latest_revision_as_object()
        assert (stored.name_en, draft.name_en, draft.slug_en) == ("", "Study space", "study-space")
        assert "A room." in draft.description_en
        assert draft.required_documents.get().text_en == "Certificate"

    def test_a_record_without_drafts_changes_at_once_and_says_what_in_its_history(self, writer, site):
        unit = UnitFactory(name_de="Stelle")
        form = Form.open(writer, compare_url(unit))
        form["text-name"] = "Office"
        assert form.post().status_code == 302
        assert Unit.objects.get(pk=unit.pk).name_en == "Office"
        entry = ModelLogEntry.objects.for_instance(unit).get(action="wagtail.edit")
        assert entry.data["changes"]["name_en"] == ["", "Office"]

    def test_its_queries_do_not_grow_with_the_texts(self, writer, site, django_assert_max_num_queries):
        program = ProgramFactory(**ENGLISH)
        program.required_documents.set([RequiredDocument(text_de=f"Zeugnis {n}", text_en="x") for n in range(9)])
        program.save_revision().publish()
        tracking.update_record(Program, program.pk)
        writer.get(compare_url(program))
        with django_assert_max_num_queries(25):
            writer.get(compare_url(program))
