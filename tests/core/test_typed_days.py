"""Days, moments and dates as people type them: what is taken, and what is refused with which words."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from portal.core.language import formats, typed
from portal.core.time.moment import BERLIN

at = datetime.fromisoformat  # a local time without a time zone
LAST_OF_2026 = (
    *("31.12.2026", "31.12.26", "31. 12. 2026", " 31.12.2026 ", "31.\u00a0Dezember 2026", "31 Dez. 2026"),
    *("31. Dezember 2026", "31. dezember 26", "31 December 2026", "31st December 2026", "31 Dec 2026"),
    *("December 31, 2026", "2026-12-31", "2026/12/31", "31/12/2026", "12/31/2026", "31-12-2026"),
)
DAYS = dict.fromkeys(LAST_OF_2026, date(2026, 12, 31)) | {
    "1.10.30": date(2030, 10, 1),
    "1.10.68": date(2068, 10, 1),
    "1.10.69": date(1969, 10, 1),
    "04/04/2026": date(2026, 4, 4),
    "3.4.2026": date(2026, 4, 3),
    "1. Ma\u0308rz 2027": date(2027, 3, 1),
    "1 Mrz 2027": date(2027, 3, 1),
    "2 May 2027": date(2027, 5, 2),
    "29.02.2028": date(2028, 2, 29),
}
REFUSED_DAYS = {
    "ambiguous": ("03/04/2026", "3-4-2026", "12/11/2026"),
    "missing": ("31.02.2026", "2025-02-30", "29 February 2027", "32.1.2027", "13/13/2026", "2024-13-01"),
    "unreadable": (
        "gestern",
        "31.12.",
        "12.2026",
        "2026",
        "31/12/26",
        "20261231",
        "2026-W01-1",
        "1 Foo 2026",
        "\0",
        ".",
    ),
}
MOMENTS = {
    "31.12.2026, 14:00 Uhr": at("2026-12-31 14:00:00"),
    "31.12.26 14:00": at("2026-12-31 14:00:00"),
    "31. Dezember 2026 um 14.30 Uhr": at("2026-12-31 14:30:00"),
    "31 December 2026, 14:00": at("2026-12-31 14:00:00"),
    "31 December 2026, 2 pm": at("2026-12-31 14:00:00"),
    "31 August 2026 at 12:05 a.m.": at("2026-08-31 00:05:00"),
    "2026-12-31T14:00": at("2026-12-31 14:00:00"),
    "2026-12-31 14:00:05": at("2026-12-31 14:00:05"),
    "31.12.2026": at("2026-12-31 00:00:00"),
    "31. 12.26": at("2026-12-31 00:00:00"),
}
REFUSED_MOMENTS = {
    "ambiguous": ("03/04/2026 10:00",),
    "missing": ("30.02.2026, 10:00 Uhr",),
    "unreadable": (
        "31.12.2026 25:00",
        "31.12.2026 10:99",
        "31.12.2026, 13 pm",
        "14:00",
        "31.12.2026 14",
        "morgen 10:00",
    ),
}
WRITTEN = {
    "2015": "2015",
    "2015-10": "2015-10",
    "10.2015": "2015-10",
    "10/2015": "2015-10",
    "Oktober 2015": "2015-10",
    "Oct 2015": "2015-10",
    "1.10.2015": "2015-10-01",
    "1 October 2015": "2015-10-01",
    "2015-10-01": "2015-10-01",
}
REFUSED_WRITTEN = {
    "ambiguous": ("03/04/2015",),
    "missing": ("2025-02-30", "13.2015", "2015-13"),
    "unreadable": ("0000", "15", "bald", "2015-", "seit 2015"),
}
READERS = {
    typed.day: (DAYS, REFUSED_DAYS),
    typed.moment: (MOMENTS, REFUSED_MOMENTS),
    typed.written_date: (WRITTEN, REFUSED_WRITTEN),
}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_what_is_clear_is_taken_under_either_language(reader, language):
    taken, _refused = READERS[reader]
    with override(language):
        assert {text: reader(text) for text in taken} == taken


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_what_is_not_clear_is_refused_and_repeated(reader, language):
    _taken, refused = READERS[reader]
    for code, texts in refused.items():
        for text in texts:
            with override(language), pytest.raises(ValidationError) as refusal:
                reader(text)
            assert refusal.value.code == code, text
            day_part = text.removesuffix(" 10:00").removesuffix(", 10:00 Uhr").strip("\0")
            assert day_part in refusal.value.messages[0]


@pytest.mark.parametrize(
    ("language", "readings"), [("de", ["03.04.2026", "04.03.2026"]), ("en", ["3 April 2026", "4 March 2026"])]
)
def test_an_ambiguous_day_is_answered_with_both_readings_which_can_be_typed(language, readings):
    with override(language), pytest.raises(ValidationError) as refusal:
        typed.day("03/04/2026")
    (message,) = refusal.value.messages
    assert all(reading in message for reading in readings), message
    assert [typed.day(reading) for reading in readings] == [date(2026, 4, 3), date(2026, 3, 4)]


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_shown_can_be_typed(language):
    for month in range(1, 13):
        day = date(2027, month, 9)
        moment = at(f"2027-{month:02}-09 08:05")
        assert typed.day(formats.day(day, language)) == day
        assert typed.day(formats.day_in_words(day, language)) == day
        assert typed.moment(formats.moment(moment.replace(tzinfo=BERLIN), language)) == moment
        for written in ("2027", f"2027-{month:02}", day.isoformat()):
            assert typed.written_date(formats.written(written, language)) == written


def test_a_message_repeats_no_more_than_a_line():
    with pytest.raises(ValidationError) as refusal:
        typed.day("x" * 5000)
    assert len(refusal.value.messages[0]) < 200
