"""Links in public content: internal ones are checked always, external ones on request; results are stored."""

import http.server
import threading
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils.translation import override
from wagtail.rich_text import RichText

from portal.editing.links import other_sites, own_site
from portal.editing.links.answers import Answer
from portal.editing.links.checking import check_links
from portal.editing.models import LinkCheck
from portal.pages.models import ArticlePage
from programs.models import LifeSituation
from tests.factories import ProgramFactory, UnitFactory

pytestmark = pytest.mark.django_db
OK, BROKEN, UNCHECKED = LinkCheck.Status


@pytest.fixture
def write(site):
    """Return a function that publishes a German page with a paragraph and a block of links."""
    LifeSituation.objects.all().delete()  # which have links of their own

    def page(html, *links, title="Anfang"):
        link = {"page": None, "url": "", "text": "Weiter", "description": ""}
        body = [("text", RichText(f"<p>{html}</p>"))]
        if links:
            body.append(("links", {"heading": "Mehr", "links": [{**link, **more} for more in links]}))
        page = ArticlePage(title=title, body=body)
        site["home", "de"].add_child(instance=page)
        return page

    return page


def results() -> dict[str, tuple[str, str]]:
    return {link.address: (link.status, link.detail) for link in LinkCheck.objects.all()}


class TestOwnSite:
    def test_what_is_there_is_ok_and_what_is_not_is_broken(self, write):
        target = write("Ziel", title="Ziel")
        ProgramFactory(apply_url="http://localhost:8000/de/nirgends/", source_url="https://example.org/quelle")
        html = f'<a linktype="page" id="{target.pk}">da</a> <a linktype="page" id="99999">weg</a>'
        html += '<a href="/de/weg/">weg</a> <a linktype="document" id="7">x</a>'
        write(f'{html} <a href="mailto:a@example.org">mail</a> <a href="#oben">hoch</a>')
        check_links()
        assert results() == {
            target.get_url(): (OK, "200"),
            "page:99999": (BROKEN, "gone"),
            "document:7": (BROKEN, "gone"),
            "/de/weg/": (BROKEN, "404"),
            "http://localhost:8000/de/nirgends/": (BROKEN, "404"),
            "https://example.org/quelle": (UNCHECKED, ""),
        }

    def test_a_page_that_is_no_longer_published_is_named(self, write):
        target = write("Ziel", title="Ziel")
        write("Text", {"page": target})
        target.unpublish()
        check_links()
        assert results() == {target.get_url(): (BROKEN, "hidden")}

    def test_an_address_that_leads_on_counts_and_one_in_circles_does_not(self, write, site, monkeypatch):
        write('<a href="/">Eingang</a> <a href="/de/kreis/">Kreis</a>')
        checker = own_site.OwnSite()
        assert checker.check("/").status == OK
        monkeypatch.setattr(checker._handler, "get", _redirect)
        assert checker.check("/de/kreis/") == Answer(BROKEN, "redirects")

    def test_blocks_are_searched_too(self, write):
        write("Text", {"url": "https://example.org/block"})
        check_links()
        assert "https://example.org/block" in results()

    def test_drafts_are_nobodys_business(self, write):
        write('<a href="/de/weg/">weg</a>').unpublish()
        ProgramFactory(live=False, apply_url="https://example.org/")
        UnitFactory(website="https://example.org/unit")
        check_links()
        assert set(results()) == {"https://example.org/unit"}


def test_a_second_run_changes_nothing_and_a_removed_link_goes(write):
    page = write('<a href="/de/weg/">weg</a> <a href="/de/">da</a>')
    check_links()
    before = set(LinkCheck.objects.values_list("pk", "address", "status"))
    check_links()
    assert set(LinkCheck.objects.values_list("pk", "address", "status")) == before
    page.body = [("text", RichText('<p><a href="/de/">da</a></p>'))]
    page.save_revision().publish()
    check_links()
    assert results() == {"/de/": (OK, "200")}


def test_told_to_stop_it_leaves_everything_as_it_was(write):
    write('<a href="/de/weg/">weg</a>')
    stop = threading.Event()
    stop.set()
    assert check_links(stop=stop) == {}
    assert not LinkCheck.objects.exists()


