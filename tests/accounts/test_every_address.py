"""Every group at every address of every record type: the expected response, and no change after a refusal."""

import pytest
from django.template.response import SimpleTemplateResponse
from wagtail.models import ModelLogEntry, Revision
from wagtail.snippets.models import get_snippet_models

from portal.accounts.groups import GROUPS
from tests.accounts.addresses import addresses, needed, record_of

ALL = {"add", "change", "delete", "view"}
DRAFTED = {*ALL, "publish", "lock", "unlock"}
VOCABULARY = {"administrator": ALL, "moderator": ALL, "editor": ALL - {"delete"}}
OFFICE = {"administrator": ALL, "international office": ALL}
READERS = {"due-diligence reader": {"view"}, "certification editor": {"view"}}

NETWORKS = {
    "administrator": DRAFTED,
    "moderator": DRAFTED,
    "editor": {"add", "change", "view", "lock"},
    "international office": {"view"},
    "certification editor": {"view"},
}

# Who may do what, independently of the migrations. Anything not listed here is forbidden.
# Unit editors have rights on programmes and contacts of their own units only: see test_unit_editors.py.
RIGHTS = {
    "program": {
        "administrator": DRAFTED,
        "moderator": DRAFTED,
        "editor": {"add", "change", "view", "lock"},
        "unit editor": {"add"},
        "international office": {"view"},
        "certification editor": {"view"},
    },
    "lifesituation": {
        "administrator": DRAFTED,
        "moderator": DRAFTED,
        "editor": {"add", "change", "view", "lock"},
    },
    "kind": VOCABULARY,
    "phase": VOCABULARY,
    "level": VOCABULARY,
    "mode": VOCABULARY,
    "delivery": VOCABULARY,
    "network": NETWORKS,
    "guidingprinciple": NETWORKS,
    "certification": {
        "administrator": DRAFTED,
        "moderator": DRAFTED,
        "editor": {"add", "change", "view", "lock"},
        "certification editor": DRAFTED,
    },
    "certificationscheme": {**VOCABULARY, "certification editor": ALL},
    "unit": {**VOCABULARY, **READERS, "international office": {"view"}},
    "institution": {
        **READERS,
        "administrator": DRAFTED,
        "moderator": DRAFTED,
        "editor": {"add", "change", "view", "lock"},
        "international office": DRAFTED,
    },
    "agreement": {**OFFICE, "unit editor": {"add"}, "due-diligence reader": {"view"}},
    "duediligence": {**OFFICE, "due-diligence reader": {"view"}},
    "tag": {**VOCABULARY, "international office": ALL},
    "agreementtype": {**OFFICE, **READERS},
    "subjectfield": {**OFFICE, **READERS},
    "contact": {**VOCABULARY, **READERS, "international office": ALL, "unit editor": {"add"}},
    "synonymgroup": VOCABULARY,
    "compoundword": VOCABULARY,
    "fact": {**VOCABULARY, "certification editor": ALL - {"delete"}},
}


each_model = pytest.mark.parametrize("model", get_snippet_models(), ids=lambda model: model._meta.model_name)


def rights(group, model):
    rights_by_group = RIGHTS.get(model._meta.model_name)
    assert rights_by_group is not None, f"add the rights on {model._meta.model_name} to RIGHTS"
    return rights_by_group.get(group, set())


def may(group, model, name):
    """Return whether the table allows an address for a record of another unit."""
    permissions, required = rights(group, model), needed(name)
    if required == "any":
        return bool(permissions)
    if name == "copy":
        return "add" in permissions and bool({"change", "view"} & permissions)
    return required in permissions or (required == "view" and "change" in permissions)


def state(record):
    stored = type(record)._base_manager.values().get(pk=record.pk)
    return stored, Revision.objects.count(), ModelLogEntry.objects.count(), type(record).objects.count()


@pytest.fixture
def pages_unread(monkeypatch):
    """Leave the pages unrendered: the status stands before, and other tests read what the pages say."""

    def unrendered(response):
        response.content = ""
        return response

    monkeypatch.setattr(SimpleTemplateResponse, "render", unrendered)


@each_model
@pytest.mark.usefixtures("pages_unread")
def test_each_address_answers_every_group_as_the_table_says(model, site, as_member):
    record = record_of(model)
    for group in (*GROUPS, ""):
        before = state(record)
        client = as_member(group)
        for name, address in addresses(record).items():
            assert_answered(client, group, model, name, address)
        assert state(record) == before, group


def assert_answered(client, group, model, name, address):
    """Request an address as a member of `group`; where it is refused, also try to change something."""
    answer, description = client.get(address), f"{name}, by {group or 'nobody'}"
    if not group:
        assert answer.status_code == 302, description  # without a group the admin is closed
    elif may(group, model, name):
        assert answer.status_code in (200, 302, 404, 405), description
        turned_away = answer.status_code == 302 and answer["Location"] == "/admin/"
        assert not turned_away or name == "workflow_preview", description  # it redirects there when no task is waiting
    else:
        assert answer.status_code == 403, description
        assert client.post(address, {"name_de": "Gekapert", "action-publish": "1"}).status_code == 403, description


@each_model
def test_nobody_gets_in_without_logging_in(model, site, client):
    record = record_of(model)
    for address in addresses(record).values():
        answer = client.post(address, {})
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/login/")


def test_a_refusal_says_so_in_the_readers_language(site, as_member):
    client, record = as_member("unit editor"), record_of(next(m for m in get_snippet_models() if m.__name__ == "Kind"))
    answer = client.get(addresses(record)["edit"], headers={"accept-language": "en"})
    assert "This is not for your account" in answer.text
