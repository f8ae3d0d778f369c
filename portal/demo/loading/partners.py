"""Loads institutions with their names, identifiers and history; agreements and contacts, which are all invented.

Dates are relative to the day of the first load, so that some agreements always begin, end today or ended long ago.
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
    MobilityNumber,
    Party,
    SubjectField,
    Unit,
)
from portal.core.time.academic_year import academic_year
from portal.core.time.moment import today
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
CONDITION = (
    *("direction", "activity", "persons", "months", "days", "eqf_levels", "languages", "blended"),
    *("subject_clarification", "partner_unit", "other_terms"),
)
OFFICE = "international-office"  # the account that is responsible for most agreements
WITHOUT_RESPONSIBLE = 12  # every twelfth agreement has nobody, so that the worklist shows some


def load_institutions() -> int:
    """Create the missing institutions under their first names, then apply their events; return how many."""
    missing_rows = missing(Institution, rows("institution"))
    for row in missing_rows:
        _institution(row)
    institutions = by_key(Institution, "institution")
    events = [(event["on"], row["key"], event) for row in missing_rows for event in row.get("events", [])]
    for _on, key, event in sorted(events, key=lambda entry: entry[:2]):
        _apply_event(institutions[key], event, institutions, next(row for row in missing_rows if row["key"] == key))
    return len(missing_rows)


def load_agreements() -> int:
    """Create the missing agreements and return how many."""
    missing_rows = missing(Agreement, rows("agreement"))
    related = {
        "institutions": by_key(Institution, "institution"),
        "units": by_key(Unit, "unit"),
        "types": {agreement_type.notation: agreement_type for agreement_type in AgreementType.objects.all()},
        "subjects": {subject.code: subject for subject in SubjectField.objects.all()},
    }
    for row in missing_rows:  # a successor comes after its predecessor
        _agreement(row, related)
    return len(missing_rows)


def load_contacts() -> int:
    """Create the missing contacts of institutions and return how many."""
    missing_rows = missing(Contact, rows("partner_contact"))
    institutions = by_key(Institution, "institution")
    for row in missing_rows:
        Contact.objects.create(
            **columns(row, "public_id", "name_*", "role", "email", "languages"),
            institution=institutions[row["institution"]],
            last_confirmed_on=_day(row, "last_confirmed_days_ago", -1),
            delete_after=_day(row, "delete_after_in_days"),
        )
    return len(missing_rows)


def load_due_diligence() -> int:
    """Create the missing due-diligence reviews and return how many."""
    missing_rows = missing(DueDiligence, rows("due_diligence_review"))
    institutions = by_key(Institution, "institution")
    for row in missing_rows:
        DueDiligence.objects.create(
            **columns(row, "public_id", "decision", "note"),
            institution=institutions[row["institution"]],
            reviewed_on=_day(row, "reviewed_days_ago", -1),
            next_review_on=_day(row, "next_review_in_days"),
        )
    return len(missing_rows)


def assign_responsible() -> None:
    """Make the office's account responsible for most of the demonstration's agreements that have nobody yet."""
    office = get_user_model().objects.filter(username=OFFICE).first()
    public_ids = [row["public_id"] for at, row in enumerate(rows("agreement")) if at % WITHOUT_RESPONSIBLE]
    if office:
        Agreement.objects.filter(public_id__in=public_ids, responsible=None).update(responsible=office)


def _institution(row: dict) -> Institution:
    renamed = [event for event in row.get("events", []) if event["kind"] == EventKind.RENAMED]
    first = {**columns(row, *INSTITUTION), **(renamed[0]["before"] if renamed else {})}
    if renamed:  # its former slug is made from that name
        first |= {"slug_de": "", "slug_en": ""}
    point = {name: Decimal(str(row[name])) for name in ("latitude", "longitude") if name in row}
    institution = Institution(**first, **point, inclusion_checked_on=_day(row, "inclusion_checked_days_ago", -1))
    names = [
        InstitutionName(sort_order=at, **columns(name, "value", "language", "script", "kind", "valid_from", "valid_to"))
        for at, name in enumerate(row.get("names", []))
    ]
    identifiers = row.get("identifiers", {}).items()
    institution.names.set(names)
    institution.identifiers.set(
        InstitutionIdentifier(sort_order=at, scheme=scheme, value=value)
        for at, (scheme, value) in enumerate(identifiers)
    )
    institution.full_clean()
    institution.save()
    return institution


def _apply_event(institution: Institution, event: dict, institutions: dict, row: dict) -> None:
    institution.refresh_from_db()
    on = event["on"]
    if event["kind"] == EventKind.RENAMED:
        lifecycle.rename(institution, on, columns(row, *NAMES))
    elif event["kind"] == EventKind.MERGED:
        lifecycle.merge(institution, institutions[event["other"]], on)
    elif event["kind"] == EventKind.SPLIT:
        lifecycle.split(institution, institutions[event["other"]], on)
    else:
        lifecycle.close(institution, on)


def _agreement(row: dict, related: dict) -> Agreement:
    predecessor = by_key(Agreement, "agreement")[row["predecessor"]] if "predecessor" in row else None
    agreement = Agreement(
        **columns(row, *AGREEMENT),
        agreement_type=related["types"][row["agreement_type"]],
        unit=related["units"][row["unit"]],
        signed_on=_day(row, "signed_in_days"),
        starts_on=_day(row, "start_in_days"),
        ends_on=_day(row, "end_in_days"),
        terminated_on=_day(row, "terminated_in_days"),
        predecessor=predecessor,
    )
    agreement.further_units.set([related["units"][key] for key in row.get("further_units", [])])
    agreement.subjects.set([related["subjects"][code] for code in row.get("subjects", [])])
    agreement.parties.set(_party(party, at, related) for at, party in enumerate(row["parties"]))
    conditions = enumerate(row.get("conditions", []))
    agreement.conditions.set(_condition(condition, at, related) for at, condition in conditions)
    numbers = enumerate(row.get("mobility_numbers", []))
    agreement.mobility_numbers.set(_mobility_number(number, at) for at, number in numbers)
    agreement.full_clean()
    if agreement.stage in BINDING:
        fill_names_at_signature(agreement)
    agreement.save()
    return agreement


def _party(row: dict, at: int, related: dict) -> Party:
    days = {"signed_on": _day(row, "signed_in_days"), "left_on": _day(row, "left_in_days")}
    institution = related["institutions"][row["institution"]]
    return Party(sort_order=at, institution=institution, **columns(row, "agreement_code"), **days)


def _condition(row: dict, at: int, related: dict) -> Condition:
    first, last = (_academic_year(year) for year in row.get("years", (None, None)))
    return Condition(
        sort_order=at,
        **columns(row, *CONDITION),
        first_year=first,
        last_year=last,
        subject=related["subjects"].get(row.get("subject")),
        own_unit=related["units"].get(row.get("own_unit")),
    )


def _mobility_number(row: dict, at: int) -> MobilityNumber:
    numbers = columns(row, "group", "direction", "agreed", "actual")
    return MobilityNumber(sort_order=at, year=_academic_year(row["year"]), **numbers)


def _academic_year(number: int | None) -> int | None:
    """Return the year in which an academic year begins, counted from the present one."""
    return None if number is None else academic_year().begins_in + number


def _day(row: dict, name: str, sign: int = 1) -> date | None:
    """Return the day that many days after today, or before today with a sign of -1; None without a number."""
    return today() + timedelta(days=sign * row[name]) if name in row else None
