"""Loads certification schemes and certifications. Dates of samples are relative to the day of the first load."""

from datetime import date, timedelta

from partners.models import Institution, Unit
from portal.core.time.moment import today
from portal.demo.loading import matching
from portal.demo.loading.content import columns, rows
from programs.models import Certification, CertificationScheme

TEXTS = ("name_*", "summary_*", "level_*", "round_*", "source_*", "extension_reason_*", "next_milestone_*")
PLAIN = ("public_id", "status", "decided_on", "valid_from", "valid_until", "extended_until", "report_url")


def load_schemes() -> int:
    """Create the missing schemes and return how many."""
    missing_rows = matching.missing(CertificationScheme, rows("scheme"))
    bodies = matching.by_key(Institution, "institution")
    names = ("public_id", "name_*", "theme", "kind", "website", "description_*", "limits_*")
    for row in missing_rows:
        CertificationScheme.objects.create(awarding_body=bodies[row["awarding_body"]], **columns(row, *names))
    return len(missing_rows)


def load() -> int:
    """Create the missing certifications and return how many. A row comes after those that it refers to."""
    missing_rows = matching.missing(Certification, rows("certification"))
    schemes = matching.by_key(CertificationScheme, "scheme")
    institutions, units = matching.by_key(Institution, "institution"), matching.by_key(Unit, "unit")
    certifications = matching.by_key(Certification, "certification")
    for row in missing_rows:
        certification = certifications[row["key"]] = Certification(
            scheme=schemes[row["scheme"]],
            holder_institution=institutions.get(row.get("holder_institution", "")),
            holder_unit=units.get(row.get("holder_unit", "")),
            responsible_unit=units[row["unit"]],
            award=certifications.get(row.get("award", "")),
            predecessor=certifications.get(row.get("predecessor", "")),
            **columns(row, *TEXTS, *PLAIN),
        )
        _set_sample_dates(certification, row)
        certification.full_clean()
        certification.save()
        certification.save_revision().publish()
    return len(missing_rows)


def _set_sample_dates(certification: Certification, row: dict) -> None:
    for name in ("valid_until", "extended_until"):
        if days := row.get(f"{name}_in_days"):
            setattr(certification, name, _ahead(days).isoformat())
    if days := row.get("next_milestone_in_days"):
        certification.next_milestone_on = _ahead(days)


def _ahead(days: int) -> date:
    """Return the day that many days after today."""
    return today() + timedelta(days=days)
