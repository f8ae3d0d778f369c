"""Every group at the addresses that cover many types: work lists, links, translations, confirmations."""

from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from portal.accounts.groups import GROUPS
from portal.editing import wagtail_hooks as editing
from portal.editing.worklists import WORKLISTS
from portal.pages.models import ArticlePage
from portal.translation import selectors, tracking
from portal.translation import wagtail_hooks as translation
from programs.models import Program
from tests.factories import ENGLISH, ContactFactory, FactFactory, InstitutionFactory, ProgramFactory, UnitFactory

# The groups that may open an address. All staff may open the lists, which hold what each of them may change.
WRITERS = {"administrator", "moderator", "editor"}
EVERYBODY = set(GROUPS)
OPENS_TO = {
    "editing_worklist": EVERYBODY,
    "editing_jobs": EVERYBODY,
    "editing_links": EVERYBODY,
    "editing_links_results": EVERYBODY,
    "editing_still_correct": WRITERS,
    "editing_saved_views": EVERYBODY,
    "editing_save_view": EVERYBODY,
    "editing_change_view": EVERYBODY,
    "editing_delete_view": EVERYBODY,
    "editing_columns": EVERYBODY,
    "translation_report": EVERYBODY,
    "translation_report_results": EVERYBODY,
    "translation_compare program": WRITERS,
    "translation_compare page": WRITERS,
    "translation_compare institution": WRITERS | {"international office"},
    "translation_compare contact": WRITERS | {"international office"},
    "translation_compare fact": WRITERS | {"certification editor"},
    "translation_compare unit": WRITERS,
    "translation_write": WRITERS,
}

# What is posted for one's own views and lists: here nothing, for a view of somebody else, and for no list.
OF_ONES_OWN = {"editing_save_view": 302, "editing_change_view": 404, "editing_delete_view": 404, "editing_columns": 403}


@pytest.fixture
def things(site):
    """A published page and a record of each kind, with an English version of every German text."""
    page = ArticlePage(title="Beitrag", slug="beitrag")
    site["home", "de"].add_child(instance=page)
    records = {
        "program": ProgramFactory(**ENGLISH, assured_on=date(2020, 1, 1)),
        "institution": InstitutionFactory(name_en="College"),
        "contact": ContactFactory(name_en="Office hours"),
        "fact": FactFactory(statement_en="Two places, one university.", source_en="Official list"),
        "unit": UnitFactory(name_en="Office"),
    }
    tracking.rebuild()
    return {**records, "page": page}


@pytest.fixture
def addresses(things):
    kind = ContentType.objects.get_for_model(Program).pk
    compared = {
        f"translation_compare {name}": reverse("translation_compare", args=[selectors.of_object(thing).pk])
        for name, thing in things.items()
    }
    return {
        **{name: reverse(name) for name in OPENS_TO if name.endswith(("jobs", "links", "report", "results", "views"))},
        "editing_save_view": reverse("editing_save_view"),
        "editing_change_view": reverse("editing_change_view", args=[1]),
        "editing_delete_view": reverse("editing_delete_view", args=[1]),
        "editing_columns": reverse("editing_columns"),
        "editing_worklist": reverse("editing_worklist", args=[WORKLISTS[0].key]),
        "editing_still_correct": reverse("editing_still_correct", args=[kind, things["program"].pk]),
        "translation_write": reverse("translation_write", args=[things["page"].pk]),
        **compared,
    }


def states():
    return [
        list(Program.objects.values("assured_on", "assured_by")),
        list(selectors.Translation.objects.order_by("pk").values("confirmed_at", "confirmed_by")),
        ArticlePage.objects.count(),
    ]


def test_the_table_knows_every_address():
    names = {pattern.name for pattern in [*editing.editing_urls(), *translation.translation_urls()]}
    assert names == {name.split()[0] for name in OPENS_TO}


@pytest.mark.parametrize("group", [*GROUPS, ""])
def test_each_address_answers_as_the_table_says(group, addresses, as_member):
    client, before = as_member(group), states()
    for name, address in addresses.items():
        is_click = name == "editing_still_correct"
        if name in OF_ONES_OWN and group:
            assert client.post(address).status_code == OF_ONES_OWN[name], name
            continue
        status = client.post(address).status_code if is_click else client.get(address).status_code
        if not group:
            assert status == 302, name  # the way to log in
        elif group in OPENS_TO[name]:
            assert status == (302 if is_click else 200), name
        else:
            assert status == 403, name
            assert client.post(address).status_code == 403, name
    assert (states() == before) == (group not in WRITERS)


def test_nobody_gets_in_without_logging_in(addresses, client):
    before = states()
    for address in addresses.values():
        assert client.post(address)["Location"].startswith("/account/login/")
    assert states() == before


class TestUnitEditor:
    @pytest.fixture
    def units(self, site):
        return {"own": UnitFactory(name_de="Familienservice"), "other": UnitFactory(name_de="Physik")}

    @pytest.fixture
    def programs(self, units):
        programs = {
            name: ProgramFactory(name_de=f"Angebot {name}", responsible_unit=units[name], **ENGLISH) for name in units
        }
        for name, program in programs.items():
            Program.objects.filter(pk=program.pk).update(slug_en=name, summary_de="Neu.")
        tracking.rebuild()
        selectors.Translation.objects.update(confirmed_hash="before")
        return programs

    @pytest.fixture
    def client(self, units, as_member):
        return as_member("unit editor", units=[units["own"]])

    def test_the_translations_of_another_unit_do_not_open_and_are_not_confirmed(self, client, programs):
        for name, expected in {"own": (200, 302), "other": (403, 403)}.items():
            address = reverse("translation_compare", args=[selectors.of_object(programs[name]).pk])
            assert (client.get(address).status_code, client.post(address).status_code) == expected
        assert selectors.of_object(programs["own"]).state == "current"
        assert selectors.of_object(programs["other"]).state == "outdated"

    @pytest.mark.parametrize("query", [{}, {"current_state": "outdated"}, {"export": "csv"}])
    def test_the_dashboard_holds_the_own_ones_alone(self, client, programs, query):
        dashboard = b"".join(client.get(reverse("translation_report"), query)).decode()
        assert "Angebot own" in dashboard
        assert "Angebot other" not in dashboard

    def test_another_units_programme_is_not_called_correct(self, client, programs):
        kind = ContentType.objects.get_for_model(Program).pk
        for name, expected in {"own": 302, "other": 403}.items():
            assert client.post(reverse("editing_still_correct", args=[kind, programs[name].pk])).status_code == expected
        assert Program.objects.get(pk=programs["other"].pk).assured_on is None
