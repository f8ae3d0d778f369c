"""The start page shows staff what needs their attention, and nothing that they may not change."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from partners.models import Institution
from portal.editing.models import LinkCheck
from portal.editing.worklists import WORKLISTS
from portal.pages.models import ArticlePage
from programs.models import LifeSituation
from tests.editing.conftest import berlin
from tests.factories import ENGLISH, InstitutionFactory, ProgramFactory, UnitFactory

NOW = berlin(2026, 11, 20, 12)


@pytest.fixture(autouse=True)
def now(db):
    with time_machine.travel(NOW, tick=False) as clock:
        LifeSituation.objects.update(assured_on=date(2026, 11, 1))
        yield clock


def of_list(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def titles_in(client, key) -> list[str]:
    """Return the titles in a list on the start page."""
    soup = BeautifulSoup(client.get("/admin/").content, "html.parser")
    return [link.get_text(strip=True) for link in soup.select(f'[data-worklist="{key}"] td.title a')]


def count(client, key) -> str:
    soup = BeautifulSoup(client.get("/admin/").content, "html.parser")
    return soup.select_one(f'[data-worklist="{key}"] [data-count]').get_text(strip=True)


def draft(client, record, **columns):
    for name, value in columns.items():
        setattr(record, name, value)
    record.save_revision(user=client.user)
    return record


class TestChecks:
    def test_the_longest_waiting_first_and_only_what_is_due(self, staff):
        ProgramFactory(name_de="Lange her", assured_on=date(2024, 1, 1))
        ProgramFactory(name_de="Gerade erst", assured_on=date(2026, 11, 1))
        ProgramFactory(name_de="Eben fällig", assured_on=date(2025, 11, 19))
        ProgramFactory(name_de="Morgen fällig", assured_on=date(2025, 11, 21))
        ProgramFactory(name_de="Nie geprüft")
        ProgramFactory(name_de="Beendet", status="ended")
        ProgramFactory(name_de="Entwurf", live=False)
        assert titles_in(staff("editor"), "checks") == ["Never checked: 1", "Lange her", "Eben fällig"]

    @pytest.mark.parametrize(("language", "words"), [("en", "Never checked: 3"), ("de", "Noch nie geprüft: 3")])
    def test_what_was_never_checked_is_one_line_that_leads_to_its_lists(self, staff, language, words):
        for name in ("Eins", "Zwei"):
            ProgramFactory(name_de=name, assured_on=None)
        ProgramFactory(name_de="Entwurf", assured_on=None, live=False)
        InstitutionFactory(name_de="Hochschule", assured_on=None)
        Institution.objects.exclude(name_de="Hochschule").update(assured_on=date(2026, 11, 1))
        client = staff("moderator", language)
        assert titles_in(client, "checks") == [words]
        soup = BeautifulSoup(client.get("/admin/").content, "html.parser")
        lists = [
            [link.get_text(strip=True) for link in of_list(client, link["href"]).select(".title-wrapper > a")]
            for link in soup.select('[data-worklist="checks"] td:nth-child(2) a')
        ]
        assert lists == [["Eins", "Zwei"], ["Hochschule"]]

    def test_one_click_takes_it_off_the_list(self, staff):
        ProgramFactory(name_de="Lange her", assured_on=date(2024, 1, 1))
        client = staff("editor")
        form = BeautifulSoup(client.get("/admin/").content, "html.parser").select_one('[data-worklist="checks"] form')
        client.post(form["action"], {"next": "/admin/"})
        assert titles_in(client, "checks") == []

    def test_a_unit_editor_sees_the_own_unit_and_its_parts(self, staff):
        own_unit = UnitFactory()
        part = UnitFactory(parent=own_unit, institution=None)
        long_ago = {"assured_on": date(2024, 1, 1)}
        ProgramFactory(name_de="Eigenes", responsible_unit=own_unit, **long_ago)
        ProgramFactory(name_de="Des Teils", responsible_unit=part, **long_ago)
        ProgramFactory(name_de="Fremdes", **long_ago)
        assert titles_in(staff("unit editor", units=[own_unit]), "checks") == ["Des Teils", "Eigenes"]

    @pytest.mark.parametrize(
        "group", ["unit editor", "international office", "due-diligence reader", "certification editor"]
    )
    def test_whoever_may_change_none_sees_none(self, staff, group):
        ProgramFactory(assured_on=None)
        assert titles_in(staff(group), "checks") == []


class TestDrafts:
    def test_the_newest_first_with_their_present_title(self, staff, now):
        editor = staff("editor")
        for name in ("Alt", "Neu"):
            now.shift(60)
            draft(editor, ProgramFactory(name_de=f"{name}, öffentlich"), name_de=f"{name}, umbenannt")
        assert titles_in(editor, "drafts") == ["Neu, umbenannt", "Alt, umbenannt"]

    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("en", "scheduled: goes public on 1 December 2026, 09:00"),
            ("de", "geplant: wird am 01.12.2026, 09:00 Uhr öffentlich"),
        ],
    )
    def test_a_scheduled_one_says_so_and_when(self, staff, language, words):
        editor = staff("editor", language)
        program = draft(editor, ProgramFactory(live=False), go_live_at=berlin(2026, 12, 1, 9))
        program.latest_revision.publish()
        assert words in editor.get("/admin/").content.decode()

    def test_ones_own_and_not_those_of_others(self, staff, site):
        editor, colleague = staff("editor"), staff("moderator")
        draft(editor, ProgramFactory(name_de="Meins"), summary_de="Neu.")
        draft(colleague, ProgramFactory(name_de="Ihres"), summary_de="Neu.")
        page = ArticlePage(title="Seite")
        site["home", "de"].add_child(instance=page)
        draft(editor, page, lede="Neu.")
        assert set(titles_in(editor, "drafts")) == {"Meins", "Seite"}
        assert titles_in(colleague, "drafts") == ["Ihres"]

    def test_the_state_of_the_approval_is_said_to_both(self, staff):
        editor, moderator = staff("editor"), staff("moderator")
        program = draft(editor, ProgramFactory(name_de="Meins"), summary_de="Neu.")
        assert "not submitted" in editor.get("/admin/").content.decode()
        program.get_default_workflow().start(program, editor.user)
        assert "submitted for approval" in editor.get("/admin/").content.decode()
        assert titles_in(moderator, "approvals") == ["Meins"]
        assert titles_in(editor, "approvals") == []


class TestDates:
    def test_a_date_in_a_draft_has_no_effect_and_is_said(self, staff):
        editor = staff("editor")
        draft(editor, ProgramFactory(name_de="Kommt nicht", live=False), go_live_at=berlin(2026, 12, 1, 9))
        draft(editor, ProgramFactory(name_de="Geht nicht"), expire_at=berlin(2026, 12, 1, 9))
        assert set(titles_in(editor, "dates")) == {"Geht nicht", "Kommt nicht"}
        assert "1 December 2026, 09:00" in editor.get("/admin/").content.decode()

    def test_nothing_is_said_once_it_is_scheduled(self, staff):
        editor = staff("editor")
        program = draft(editor, ProgramFactory(), go_live_at=berlin(2026, 12, 1), expire_at=berlin(2026, 12, 2))
        program.latest_revision.publish()
        assert titles_in(editor, "dates") == []

    def test_nor_after_it_has_been_published_at_its_time_and_edited_again(self, staff, now):
        from django.core.management import call_command

        editor = staff("editor")
        program = draft(editor, ProgramFactory(live=False), go_live_at=berlin(2026, 12, 1))
        program.latest_revision.publish()
        now.move_to(berlin(2026, 12, 1, 0, 1))
        call_command("publish_scheduled")
        program.refresh_from_db()
        draft(editor, program.get_latest_revision_as_object(), summary_de="Neu.")
        assert titles_in(editor, "dates") == []

    def test_a_date_that_passed_without_effect_is_still_said(self, staff, now):
        editor = staff("editor")
        draft(editor, ProgramFactory(name_de="Verpasst", live=False), go_live_at=berlin(2026, 12, 1))
        now.move_to(berlin(2026, 12, 2))
        assert titles_in(editor, "dates") == ["Verpasst"]

    @pytest.mark.parametrize(("language", "words"), [("en", "not scheduled"), ("de", "01.12.2026, 09:00")])
    def test_the_form_says_it_too(self, staff, language, words):
        editor = staff("editor", language)
        program = draft(editor, ProgramFactory(), go_live_at=berlin(2026, 12, 1, 9))
        page = editor.get(f"/admin/snippets/programs/program/edit/{program.pk}/").content.decode()
        soup = BeautifulSoup(page, "html.parser")
        assert words in soup.select_one(".messages").get_text()


class TestTranslations:
    def test_what_lacks_english_is_shown_to_whoever_may_write_it(self, staff, committed):
        own_unit = UnitFactory(name_en="Unit")
        with committed():
            ProgramFactory(name_de="Ohne Englisch", responsible_unit=own_unit)
            ProgramFactory(name_de="Mit Englisch", responsible_unit=own_unit, **ENGLISH)
            ProgramFactory(name_de="Fremdes")
        assert {"Ohne Englisch", "Fremdes"} <= set(titles_in(staff("editor"), "translations"))
        assert titles_in(staff("unit editor", units=[own_unit]), "translations") == ["Ohne Englisch"]
        assert titles_in(staff("due-diligence reader"), "translations") == []


class TestLinks:
    def test_only_broken_ones(self, staff):
        program = ProgramFactory(name_de="Angebot mit Links")
        kind = ContentType.objects.get_for_model(program)
        for status in LinkCheck.Status.values:
            LinkCheck.objects.create(
                content_type=kind, object_id=program.pk, title=str(program), address=f"/{status}/", status=status
            )
        assert titles_in(staff("editor"), "links") == ["Angebot mit Links"]
        assert titles_in(staff("unit editor"), "links") == []


def filled(staff, site, number):
    """Fill every list with `number` entries."""
    editor = staff("editor")
    home, kind = site["home", "de"], ContentType.objects.get_for_model(Page)
    for count in range(number):
        page = ArticlePage(title=f"Seite {count}", slug=f"seite-{number}-{count}")
        home.add_child(instance=page)
        draft(editor, page, lede="Neu.", go_live_at=berlin(2026, 12, 1))
        page.get_workflow().start(page, editor.user)
        long_ago = ProgramFactory(assured_on=date(2024, 1, 1))
        program = draft(editor, long_ago, summary_de="Neu.", expire_at=berlin(2026, 12, 1))
        program.get_default_workflow().start(program, editor.user)
        LinkCheck.objects.create(
            content_type=kind, object_id=page.pk, title=page.title, address="/weg/", status="broken", place="body"
        )


GROUPS = ["administrator", "moderator", "editor", "unit editor"]
WHOLE_LISTS = [*(f"/admin/waiting/{worklist.key}/" for worklist in WORKLISTS), "/admin/links/", "/admin/translations/"]
MOST = {"/admin/": 18, **dict.fromkeys(WHOLE_LISTS, 15)}


def query_counts(clients) -> dict[tuple[str, str], int]:
    """Return the number of queries by group and address, once content types and the like are kept in memory."""
    counts = {}
    for group, client in clients.items():
        for address in MOST:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counts[group, address] = len(queries)
    return counts


def test_start_page_and_whole_lists_need_few_queries_however_long_they_are(staff, site, committed):
    clients = {group: staff(group, units=[UnitFactory()]) for group in GROUPS}
    query_counts(clients)
    with committed():
        filled(staff, site, 2)
    of_short_lists = query_counts(clients)
    with committed():
        filled(staff, site, 7)
    assert query_counts(clients) == of_short_lists
    assert {key: number for key, number in of_short_lists.items() if number > MOST[key[1]]} == {}


def test_each_list_can_be_seen_whole(staff, site, committed):
    with committed():
        filled(staff, site, 7)
    for key in ["approvals", "drafts", "dates", "checks", "translations", "links"]:
        client = staff("moderator" if key == "approvals" else "editor")
        assert len(titles_in(client, key)) == 5
        assert int(count(client, key).strip("()")) >= 7
        soup = BeautifulSoup(client.get(f"/admin/waiting/{key}/").content, "html.parser")
        assert len(soup.select("td.title a")) >= 7


def test_an_unknown_list_is_not_found(staff):
    assert staff("editor").get("/admin/waiting/nothing/").status_code == 404


class TestUrgency:
    def test_the_most_urgent_work_comes_first_and_idle_lists_last(self, staff, site):
        editor, moderator = staff("editor"), staff("moderator")
        program = draft(editor, ProgramFactory(assured_on=date(2024, 1, 1)), summary_de="Neu.")
        program.get_default_workflow().start(program, editor.user)
        page = of_list(moderator, "/admin/")
        keys = [section["data-worklist"] for section in page.select("[data-urgency] [data-worklist]")]
        assert keys[0] == "approvals"
        assert keys.index("approvals") < keys.index("checks")
        assert "Every date that was set is scheduled." in page.select_one("[data-done]").get_text()

    def test_each_line_says_its_type_to_eye_and_ear(self, staff, site):
        editor, page = staff("editor", "de"), ArticlePage(title="Seite")
        site["home", "de"].add_child(instance=page)
        draft(editor, page, lede="Neu.")
        draft(editor, ProgramFactory(name_de="Meins"), summary_de="Neu.")
        rows = of_list(editor, "/admin/").select('[data-worklist="drafts"] .title-wrapper')
        types = {row.a.get_text(strip=True): row.select_one(".w-sr-only").get_text(strip=True) for row in rows}
        assert types == {"Meins": "Angebot", "Seite": "Seite"}
        assert all(row.select_one("svg.icon") for row in rows)


ACTIONS = {
    "editor": ["New programme", "Change a deadline", "Find a partner"],
    "unit editor": ["New programme", "Change a deadline"],
    "international office": ["Find a partner"],
    "due-diligence reader": ["Find a partner"],
}


@pytest.mark.parametrize("group", ACTIONS)
def test_the_start_page_offers_what_one_has_the_right_to(staff, group):
    ProgramFactory(name_de="Studieren mit Kind")
    InstitutionFactory(name_de="Hochschule für Kinder")
    client = staff(group)
    actions = of_list(client, "/admin/").select(".quick-actions li")
    assert [(item.label or item.a).get_text(strip=True) for item in actions] == ACTIONS[group]
    for item in actions:
        address = item.a["href"] if item.a else f"{item.form['action']}?{item.input['name']}=Kind"
        answer = client.get(address)
        assert answer.status_code == 200
        assert item.a or group == "unit editor" or "Kind" in answer.content.decode()
