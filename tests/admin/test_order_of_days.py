"""What ends before it begins is refused at its field, with both days in the reader's form."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from partners.models import (
    Agreement,
    GuidingPrinciple,
    InstitutionIdentifier,
    InstitutionName,
    Membership,
    Party,
    Seat,
    Stage,
)
from programs.models import Certification, EnrolmentPeriod
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import AgreementFactory, FactFactory, PartnerFactory

EARLY, LATE = date(2026, 1, 31), date(2026, 12, 31)
DAYS = [
    (Agreement, "starts_on", "ends_on"),
    (Agreement, "starts_on", "terminated_on"),
    (Agreement, "signed_on", "terminated_on"),
    (Agreement, "signed_on", "ends_on"),
    (Agreement, "starts_on", "confirmed_on"),
    (Party, "signed_on", "left_on"),
    (InstitutionIdentifier, "valid_from", "valid_to"),
    (EnrolmentPeriod, "opens_on", "closes_on"),
]
WRITTEN = [
    (InstitutionName, "valid_from", "valid_to"),
    (Membership, "since", "until"),
    (Seat, "since", "until"),
    (GuidingPrinciple, "valid_from", "valid_until"),
    (Certification, "valid_from", "valid_until"),
    (Certification, "decided_on", "ended_on"),
    (Certification, "valid_until", "extended_until"),
]


def errors(model, **columns):
    """Return the errors that the model itself finds, by field, without asking the database for other records."""
    try:
        model(**columns).clean()
    except ValidationError as refusal:
        return refusal.message_dict
    return {}


@pytest.mark.parametrize(("model", "earlier", "later"), DAYS, ids=lambda value: getattr(value, "__name__", value))
def test_days(model, earlier, later):
    further = {"stage": Stage.TERMINATED} if later == "terminated_on" else {}
    with override("de"):
        (message,) = errors(model, **{earlier: LATE, later: EARLY}, **further)[later]
        right_way = errors(model, **{earlier: EARLY, later: LATE}, **further).get(later, [])
    assert "31.01.2026 liegt vor 31.12.2026" in message
    assert not any("liegt vor" in text for text in right_way)


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "earlier", "later"), WRITTEN, ids=lambda value: getattr(value, "__name__", value))
def test_years_months_and_days(model, earlier, later):
    with override("en"):
        (message,) = errors(model, **{earlier: "2026-10", later: "2026-09-30"})[later]
    assert "30 September 2026 lies before October 2026" in message
    for end in ("2026", "2026-10", "2026-10-01", "2027"):
        assert not any(
            "lies before" in text for text in errors(model, **{earlier: "2026-10", later: end}).get(later, [])
        )


def test_what_renews_itself_may_be_signed_again_after_its_first_end():
    days = {"signed_on": LATE, "ends_on": EARLY, "renewal": "automatic", "renewal_months": 12}
    assert "ends_on" not in errors(Agreement, **days)


@pytest.mark.django_db
def test_a_party_within_the_time_of_its_agreement(client):
    agreement = AgreementFactory(
        starts_on=date(2026, 1, 31),
        ends_on=date(2028, 12, 31),
        signed_on=None,
        stage=Stage.DRAFT,
        partners=[PartnerFactory()],
    )
    form = Form.open(client, admin_url("edit", agreement))
    form["parties-0-left_on"] = "30. Januar 2026"
    refused = form.refused("")
    assert "30.01.2026 liegt vor 31.01.2026" in refused.error_at("parties-0-left_on")
    assert refused["parties-0-left_on"] == "30. Januar 2026"
    form["parties-0-left_on"], form["parties-0-signed_on"] = "", "1.1.2029"
    assert "31.12.2028 liegt vor 01.01.2029" in form.refused("").error_at("parties-0-signed_on")
    form["parties-0-signed_on"] = "31.12.28"
    assert form.save().status_code == 302
    assert agreement.parties.get().signed_on == date(2028, 12, 31)


def test_a_month_typed_in_words_is_stored_as_a_month_and_shown_in_words(client):
    fact = FactFactory()
    form = Form.open(client, admin_url("edit", fact))
    form["as_of"], form["source_de"] = "Oktober 2015", ""
    assert form.refused("")["as_of"] == "Oktober 2015"
    form["as_of"], form["source_de"] = "10.2015", "Quelle"
    assert form.save().status_code == 302
    fact.refresh_from_db()
    assert fact.as_of == "2015-10"
    assert Form.open(client, admin_url("edit", fact))["as_of"] == "Oktober 2015"
    assert "Oktober 2015" in client.get(admin_url("list", type(fact))).content.decode()
