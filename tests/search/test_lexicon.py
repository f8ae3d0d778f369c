"""Compounds and synonyms as entered by editors."""

import pytest

from portal.search.lexicon import Lexicon
from portal.search.models import CompoundWord, SynonymGroup
from portal.search.start_values import load

PARTS = frozenset({"kinder", "betreuung", "tages", "staette", "stätte", "teilzeit", "studium", "foerderung", "not"})
KNOWN = Lexicon(PARTS, {})


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("kinderbetreuung", ("kinder", "betreuung")),
        ("kinderbetreuungen", ("kinder", "betreuung")),
        ("teilzeitstudiums", ("teilzeit", "studium")),
        ("betreuungsförderung", ("betreuung", "foerderung")),
        ("kindertagesstätte", ("kinder", "tages", "staette")),
        ("kinderarzt", ()),  # only one part is known, which would match too much
        ("notation", ()),
        ("kinder", ()),
    ],
)
def test_a_compound_is_split_where_all_its_parts_are_known(word, parts):
    assert KNOWN.parts_of(word) == parts


@pytest.mark.django_db
def test_start_values_are_valid_there_once_and_enough():
    for model in (CompoundWord, SynonymGroup):
        for entry in model.objects.all():
            entry.full_clean(validate_unique=False)
    before = CompoundWord.objects.count(), SynonymGroup.objects.count()
    load(lambda name: {"CompoundWord": CompoundWord, "SynonymGroup": SynonymGroup}[name])
    assert before == (CompoundWord.objects.count(), SynonymGroup.objects.count())
    assert before[0] >= 100
