import pytest

from portal.core.language.letters import slug_of, sort_key


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Förderung für Größe", "foerderung-fuer-groesse"),
        ("Ärztin", "aerztin"),
        ("A\u0308rztin", "aerztin"),  # the same letters, decomposed
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Chance hoch 2!", "chance-hoch-2"),
        ("北京大学", "k3f9x2ab"),
        ("جامعة", "k3f9x2ab"),
        ("–", "k3f9x2ab"),
        ("", "k3f9x2ab"),
    ],
)
def test_a_slug_writes_german_out_and_is_never_empty(title, slug):
    assert slug_of(title, "k3f9x2ab") == slug


def test_a_long_title_gives_a_slug_that_fits_without_a_hyphen_at_its_end():
    slug = slug_of("ab " * 100, "x", max_length=30)
    assert len(slug) <= 30
    assert not slug.endswith("-")


def test_names_sort_as_in_a_german_dictionary():
    names = ["Zweitstudium", "Ärztin", "Arzt", "Österreich", "Ofen", "straße", "Strand", "Strasse 2"]
    assert sorted(names, key=sort_key) == [
        "Arzt",
        "Ärztin",
        "Ofen",
        "Österreich",
        "Strand",
        "straße",
        "Strasse 2",
        "Zweitstudium",
    ]
