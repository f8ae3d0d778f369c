"""Content in German only is marked as German and announced in the reader's language."""

import pytest

from programs.models import Program

NOTE = "This passage is available in German only."


@pytest.fixture
def german_only(demo_content):
    return Program.objects.filter(name_en="", live=True)


def test_a_record_without_english_is_shown_in_german_that_says_so(walk, german_only):
    assert german_only.count() >= 3
    for program in german_only:
        page = walk.answers[f"/en/programmes/{program.slug_de}/"]
        assert page.soup.html["lang"] == "en"
        assert page.soup.h1.span["lang"] == "de"
        assert page.soup.h1.get_text(strip=True) == program.name_de
        assert "in German only" in page.soup.h1.find_next("p").get_text()
        assert page.alternates == {}


def test_its_passages_are_marked_and_their_notes_stand_before_them(walk, german_only):
    for program in german_only:
        page = walk.answers[f"/en/programmes/{program.slug_de}/"]
        passages = page.soup.select("main div[lang=de]")
        assert passages
        for passage in passages:
            note = passage.find_previous_sibling()
            assert note.get_text(strip=True) == NOTE
            assert note.find_parent(lang=True) is page.soup.html


def test_in_a_list_its_name_is_marked_and_followed_by_the_words(walk, german_only):
    lists = [page for page in walk.pages if page.language == "en" and page.path == "/en/programmes/"]
    for program in german_only:
        links = [a for page in lists for a in page.soup.select(f'.offer a[href="/en/programmes/{program.slug_de}/"]')]
        assert links, program.slug_de
        for link in links:
            assert link["lang"] == "de"
            assert link.find_next_sibling().get_text(strip=True) == "in German only"


def test_a_single_missing_field_is_the_only_german_on_the_page(walk):
    program = Program.objects.get(slug_de="chance-hoch-2")
    assert program.eligibility_de
    assert not program.eligibility_en
    page = walk.answers[f"/en/programmes/{program.slug_en}/"]
    (passage,) = page.soup.select("main div[lang=de]")
    assert passage.get_text(strip=True)
    assert passage.find_previous_sibling().get_text(strip=True) == NOTE
    assert not page.soup.h1.get("lang")
    assert "in German only" not in page.soup.h1.parent.get_text()


def test_the_german_page_needs_no_note(walk):
    for page in walk.pages:
        if page.language == "de":
            marked = {tag["lang"] for tag in page.soup.main.select("[lang]")}
            assert "de" not in marked, page.address
            assert page.soup.main.select(".only, .fallback") == [], page.address


def test_german_on_an_english_page_is_never_left_unmarked(walk, german_only):
    names = set(german_only.values_list("name_de", flat=True))
    places = [
        (page.address, node.find_parent(lang=True)["lang"])
        for page in walk.pages
        if page.language == "en" and "/partnerships/" not in page.path  # an institution may bear the same name
        for node in page.soup.main.find_all(string=True)
        if node.strip() in names and not node.find_parent(class_="prose")  # a name may appear within English prose
    ]
    assert len(places) > len(names)
    assert [address for address, language in places if language != "de"] == []