class TestOtherSites:
    @pytest.fixture
    def no_network(self, monkeypatch):
        def never(*_arguments, **_options):
            raise AssertionError("an external site was requested")

        monkeypatch.setattr(other_sites, "_request", never)

    def test_nobody_else_is_asked_unless_told(self, write, no_network):
        write('<a href="https://example.org/">woanders</a>')
        check_links()
        assert results() == {"https://example.org/": (UNCHECKED, "")}

    def test_what_was_found_when_asked_stays_until_asked_again(self, write, monkeypatch):
        write('<a href="https://example.org/">woanders</a>')
        monkeypatch.setattr(other_sites, "_request", lambda parts: (404, ""))
        call_command("check_links", "--foreign", stdout=StringIO())
        call_command("check_links", stdout=StringIO())
        assert results() == {"https://example.org/": (BROKEN, "404")}
        monkeypatch.setattr(other_sites, "_request", lambda parts: (200, ""))
        check_links(foreign=True)
        assert results() == {"https://example.org/": (OK, "200")}

    @pytest.mark.parametrize(
        "number",
        ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.1.2.3", "::1", "fd00::1", "fe80::1%eth0",
         "::ffff:10.0.0.1", "2002:0a00:0001::", "224.0.0.1", "100.64.0.1"],
    )  # fmt: skip
    def test_a_private_address_is_refused(self, number):
        assert not other_sites.is_public(number)

    @pytest.mark.parametrize("number", ["132.252.1.1", "2001:638::1"])
    def test_a_public_address_is_not(self, number):
        assert other_sites.is_public(number)

    @pytest.mark.parametrize(
        "address", ["http://localhost/", "http://127.0.0.1:80/", "http://[::1]/", "http://2130706433/"]
    )
    def test_this_machine_is_never_asked(self, address):
        assert other_sites.check(address) == Answer(UNCHECKED, "private")

    def test_nor_by_a_detour(self, monkeypatch):
        answers = {"example.org": (302, "http://127.0.0.1/secret")}
        request = other_sites._request
        monkeypatch.setattr(other_sites, "_request", lambda parts: answers.get(parts.hostname) or request(parts))
        assert other_sites.check("https://example.org/") == Answer(UNCHECKED, "private")

    @pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org/", "https://"])
    def test_what_is_no_web_address_is_not_asked(self, address, no_network):
        assert other_sites.check(address) == Answer(UNCHECKED)

    @pytest.mark.parametrize(
        ("path", "answer"), [("/there", (OK, "200")), ("/gone", (BROKEN, "404")), ("/moved", (OK, "200"))]
    )
    def test_head_first_then_get_and_redirects_are_followed(self, small_server, path, answer):
        result = other_sites.check(f"{small_server.address}{path}")
        assert (result.status, result.detail) == answer
        assert small_server.asked[0] == f"HEAD {path}"
        assert ("GET /gone" in small_server.asked) == (path == "/gone")

    def test_nobody_there(self, small_server):
        small_server.shutdown()
        small_server.server_close()
        assert other_sites.check(small_server.address) == Answer(BROKEN, "unreachable")

    @pytest.fixture
    def small_server(self, monkeypatch):
        """A server on this machine that counts as public in this test."""
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), SmallSite)
        server.asked = []
        server.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        monkeypatch.setattr(other_sites, "is_public", lambda number: True)
        yield server
        server.shutdown()
        server.server_close()


class SmallSite(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.server.asked.append(f"{self.command} {self.path}")
        self.send_response({"/there": 200, "/gone": 404, "/moved": 302}[self.path])
        if self.path == "/moved":
            self.send_header("Location", "/there")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *_arguments):
        pass


class TestReport:
    @pytest.fixture(autouse=True)
    def links(self, write):
        self.page = write('<a href="/de/weg/">weg</a>')
        self.own, self.other = UnitFactory(), UnitFactory()
        for unit in (self.own, self.other):
            ProgramFactory(responsible_unit=unit, apply_url=f"https://example.org/{unit.pk}")
        check_links()

    def addresses(self, client, **query):
        return {link.address for link in client.get("/admin/links/", query).context["object_list"]}

    def test_an_editor_sees_all_of_them(self, staff):
        assert len(self.addresses(staff("editor"))) == 3
        assert self.addresses(staff("editor"), status="broken") == {"/de/weg/"}

    def test_a_unit_editor_sees_those_of_the_own_programmes(self, staff):
        client = staff("unit editor", units=[self.own])
        assert self.addresses(client) == {f"https://example.org/{self.own.pk}"}

    def test_fields_are_named_as_in_the_form(self, staff):
        table = staff("editor").get("/admin/links/").context["table"]
        with override("de"):
            labels = [table.columns["place"].get_value(link) for link in table.data]
        assert sorted(labels) == ["Adresse für die Bewerbung", "Adresse für die Bewerbung", "Inhalt"]

    def test_the_spreadsheet_holds_them(self, staff):
        answer = staff("editor").get("/admin/links/", {"export": "csv"})
        assert "/de/weg/" in b"".join(answer.streaming_content).decode()


def _redirect(path):
    from django.http import HttpResponseRedirect

    return HttpResponseRedirect(path)
