"""A schedule in an hour that a clock change skips or repeats is refused at its field; other input is kept."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.time.moment import BERLIN, clock_change
from portal.pages.models import ArticlePage
from programs.models import Program
from tests.admin.records import admin_url
from tests.editing.schedule_form import OpenForm
from tests.factories import ProgramFactory

SKIPPED = "2027-03-28 02:30"
TWICE = "2027-10-31 02:30"
clock = datetime.fromisoformat  # a wall-clock time without a time zone


@given(st.datetimes(clock("1996-01-01"), clock("2060-01-01")))
def test_only_a_time_that_is_odd_belongs_to_an_odd_hour(naive):
    odd = clock_change(naive)
    there_and_back = naive.replace(tzinfo=BERLIN).astimezone(ZoneInfo("UTC")).astimezone(BERLIN).replace(tzinfo=None)
    if odd is None:
        assert there_and_back == naive
    else:
        assert odd.begin <= naive < odd.end
        assert odd.is_skipped == (there_and_back != naive)


@pytest.mark.parametrize(
    ("naive", "is_skipped"), [(clock("2026-03-29 02:30"), True), (clock("2026-10-25 02:30"), False)]
)
def test_the_odd_hours_of_2026(naive, is_skipped):
    odd = clock_change(naive)
    assert (odd.begin.hour, odd.begin.minute, odd.end.hour, odd.end.minute) == (2, 0, 3, 0)
    assert odd.is_skipped == is_skipped
    assert clock_change(odd.end) is None


@pytest.fixture
def form(staff, site):
    """Return a function that opens the edit form of a record or page and fills in a text and times."""

    def opened(kind, language, **moments):
        client = staff(language=language)
        if kind == "record":
            url = admin_url("edit", ProgramFactory())
            text = "summary_de"
        else:
            page = ArticlePage(title="Anfang", slug="anfang")
            site["home", "de"].add_child(instance=page)
            url = f"/admin/pages/{page.pk}/edit/"
            text = "lede"
        form = OpenForm.open(client, url)
        if kind == "page":
            form["body-count"] = ["0"]  # set by a script in the browser
        form[text] = "Neu geschrieben."
        form.text = text
        for name, moment in moments.items():
            form[name] = moment
        return form

    return opened


@pytest.mark.parametrize("kind", ["record", "page"])
@pytest.mark.parametrize("action", ["", "action-publish"])
@pytest.mark.parametrize(
    ("language", "moment", "sentence"),
    [
        ("en", SKIPPED, "On 28 March 2027 the clocks go forward: there is no 02:30."),
        ("en", TWICE, "On 31 October 2027 the clocks go back: 02:30 comes twice."),
        ("de", SKIPPED, "28.03.2027"),
        ("de", TWICE, "31.10.2027"),
    ],
)
def test_a_time_that_no_clock_shows_once_is_refused(form, kind, action, language, moment, sentence):
    submitted = form(kind, language, go_live_at=moment)
    returned = submitted.refused(action)
    assert sentence in returned.error_at("go_live_at")
    assert sentence in returned.messages()  # the field is in a closed dialog
    assert returned["go_live_at"] == moment
    assert returned[submitted.text] == "Neu geschrieben."


@pytest.mark.parametrize("kind", ["record", "page"])
@pytest.mark.parametrize(
    ("start", "end"), [("2027-05-02 10:00", "2027-05-02 09:00"), ("2027-05-02 10:00", "2027-05-02 10:00")]
)
def test_an_end_that_is_not_after_the_start_is_refused(form, kind, start, end):
    submitted = form(kind, "en", go_live_at=start, expire_at=end)
    returned = submitted.refused("")
    assert returned.error_at("expire_at")
    assert returned.error_at("expire_at") in returned.messages()
    assert (returned["go_live_at"], returned["expire_at"], returned[submitted.text]) == (start, end, "Neu geschrieben.")


def test_the_hour_before_and_the_hour_after_are_taken(form):
    sent = form("record", "en", go_live_at="2027-03-28 01:59", expire_at="2027-03-28 03:00")
    assert sent.save().status_code == 302
    draft = Program.objects.get().get_latest_revision_as_object()
    assert draft.go_live_at.astimezone(BERLIN).isoformat() == "2027-03-28T01:59:00+01:00"
    assert draft.expire_at.astimezone(BERLIN).isoformat() == "2027-03-28T03:00:00+02:00"
