"""Bad input in the parts of a programme: errors are shown at their fields, and no input is lost."""

import pytest

from tests.admin.forms import Form
from tests.admin.records import admin_url, full_program

PERIOD, CRITERION, PLACE = "enrolment_periods-0", "criteria-0", "places-0"


@pytest.fixture
def form(staff):
    form = Form.open(staff(), admin_url("edit", full_program()))
    form.add("application_steps", text_de="Eben erst", text_en="Just now")
    return form


def refused_at(form, name):
    answer = form.refused()
    assert answer.error_at(name)
    assert answer.typed() == form.typed()
    assert form.refused("").error_at(name), "a draft accepts it"


WRONG = [
    {
        f"{PERIOD}-closes_on": "2026-12-31",  # before the opening day
        f"{PERIOD}-term": "WiSe",
        f"{CRITERION}-value": "volljährig",  # not a number of years
        f"{PLACE}-latitude": "91",
        "cost_options-0-amount": "-1",
        "cost_options-0-currency": "Euro",
        "review_interval": "0",
        "assured_on": "31.02.2026",
        "source_url": "javascript:alert(1)",
        "summary_de": "x" * 201,
    },
    {
        f"{PERIOD}-opens_on": "morgen",
        f"{PERIOD}-closes_on": "2027-02-30",
        f"{PLACE}-longitude": "-180.5",
        "cost_options-0-amount": "viel",
        "cost_options-0-currency": "eur",
        "review_interval": "1000000",
        "name_en": "x" * 301,
    },
    {"cost_options-0-amount": "12345678901234567890"},
]


@pytest.mark.parametrize("bad_values", WRONG, ids=["first", "second", "huge"])
def test_wrong_values_are_all_named_at_once(form, bad_values):
    for name, value in bad_values.items():
        form[name] = value
    for action in ("action-publish", ""):
        answer = form.refused(action)
        assert {name for name in bad_values if not answer.error_at(name)} == set()
        assert answer.typed() == form.typed()


@pytest.mark.parametrize(
    ("name", "value"),
    [(f"{CRITERION}-criterion", "shoe-size"), ("teaching_languages-0-level", "C3"), ("contacts", 999999)],
)
def test_a_choice_that_is_not_offered(form, name, value):
    form[name] = value
    assert form.refused().error_at(name)


def test_fixed_dates_without_dates(form):
    form[f"{PERIOD}-opens_on"] = form[f"{PERIOD}-closes_on"] = ""
    refused_at(form, f"{PERIOD}-closes_on")


@pytest.mark.parametrize("name", ["latitude", "longitude"])
def test_half_a_point(form, name):
    form[f"{PLACE}-{name}"] = ""
    refused_at(form, f"{PLACE}-{name}")


def test_a_language_level_that_does_not_exist(form):
    form[f"{CRITERION}-criterion"], form[f"{CRITERION}-value"] = "language-level", "fließend"
    refused_at(form, f"{CRITERION}-value")


def test_a_nul_character_is_refused_not_stored(form):
    names = ["name_de", "summary_de", "alert_en", "apply_url", f"{PERIOD}-note_de"]
    for name in names:
        form[name] = "a\x00b"
    answer = form.refused()
    assert {name for name in names if not answer.error_at(name)} == set()
