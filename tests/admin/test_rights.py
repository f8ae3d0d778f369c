"""Who may do what: editors write drafts, moderators publish, and nobody else gets in."""

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from programs.models import LifeSituation, Program
from tests.admin.forms import Form
from tests.admin.records import admin_url, full_program
from tests.admin.test_german_only import new_program

# The log-in pages themselves and the assets they need.
PUBLIC = tuple(f"/admin/{part}" for part in ("login/", "password_reset/", "jsi18n/", "sprite/", "logout/"))


@pytest.fixture
def program(site):
    return full_program()


def test_an_editor_writes_a_new_draft(staff):
    assert new_program(staff("editor")).save().status_code == 302
    assert not Program.objects.get(name_de="Lernraum").live


def test_an_editor_changes_a_draft_and_not_what_visitors_see(staff, program):
    form = Form.open(staff("editor"), admin_url("edit", program))
    form["summary_de"] = "Neu gefasst."
    assert form.save().status_code == 302
    program = Program.objects.get(pk=program.pk)
    assert program.summary_de == "Kurz."
    assert program.get_latest_revision_as_object().summary_de == "Neu gefasst."


def test_an_editor_cannot_publish_even_by_force(staff, program):
    form = Form.open(staff("editor"), admin_url("edit", program))
    assert not form.soup.select('[name="action-publish"]')
    form["summary_de"] = "Neu gefasst."
    form.publish()
    assert Program.objects.get(pk=program.pk).summary_de == "Kurz."


@pytest.mark.parametrize("view", ["unpublish", "delete"])
def test_an_editor_takes_nothing_away(staff, program, view):
    assert staff("editor").post(admin_url(view, program)).status_code in {302, 403}
    assert Program.objects.get(pk=program.pk).live


def test_a_moderator_publishes_what_an_editor_wrote(staff, program):
    form = Form.open(staff("editor"), admin_url("edit", program))
    form["summary_de"] = "Neu gefasst."
    form.save()
    form = Form.open(staff("moderator"), admin_url("edit", program))
    assert form.soup.select('[name="action-publish"]')
    assert form["summary_de"] == "Neu gefasst."
    assert form.publish().status_code == 302
    assert Program.objects.get(pk=program.pk).summary_de == "Neu gefasst."


@pytest.mark.parametrize("name", ["administrator", "moderator", "editor"])
def test_everybody_gets_to_where_they_work(staff, name):
    client = staff(name)
    for address in ("/admin/", "/admin/pages/", admin_url("list", Program), admin_url("list", LifeSituation)):
        assert client.get(address, follow=True).status_code == 200


def test_strangers_get_the_log_in_page_everywhere(program):
    """Request every address of the admin."""
    stranger, log_in = Client(), resolve_url(settings.LOGIN_URL)
    answers = {address: stranger.get(address) for address in addresses() if not address.startswith(PUBLIC)}
    protected = {
        address for address, answer in answers.items() if answer.headers.get("Location", "").startswith(log_in)
    }
    assert len(protected) > 200
    assert answers.keys() - protected <= {"/admin//"}
    assert stranger.get("/admin//", follow=True).redirect_chain[-1][0].startswith(log_in)


def addresses():
    resolvers = [part for part in get_resolver().url_patterns if str(part.pattern) == "admin/"]
    return [address for resolver in resolvers for address in _below(resolver, "/admin/")]


def _below(resolver: URLResolver, path: str):
    for part in resolver.url_patterns:
        if isinstance(part, URLPattern):
            yield path + _filled(part.pattern)
        else:
            yield from _below(part, path + _filled(part.pattern))


def _filled(pattern) -> str:
    """Return a path that the pattern might match; a wrong guess is still behind the log-in."""
    from django.utils.regex_helper import normalize

    (form, names), *_others = normalize(pattern.regex.pattern)
    return form % dict.fromkeys(names, "1")
