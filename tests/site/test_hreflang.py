"""Links to the same page in the other language (hreflang), and canonical addresses."""

from urllib.parse import urldefrag

from portal.core.language.bilingual import bilingual_fields, is_empty
from programs.models import LifeSituation, Program
from tests.site.walk import ROOT, entries_of_sitemap


def lacks_english(record, fields=None):
    """Return whether a German text lacks its English version; implemented independently of the site's rule."""
    fields = fields or set(bilingual_fields(type(record))) - {"slug", "sort"}
    return any(
        not is_empty(getattr(record, f"{name}_de")) and is_empty(getattr(record, f"{name}_en")) for name in fields
    )


def paths_of_half_translated():
    """Return the paths, in both languages, of all records that are not fully translated."""
    paths = set()
    for model, folders in ((Program, ("angebote", "programmes")), (LifeSituation, ("lebenslagen", "life-situations"))):
        for record in filter(lacks_english, model.objects.all()):
            paths |= {f"/de/{folders[0]}/{record.slug_de}/", f"/en/{folders[1]}/{record.slug_en or record.slug_de}/"}
    return paths


def test_every_page_names_its_own_absolute_address(walk):
    for page in walk.pages:
        assert page.canonical.startswith(f"{ROOT}/"), page.address
        answer = walk.at(page.canonical)
        assert (answer.status, answer.canonical) == (200, page.canonical), page.address


def own_addresses(page):
    """Return the canonical addresses that a page may name as its own: tables of the atlas are one with any filters."""
    return {ROOT + page.address, ROOT + (page.path if page.template.startswith("atlas/") else page.address)}


def test_the_canonical_address_is_that_of_the_page_unless_it_is_shown_by_fallback(walk):
    others = {page.path: page.canonical for page in walk.pages if page.canonical not in own_addresses(page)}
    german_only = {
        f"/en/programmes/{slug}/": f"{ROOT}/de/angebote/{slug}/"
        for slug in Program.objects.filter(name_en="").values_list("slug_de", flat=True)
    }
    assert others == german_only
    assert len(others) >= 3


def test_a_pair_names_itself_each_other_and_the_german_one_for_everybody_else(walk):
    pairs = [page for page in walk.pages if page.alternates]
    assert len(pairs) > 100
    for page in pairs:
        assert set(page.alternates) == {"de", "en", "x-default"}, page.address
        assert page.alternates[page.language] == page.canonical == ROOT + page.address
        assert page.alternates["x-default"] == page.alternates["de"]
        for language in ("de", "en"):
            other = walk.at(page.alternates[language])
            assert (other.status, other.language) == (200, language), page.address
            assert other.alternates == page.alternates, page.address


def test_only_what_is_translated_in_full_has_a_pair(walk):
    unpaired = {page.path for page in walk.pages if not page.alternates and not page.query}
    german_only = {"/de/chancengerechtigkeit/hochschuldeutsch/", "/de/leichte-sprache/", "/de/gebaerdensprache/"}
    assert unpaired == paths_of_half_translated() | german_only


def test_the_sitemap_agrees_with_the_pages(walk):
    entries = entries_of_sitemap(walk.answers["/sitemap.xml"].body)
    addresses = [address for address, _alternates in entries]
    assert len(addresses) == len(set(addresses))
    for address, alternates in entries:
        page = walk.at(address)
        assert page.status == 200, address
        assert page.canonical == address
        assert page.alternates == alternates
        assert not page.soup.find("meta", attrs={"name": "robots"}), address


def test_every_page_of_its_own_stands_in_the_sitemap(walk):
    addresses = {address for address, _alternates in entries_of_sitemap(walk.answers["/sitemap.xml"].body)}
    assert {urldefrag(page.canonical).url for page in walk.pages if not page.query} == addresses


def test_robots_are_told_where_the_sitemap_is(walk, client):
    assert f"Sitemap: {ROOT}/sitemap.xml" in client.get("/robots.txt").content.decode().splitlines()
