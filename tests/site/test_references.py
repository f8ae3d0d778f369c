"""References have targets: ids on a page, links between pages, and files."""

import re
from collections import Counter
from urllib.parse import urldefrag

from django.test import Client

from tests.site.walk import ROOT, onward

ID = re.compile(r"[A-Za-z][\w-]*")
REFERENCES = (
    *("for", "popovertarget", "list", "form"),
    *("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"),
)
FILES = {"link": ("href",), "img": ("src", "srcset"), "source": ("src", "srcset"), "script": ("src",)}


def test_an_id_is_there_once_and_well_formed(walk):
    for page in walk.pages:
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], page.address
        assert [name for name in page.ids if not ID.fullmatch(name)] == [], page.address


def test_every_reference_to_an_id_finds_it(walk):
    for page in walk.pages:
        used = {
            (attribute, name)
            for element in page.soup.find_all(True)
            for attribute in REFERENCES
            for name in element.get(attribute, "").split()
        }
        present = set(page.ids)
        assert {pair for pair in used if pair[1] not in present} == set(), page.address


def test_every_field_has_a_label(walk):
    for page in walk.pages:
        for field in page.soup.select("input:not([type=hidden]), select, textarea"):
            label = field.find_parent("label") or page.soup.find("label", attrs={"for": field.get("id", "")})
            assert label, (page.address, field)


def test_no_link_leads_to_an_address_that_redirects(walk):
    redirecting = {answer.address for answer in walk.answers.values() if answer.is_redirect}
    assert "/" in redirecting
    assert {page.address: targets for page in walk.pages if (targets := redirecting & set(onward(page)))} == {}


def test_a_link_into_a_page_finds_its_place_there(walk):
    for page in walk.pages:
        for link in page.soup.select('a[href*="#"], form[action*="#"]'):
            address, fragment = urldefrag(page.absolute(link.get("href", link.get("action"))))
            if address.startswith(ROOT):
                assert fragment in walk.at(address).ids, (page.address, link)


def test_every_link_has_words(walk):
    silent = {
        page.address for page in walk.pages for link in page.soup.select("a[href]") if not link.get_text(strip=True)
    }
    assert silent == set()


def test_links_elsewhere_are_secure(walk):
    for page in walk.pages:
        for link in page.soup.select("a[href]"):
            assert page.absolute(link["href"]).startswith((ROOT, "https://", "mailto:", "tel:")), (page.address, link)


def files_of(page):
    """Yield the addresses of all files that a page loads."""
    for element in page.soup.find_all(list(FILES)):
        if element.name != "link" or not {"canonical", "alternate"} & set(element["rel"]):
            for value in filter(None, map(element.get, FILES[element.name])):
                yield from (page.absolute(candidate.split()[0]) for candidate in value.split(","))


def test_every_file_of_a_page_is_there(walk):
    files = {file: page.address for page in walk.pages for file in files_of(page)}
    assert any(file.endswith(".css") for file in files)
    assert any("/media/" in file for file in files)
    client = Client()
    missing = {file: page for file, page in files.items() if client.get(file.removeprefix(ROOT)).status_code != 200}
    assert missing == {}
