"""Every group at every address of the admin: the expected response, and in no answer a secret of others.

The addresses come from the resolver, the secrets are planted in every confidential text (`tests.accounts.secrets`).
"""

import re
from collections import defaultdict

import pytest
from django.contrib.auth import get_user_model
from django.template import engines
from django.template.base import Template
from django.template.response import SimpleTemplateResponse
from django.urls import resolve
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import ModelLogEntry, Page, Revision
from wagtail.snippets.models import get_snippet_models

from partners.models import Agreement, AgreementDocument, Party, Unit
from portal.accounts.groups import GROUPS
from portal.core.rights.door import may_enter
from programs.models import Program
from tests.accounts.addresses import addresses, needed
from tests.accounts.resolver import address_of, places
from tests.accounts.secrets import HIDDEN_PAGE, OWN_UNIT, WORD, planted, save_secrets, secret_record

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

ATLAS = {**VOCABULARY, "international office": {"view"}}

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
    "city": ATLAS,
    "researchfield": ATLAS,
    "researchinstitution": ATLAS,
    "source": ATLAS,
    "measure": ATLAS,
    "observation": ATLAS,
    "indicatordefinition": ATLAS,
    "fact": {**VOCABULARY, "certification editor": ALL - {"delete"}},
}

pytestmark = pytest.mark.saved_once(by=save_secrets)

PAGE_WRITERS = {"editor", "moderator", "administrator"}
BELONGS_TO = {AgreementDocument: Agreement, Party: Agreement}
LEAVES = "wagtailadmin_logout"
# Without the frame around each page, which is the same everywhere: the start page is read with it.
FRAMELESS = "{% block titletag %}{% endblock %}{% block content %}{% endblock %}"


def rights(group, model):
    rights_by_group = RIGHTS.get(model._meta.model_name)
    assert rights_by_group is not None, f"add the rights on {model._meta.model_name} to RIGHTS"
    return rights_by_group.get(group, set())


def may(group, model, name):
    """Return whether the table allows an address for a record of another unit."""
    permissions, required = rights(group, model), needed(name)
    if required == "any":
        return bool(permissions)
    if name in ("copy", "renew"):  # they make a new record of one that is read
        return "add" in permissions and bool({"change", "view"} & permissions)
    return required in permissions or (required == "view" and "change" in permissions)


def may_know(group, secret):
    """Return whether the table lets a group read a secret: all of them stand in records of another unit."""
    model = BELONGS_TO.get(secret.model, secret.model)
    return group != "unit editor" and bool(rights(group, model))


def state():
    return Revision.objects.count(), ModelLogEntry.objects.count(), [m.objects.count() for m in get_snippet_models()]


def forbidden_to(group):
    """Return by their texts the secrets that a group may not know."""
    return {secret.text: secret for secret in planted() if not may_know(group, secret)}


def needs_reading(group):
    """Return whether the answers to a group are read; not where an earlier, wider group has the same secrets."""
    earlier = [frozenset(forbidden_to(name)) for name in GROUPS[: GROUPS.index(group)]]
    return bool(forbidden_to(group)) and frozenset(forbidden_to(group)) not in earlier


@pytest.fixture
def plainly_rendered(monkeypatch, group):
    """Render no frame, no refusal page and no contexts of tests; nothing at all for a group that is not read."""
    cache = engines["django"].engine.template_loaders[0].get_template_cache
    monkeypatch.setitem(cache, "wagtailadmin/base.html", Template(FRAMELESS))
    monkeypatch.setattr(Template, "_render", lambda template, context: template.nodelist.render(context))
    render = SimpleTemplateResponse.render

    def rendered(response):
        if response.status_code != 403 and needs_reading(group):
            return render(response)
        response.content = ""
        return response

    monkeypatch.setattr(SimpleTemplateResponse, "render", rendered)


def types_addresses():
    """Return (model, name, address) of every address of a viewset, for the record with the secrets."""
    for model in get_snippet_models():
        for name, address in addresses(secret_record(model)).items():
            yield model, name, address


def further_addresses():
    """Yield the other addresses of the admin, and lists, choosers and bulk actions with their queries."""
    page = Page.objects.get(slug=HIDDEN_PAGE)
    values = {"page_id": page.pk, "parent_page_id": page.pk, "page_to_move_id": page.pk}
    for place in places():
        is_of_a_type = place.route.startswith("admin/snippets/") and place.name != "wagtailsnippets:index"
        if not is_of_a_type and place.name != LEAVES:
            yield address_of(place, values)
    for query in ("pages/search/?q=", "choose-page/search/?q="):
        yield f"/admin/{query}{WORD}"
    for model in get_snippet_models():
        yield from _queries(model, secret_record(model).pk)
    for model in (Agreement, Program):
        own = model.objects.get(name_de__startswith="Eigene")
        yield from (address for name, address in addresses(own).items() if "pk" in name or str(own.pk) in address)
    for action in bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page"):
        yield f"/admin/bulk/wagtailcore/page/{action.action_type}/?id={page.pk}"


