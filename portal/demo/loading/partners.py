"""Institutions with their names, numbers and history; agreements and mailboxes, every one of them made up.

Days are counted from the first load, so that something always begins, ends today or is long over.
"""

from datetime import date, timedelta
from decimal import Decimal

from django.contrib.auth import get_user_model

from partners.agreements.signature_names import fill_names_at_signature
from partners.institutions import lifecycle
from partners.models import (
    BINDING,
    Agreement,
    AgreementType,
    Condition,
    Contact,
    DueDiligence,
    EventKind,
    Institution,
    InstitutionIdentifier,
    InstitutionName,
    Party,
    SubjectField,
    Unit,
)
from portal.core.moment import today
from portal.demo.loading.content import columns, rows
from portal.demo.loading.matching import by_key, missing

NAMES = ("name_*", "name_original", "original_lang", "name_latin", "abbreviation", "slug_*")
PLACE = ("country", "city_*", "precision")
INCLUSION = ("disability_support", "family_support", "equality_policy_url", "inclusion_note_*", "inclusion_source")
ROLES = ("has_other_role", "cooperation_without_agreement")
INSTITUTION = ("public_id", *NAMES, *PLACE, *INCLUSION, *ROLES, "institution_type", "website", "description_*")
AGREEMENT = (
    *("public_id", "name_*", "reference", "stage", "is_open_ended", "renewal", "renewal_months", "notice_months"),
    *("termination_reason", "activities", "summary_*"),
)
OFFICE = "international-office"  # the account that answers for most agreements
WITHOUT_ANYBODY = 12  # every so many agreements have nobody who answers for them, so that the desk shows some


def load_institutions() -> int:
    """Create the missing institutions, each under its first name, then let happen what happened to them."""
    new = missing(Institution, rows("institution"))
    for row in new:
        _institution(row)
    known = by_key(Institution, "institution")
    events = [(event["on"], row["key"], event) for row in new for event in row.get("events", [])]
    for _on, key, event in sorted(events, key=lambda one: one[:2]):
        _happen(known[key], event, known, next(row for row in new if row["key"] == key))
    return len(new)


def load_agreements() -> int:
    new = missing(Agreement, rows("agreement"))
    known = {
        "institutions": by_key(Institution, "institution"),
        "units": by_key(Unit, "unit"),
        "types": {one.notation: one for one in AgreementType.objects.all()},
        "subjects": {one.code: one for one in SubjectField.objects.all()},
    }
    for row in new:  # one that takes the place of another stands below it
        _agreement(row, known)
    return len(new)


def load_contacts() -> int:
    new = missing(Contact, rows("partner_contact"))
    institutions = by_key(Institution, "institution")
    for row in new:
        Contact.objects.create(
            **columns(row, "public_id", "name_*", "role", "email", "languages"),
            institution=institutions[row["institution"]],
            last_confirmed_on=_day(row, "last_confirmed_days_ago", -1),
            delete_after=_day(row, "delete_after_in_days"),
        )
    return len(new)


def load_due_diligence() -> int:
    new = missing(DueDiligence, rows("due_diligence_review"))
    institutions = by_key(Institution, "institution")
    for row in new:
        DueDiligence.objects.create(
            **columns(row, "public_id", "decision", "note"),
            institution=institutions[row["institution"]],
            reviewed_on=_day(row, "reviewed_days_ago", -1),
            next_review_on=_day(row, "next_review_in_days"),
        )
    return len(new)


def hand_over() -> None:
    """Let the office's account answer for most of the demonstration's agreements that nobody answers for yet."""
    office = get_user_model().objects.filter(username=OFFICE).first()
    ours = [row["public_id"] for at, row in enumerate(rows("agreement")) if at % WITHOUT_ANYBODY]
    if office:
        Agreement.objects.filter(public_id__in=ours, responsible=None).update(responsible=office)


def _institution(row: dict) -> Institution:
    renamed = [event for event in row.get("events", []) if event["kind"] == EventKind.RENAMED]
    first = {**columns(row, *INSTITUTION), **(renamed[0]["before"] if renamed else {})}
    if renamed:  # the address that it had then follows from the name
        first |= {"slug_de": "", "slug_en": ""}
    point = {name: Decimal(str(row[name])) for name in ("latitude", "longitude") if name in row}
    institution = Institution(**first, **point, inclusion_checked_on=_day(row, "inclusion_checked_days_ago", -1))
    names = [
        InstitutionName(sort_order=at, **columns(name, "value", "language", "script", "kind", "valid_from", "valid_to"))
        for at, name in enumerate(row.get("names", []))
    ]
    numbers = row.get("identifiers", {}).items()
    institution.names.set(names)
    institution.identifiers.set(
        InstitutionIdentifier(sort_order=at, scheme=scheme, value=value) for at, (scheme, value) in enumerate(numbers)
    )
    institution.full_clean()
    institution.save()
    return institution


def _happen(institution: Institution, event: dict, known: dict, row: dict):
    institution.refresh_from_db()
    on, other = event["on"], known.get(event.get("other"))
    if event["kind"] == EventKind.RENAMED:
        lifecycle.rename(institution, on, columns(row, *NAMES))
    elif event["kind"] == EventKind.MERGED:
        lifecycle.merge(institution, other, on)
    elif event["kind"] == EventKind.SPLIT:
        lifecycle.split(institution, other, on)
    else:
        lifecycle.close(institution, on)


def _agreement(row: dict, known: dict) -> Agreement:
    predecessor = by_key(Agreement, "agreement")[row["predecessor"]] if "predecessor" in row else None
    agreement = Agreement(
        **columns(row, *AGREEMENT),
        agreement_type=known["types"][row["agreement_type"]],
        unit=known["units"][row["unit"]],
        signed_on=_day(row, "signed_in_days"),
        starts_on=_day(row, "start_in_days"),
        ends_on=_day(row, "end_in_days"),
        terminated_on=_day(row, "terminated_in_days"),
        predecessor=predecessor,
    )
    agreement.further_units.set([known["units"][key] for key in row.get("further_units", [])])
    agreement.subjects.set([known["subjects"][code] for code in row.get("subjects", [])])
    agreement.parties.set(_party(party, at, known) for at, party in enumerate(row["parties"]))
    agreement.conditions.set(_condition(one, at, known) for at, one in enumerate(row.get("conditions", [])))
    agreement.full_clean()
    if agreement.stage in BINDING:
        fill_names_at_signature(agreement)
    agreement.save()
    return agreement


def _party(row: dict, at: int, known: dict) -> Party:
    days = {"signed_on": _day(row, "signed_in_days"), "left_on": _day(row, "left_in_days")}
    return Party(sort_order=at, institution=known["institutions"][row["institution"]], **days)


def _condition(row: dict, at: int, known: dict) -> Condition:
    names = ("direction", "activity", "persons", "months", "eqf_levels", "language", "language_level")
    return Condition(sort_order=at, **columns(row, *names), subject=known["subjects"].get(row.get("subject")))


def _day(row: dict, name: str, sign: int = 1) -> date | None:
    """Return the day that lies so many days ahead; with a sign of -1, so many back."""
    return today() + timedelta(days=sign * row[name]) if name in row else None
