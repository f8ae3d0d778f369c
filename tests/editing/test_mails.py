"""Every mail to staff, in both languages: its links are whole, begin with the address of the site, and open a page."""

import re
from datetime import date, timedelta
from unittest.mock import Mock
from urllib.parse import urlsplit

import pytest
from allauth.account.adapter import get_adapter
from allauth.core import context
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.utils import timezone
from wagtail.admin.mail import send_notification
from wagtail.models import Comment

from partners.models import Agreement
from portal.core.pages.index_page import record_url
from portal.core.rights.scope import edit_url
from portal.demo import web
from portal.pages.models import ArticlePage
from portal.reminders import registry
from portal.reminders.registry import Due
from tests.factories import AgreementFactory, ProgramFactory

SITE = "https://vielfalt.test"
OTHERS = ("localhost", "example", "testserver", "127.0.0.1")
LINK = re.compile(r"https?:\S*")


@pytest.fixture(autouse=True)
def address_of_the_site(settings):
    settings.BASE_URL = settings.WAGTAILADMIN_BASE_URL = SITE
    settings.ALLOWED_HOSTS = ["vielfalt.test", "testserver"]


@pytest.fixture(params=["de", "en"])
def language(request):
    return request.param


@pytest.fixture
def person(staff, language):
    """Return a function that returns a client of a member of a group who gets mail."""

    def with_mail(group):
        client = staff(group, language)
        client.user.email = f"{group.replace(' ', '-')}@vielfalt.test"
        client.user.save()
        return client

    return with_mail


def page_in(site):
    page = ArticlePage(title="Studieren mit Hund")
    site["home", "de"].add_child(instance=page)
    return page


MAKERS = {"page": page_in, "program": lambda site: ProgramFactory(name_de="Studieren mit Hund", live=False)}


def addresses_in(mail) -> list[str]:
    """Return the paths of the links in a mail, after checking that each begins with the address of the site."""
    text = f"{mail.subject}\n{mail.body}"
    links = LINK.findall(text)
    assert links, text
    for word in ("None", "&quot;", "&#", "{{", "{%", *OTHERS):
        assert word not in text, text
    for link in links:
        assert link.startswith(f"{SITE}/"), text
        assert len(urlsplit(link).path) > 1, f"an empty link: {text}"
    for line in text.splitlines():
        assert not line.rstrip().endswith("here:"), f"a link is missing: {text}"
    return [link.removeprefix(SITE) for link in links]


def opened(client, mail) -> list[str]:
    """Return the paths of the links in a mail, after opening each one."""
    paths = addresses_in(mail)
    for path in paths:
        assert client.get(path, follow=True).status_code == 200, path
    return paths


@pytest.mark.parametrize("kind", MAKERS)
def test_approval(site, person, mailoutbox, kind, language):
    editor, moderator = person("editor"), person("moderator")
    record = MAKERS[kind](site)
    record.save_revision(user=editor.user)
    state = record.get_workflow().start(record, editor.user)
    [asked] = mailoutbox
    assert asked.to == [moderator.user.email]
    task = state.current_task_state.task
    assert sum(f"/preview/{record.pk}/{task.pk}/" in path for path in opened(moderator, asked)) == 1
    assert ("wartet auf Ihre Freigabe" in asked.body) == (language == "de")
    state.current_task_state.reject(moderator.user, comment='Bitte "genauer": < 100 Wörter')
    rejected = mailoutbox[-1]
    assert 'Bitte "genauer": < 100 Wörter' in rejected.body
    assert edit_url(type(record), record.pk) in opened(editor, rejected)
    state.resume(editor.user)
    state.current_task_state.approve(moderator.user)
    approved = mailoutbox[-1]
    assert approved.to == rejected.to == [editor.user.email]
    public = record.get_url() if kind == "page" else record_url(record, language)
    assert public in opened(editor, approved)