def _queries(model, key):
    label = f"{model._meta.app_label}/{model._meta.model_name}"
    queries = ("", "results/", f"results/?q={WORD}", f"chosen/{key}/", f"chosen-multiple/?id={key}")
    yield from (f"/admin/snippets/choose/{label}/{query}" for query in queries)
    yield from (f"/admin/snippets/{label}/results/?q={WORD}", f"/admin/snippets/{label}/?export=csv")
    for action in bulk_action_registry.get_bulk_actions_for_model(*label.split("/")):
        yield from (f"/admin/bulk/{label}/{action.action_type}/?id={which}" for which in (key, "all"))


def content(answer):
    return (b"".join(answer) if answer.streaming else answer.content).decode(errors="replace")


@pytest.mark.usefixtures("plainly_rendered")
@pytest.mark.parametrize("group", GROUPS)
def test_each_address_answers_every_group_as_the_table_says_and_tells_no_secret(group, site, as_member):
    client = as_member(group, units=Unit.objects.filter(name_de=OWN_UNIT) if group == "unit editor" else [])
    user, before, told = get_user_model().objects.latest("pk"), state(), defaultdict(set)
    forbidden = forbidden_to(group)
    for model, name, address in types_addresses():
        allowed = may(group, model, name)
        if may_enter(user, resolve(address)):
            answer = client.get(address)
            assert_answered(client, answer, allowed, name, address)
            note(told, forbidden, group, answer, address)
        else:
            assert not allowed, f"{address}, by {group}"
    for address in further_addresses() if needs_reading(group) else ():
        if address and may_enter(user, resolve(address.partition("?")[0])):
            answer = client.get(address)
            assert answer.status_code < 500, address
            note(told, forbidden, group, answer, address)
    assert not told
    assert state() == before


def assert_answered(client, answer, allowed, name, address):
    """Assert the answer of a view behind the door; where it refuses, also try to change something."""
    if allowed:
        assert answer.status_code in (200, 302, 404, 405), address
        turned_away = answer.status_code == 302 and answer["Location"] == "/admin/"
        assert not turned_away or name == "workflow_preview", address  # it redirects there when no task is waiting
    else:
        assert answer.status_code == 403, address
        assert client.post(address, {"name_de": "Gekapert", "action-publish": "1"}).status_code == 403, address


def note(told, forbidden, group, answer, address):
    """Note by address which secrets an answer tells."""
    for text in re.findall(r"zq\w{3,4}qz", content(answer)):
        if text in forbidden:
            secret = forbidden[text]
            told[address].add(f"{secret.model.__name__}.{secret.field}")
        elif text == "zqpageqz" and group not in PAGE_WRITERS:
            told[address].add("page")


def test_the_door_refuses_every_method_and_changes_nothing(site, as_member):
    kind = next(model for model in get_snippet_models() if model.__name__ == "Kind")
    client, addresses_of_kind = as_member("due-diligence reader"), addresses(secret_record(kind))
    before = state()
    for address in (
        addresses_of_kind["edit"],
        "/admin/reports/site-history/",
        "/admin/bulk/programs/kind/delete/?id=1",
    ):
        assert client.get(address).status_code == 403
        assert client.post(address, {"name_de": "Gekapert"}).status_code == 403
    assert client.get("/admin/failwhale/").status_code == 403  # nobody has said what it is about
    assert state() == before


def test_without_a_group_or_an_account_the_admin_is_closed(site, client, as_member, monkeypatch):
    monkeypatch.setattr("portal.chrome.refusals.PUBLIC_POSTS", 10_000)  # the limit would answer most of these
    nobody = as_member("")
    for _model, _name, address in types_addresses():
        assert nobody.get(address).status_code == 302
        answer = client.post(address, {})
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/login/")


def test_a_refusal_says_so_in_the_readers_language(site, as_member):
    kind = next(model for model in get_snippet_models() if model.__name__ == "Kind")
    address = addresses(secret_record(kind))["edit"]
    answer = as_member("unit editor").get(address, headers={"accept-language": "en"})
    assert "This is not for your account" in answer.text
