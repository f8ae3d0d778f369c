"""A date of a source is displayed as precisely as it is known."""

import pytest
from django.utils.translation import override

from portal.core.language.languages import names_of
from portal.core.templatetags.formats import edtf


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("2015", "2015", "2015"),
        ("2008-10", "Oktober 2008", "October 2008"),
        ("2017-11-13", "13. November 2017", "13 November 2017"),
    ],
)
def test_a_year_a_month_or_a_day(written, german, english):
    with override("de"):
        assert edtf(written) == german
    with override("en"):
        assert edtf(written) == english


def test_languages_are_named_in_the_reader_s_language():
    with override("en"):
        assert names_of(["de", "tr"]) == ["German", "Turkish"]