def test_what_is_approved_for_a_later_day_has_no_public_address_yet(site, person, mailoutbox):
    editor, moderator = person("editor"), person("moderator")
    record = ProgramFactory(live=False)
    record.go_live_at = timezone.now() + timedelta(days=3)
    record.save_revision(user=editor.user)
    record.get_workflow().start(record, editor.user).current_task_state.approve(moderator.user)
    assert all(path.startswith("/admin/") for path in opened(editor, mailoutbox[-1]))


def test_a_comment(site, person, mailoutbox):
    editor, page = person("editor"), page_in(site)
    comment = Comment(user=editor.user, page=page, text="Warum?", contentpath="title")
    news = {"new_comments": [comment], "resolved_comments": [], "deleted_comments": [], "replied_comments": []}
    send_notification([editor.user], "updated_comments", {"page": page, "editor": editor.user, **news})
    assert "Warum?" in mailoutbox[0].body
    assert edit_url(type(page), page.pk) in opened(editor, mailoutbox[0])


def test_a_forgotten_password(person, mailoutbox, language):
    editor = person("editor")
    editor.user.set_password("correct horse")
    editor.user.save()
    Client().post("/admin/password_reset/", {"email": editor.user.email}, HTTP_HOST="vielfalt.test")
    [mail] = mailoutbox
    assert any("/password_reset/confirm/" in path for path in opened(Client(), mail))
    assert ("Passwort" in mail.body) == (language == "de")


@pytest.mark.parametrize("name", ["totp_activated", "recovery_codes_generated", "webauthn_added", "webauthn_removed"])
def test_a_change_of_the_second_factor(person, mailoutbox, name):
    editor = person("editor")
    request = RequestFactory().post("/", HTTP_USER_AGENT="Firefox", REMOTE_ADDR="192.0.2.7")
    request.user = editor.user
    with context.request_context(request):
        get_adapter().send_notification_mail(f"mfa/email/{name}", editor.user, email=editor.user.email)
    opened(editor, mailoutbox[0])


REMINDED = {
    "2026-12-01": {"en": "due in 335 days, on 1 November 2027", "de": "fällig in 335 Tagen, am 01.11.2027"},
    "2027-10-31": {"en": "due in 1 day, on 1 November 2027", "de": "fällig in 1 Tag, am 01.11.2027"},
    "2027-11-01": {"en": "due today, on 1 November 2027", "de": "heute fällig, am 01.11.2027"},
    "2027-11-02": {"en": "overdue by 1 day: due on 1 November 2027", "de": "seit 1 Tag überfällig: am 01.11.2027"},
    "2027-11-04": {"en": "overdue by 3 days: due on 1 November 2027", "de": "seit 3 Tagen überfällig: am 01.11.2027"},
}


@pytest.mark.parametrize("day", REMINDED)
def test_reminders(person, mailoutbox, language, day, time_machine, monkeypatch):
    office, agreement = person("international office"), AgreementFactory()
    due = Due(agreement.public_id, str(agreement), edit_url(Agreement, agreement.pk), date(2027, 11, 1), [office.user])
    monkeypatch.setattr(registry, "_kinds", {})
    registry.register(registry.Kind("any", "Kind", (365,), lambda today: [due], "international office"))
    time_machine.move_to(f"{day} 12:00 +0100", tick=False)
    call_command("send_reminders", verbosity=0)
    [mail] = mailoutbox
    assert f"  {REMINDED[day][language]}\n" in mail.body
    assert addresses_in(mail) == [due.url]


@pytest.mark.parametrize(("variable", "address"), [("", "http://localhost:8123"), (SITE, SITE)])
def test_mails_of_the_demonstration_link_to_where_it_runs(monkeypatch, variable, address):
    monkeypatch.setenv("BASE_URL", variable)
    processes = Mock()
    web.serve(processes, 8123)
    web.start_scheduler(processes, 8123)
    assert [call.kwargs["BASE_URL"] for call in processes.start.call_args_list] == [address, address]
