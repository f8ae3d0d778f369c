"""Views of lists are saved, found again, shared, renamed and deleted; filters and columns stay as chosen."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.editing.models import SavedView
from programs.models import Program
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import ContactFactory, InstitutionFactory, ProgramFactory, UnitFactory

PROGRAMS = "/admin/snippets/programs/program/"
EDITORS = "/admin/users/"


def page_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.content, "html.parser")


def submit(client, form, **values):
    """Send a form as it stands on a page, with some values; return the address that the answer leads to."""
    data = {}
    for field in form.select("input[name], select[name]"):
        is_sent = field.get("type") != "checkbox" or field.has_attr("checked")
        if is_sent and field["name"] != "csrfmiddlewaretoken":
            data.setdefault(field["name"], []).append(field.get("value", ""))
    return client.post(form["action"], {**data, **values})["Location"]


def form_for(page, name):
    return page.select_one(f'form[action="/admin/{name}/"]')


def saved(client, name, address=f"{PROGRAMS}?status=open&q=kind", **values) -> SavedView:
    submit(client, form_for(page_of(client, address), "saved-views/save"), name=name, **values)
    return SavedView.objects.get(owner=client.user, name=name)


def names_on(client, address) -> list[str]:
    return [link.get_text(strip=True) for link in page_of(client, address).select(".list-bar ul a")][:-1]


def rows_of(page) -> list[str]:
    return [link.get_text(strip=True) for link in page.select(".title-wrapper > a")]


def columns_of(page) -> list[str]:
    return [cell.get_text(" ", strip=True) for cell in page.select("table.listing thead th")][2:]


class TestViews:
    def test_a_view_is_found_on_its_list_and_on_the_start_page(self, staff):
        client = staff("editor")
        view = saved(client, "Offene", f"{PROGRAMS}?status=open&english=&p=2&q=kind")
        assert view.url == f"{PROGRAMS}?status=open&q=kind"
        for address in (PROGRAMS, f"{PROGRAMS}results/", "/admin/"):
            assert names_on(client, address) == ["Offene"]
        assert names_on(client, "/admin/snippets/partners/institution/") == []
        [shown] = page_of(client, f"{PROGRAMS}?q=kind&status=open").select(".list-bar [aria-current]")
        assert shown.get_text(strip=True) == "Offene"
        assert form_for(page_of(client, PROGRAMS), "saved-views/save") is None  # there is nothing to save

    def test_a_view_of_the_same_name_is_replaced(self, staff):
        client = staff("editor")
        saved(client, "Meine")
        assert saved(client, "Meine", f"{PROGRAMS}?status=closed").query == "status=closed"
        assert SavedView.objects.count() == 1

    def test_it_is_renamed_and_deleted(self, staff):
        client = staff("editor")
        saved(client, "Eins")
        view = saved(client, "Zwei")
        forms = page_of(client, "/admin/saved-views/").select(f'form[action^="/admin/saved-views/{view.pk}/"]')
        submit(client, forms[0], name="Drei")
        assert names_on(client, "/admin/") == ["Drei", "Eins"]
        submit(client, forms[0], name="Eins")
        assert "another view of this list" in page_of(client, "/admin/saved-views/").select_one(".messages").text
        submit(client, forms[1])
        assert names_on(client, "/admin/") == ["Eins"]

    def test_without_a_name_nothing_is_saved_and_the_reason_is_said(self, staff):
        client = staff("editor", "de")
        form = form_for(page_of(client, f"{PROGRAMS}?q=kind"), "saved-views/save")
        address = submit(client, form, name=" ")
        assert address == f"{PROGRAMS}?q=kind"
        assert "Name" in page_of(client, address).select_one(".messages").text
        assert not SavedView.objects.exists()

    def test_it_is_shared_with_a_group_of_ones_own_and_shows_nobody_more_than_before(self, staff):
        owner, reader = staff("administrator"), staff("editor")
        editors = Group.objects.get(name="editor")
        owner.user.groups.add(editors)
        saved(owner, "Für alle", group=editors.pk)
        saved(owner, "Konten", f"{EDITORS}?q=eva", group=editors.pk)
        saved(owner, "Nur für mich")
        assert names_on(reader, "/admin/") == ["Für alle"]  # the list of accounts is closed to editors
        assert page_of(reader, "/admin/saved-views/").select("form[action*=saved-views]") == []
        moderators = Group.objects.get(name="moderator")
        form = form_for(page_of(reader, f"{PROGRAMS}?q=kind"), "saved-views/save")
        submit(reader, form, name="Fremd", group=moderators.pk)
        assert not SavedView.objects.filter(name="Fremd").exists()

    def test_somebody_elses_view_cannot_be_changed(self, staff):
        view = saved(staff("editor"), "Meine")
        other = staff("administrator")
        for action in ("", "delete/"):
            assert other.post(f"/admin/saved-views/{view.pk}/{action}", {"name": "Deine"}).status_code == 404
        view.refresh_from_db()
        assert view.name == "Meine"

    @pytest.mark.parametrize("path", ["/admin/users/", "//evil.test/", "https://evil.test/", "/admin/", "/de/", "x"])
    def test_only_a_list_that_one_may_open_is_saved(self, staff, path):
        client = staff("editor")
        answer = client.post("/admin/saved-views/save/", {"name": "X", "path": path, "query": "q=x"})
        assert answer["Location"] == "/admin/saved-views/"
        assert client.post("/admin/columns/", {"path": path}).status_code == 403
        assert not SavedView.objects.exists()

    def test_the_page_explorer_and_the_lists_of_wagtail_have_them_too(self, staff, site):
        client = staff("administrator")
        explorer = f"/admin/pages/{site['home', 'de'].pk}/"
        for number, address in enumerate((f"{explorer}?q=a", "/admin/images/?q=a", f"{EDITORS}?q=a")):
            view = saved(client, str(number), address)
            assert view.url == address
            assert names_on(client, address) == [str(number)]


class TestFiltersAreKept:
    @pytest.mark.parametrize("from_results", [False, True])
    def test_after_publishing_one_is_back_in_the_filtered_list(self, staff, from_results):
        client, program = staff("moderator"), ProgramFactory(name_de="Mit Kind", summary_de="Alt.")
        client.get(f"{PROGRAMS}{'results/' if from_results else ''}?q=kind&_w_filter_fragment=1")
        form = Form.open(client, admin_url("edit", program))
        links = BeautifulSoup(form.html, "html.parser").select("header a")
        assert f"{PROGRAMS}?q=kind" in [link["href"] for link in links]
        form["summary_de"] = "Neu."
        assert form.publish()["Location"] == f"{PROGRAMS}?q=kind"
        client.get(PROGRAMS)
        assert Form.open(client, admin_url("edit", program)).publish()["Location"] == PROGRAMS

    def test_so_it_is_after_saving_what_has_no_drafts_and_after_deleting(self, staff):
        client, contact = staff("moderator"), ContactFactory()
        contacts = "/admin/snippets/partners/contact/"
        client.get(f"{contacts}?role=office")
        client.get(f"{PROGRAMS}?q=kind")  # each list for itself
        assert Form.open(client, admin_url("edit", contact)).save()["Location"] == f"{contacts}?role=office"
        assert client.post(admin_url("delete", contact))["Location"] == f"{contacts}?role=office"


class TestColumns:
    def test_one_chooses_what_a_list_shows_and_keeps_its_filter(self, staff):
        client = staff("editor")
        ProgramFactory(name_de="Mit Kind")
        page = page_of(client, f"{PROGRAMS}?status=open")
        assert "Responsible unit" in columns_of(page)
        address = submit(client, form_for(page, "columns"), columns=["english", "assured_on"])
        assert address == f"{PROGRAMS}?status=open"
        assert columns_of(page_of(client, PROGRAMS)) == ["English", "Checked on"]
        assert "Responsible unit" in columns_of(page_of(staff("moderator"), PROGRAMS))  # of others

    def test_a_list_offers_more_than_it_shows_at_first(self, staff):
        client = staff("editor")
        InstitutionFactory(name_de="Hochschule")
        institutions = "/admin/snippets/partners/institution/"
        page = page_of(client, institutions)
        assert "Updated" not in columns_of(page)
        submit(client, form_for(page, "columns"), columns=["_updated_at", "city_de"])
        page = page_of(client, f"{institutions}?ordering=-_updated_at")
        assert columns_of(page) == ["City (German)", "Updated"]
        assert "Hochschule" in rows_of(page)


def test_lists_ask_no_more_for_many_views(staff):
    client = staff("editor")
    ProgramFactory(responsible_unit=UnitFactory())
    counts = []
    for number in (1, 9):
        for index in range(number):
            saved(client, f"{number} {index}")
        for address in (PROGRAMS, "/admin/"):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counts.append(len(queries))
    assert counts[:2] == counts[2:]


def test_nothing_of_it_is_for_visitors(db):
    for address in ("/admin/saved-views/", "/admin/columns/"):
        assert Client().post(address, {"path": PROGRAMS})["Location"].startswith("/account/login/")
    assert Program.objects.count() == 0
