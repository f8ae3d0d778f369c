"""Schemes, and what was awarded of them. Dates of samples are counted from the day of the first load."""

from datetime import date, timedelta

from partners.models import Institution, Unit
from portal.core.moment import today
from portal.demo.loading import matching
from portal.demo.loading.content import columns, rows
from programs.models import Certification, CertificationScheme

TEXTS = ("name_*", "summary_*", "level_*", "round_*", "source_*", "extension_reason_*", "next_milestone_*")
PLAIN = ("public_id", "status", "decided_on", "valid_from", "valid_until", "extended_until", "report_url")


def load_schemes() -> int:
    """Create the missing schemes and return how many."""
    new = matching.missing(CertificationScheme, rows("scheme"))
    bodies = matching.by_key(Institution, "institution")
    names = ("public_id", "name_*", "theme", "kind", "website", "description_*", "limits_*")
    for row in new:
        CertificationScheme.objects.create(awarding_body=bodies[row["awarding_body"]], **columns(row, *names))
    return len(new)


def load() -> int:
    """Create the missing certifications and return how many: those first that others belong to."""
    new = matching.missing(Certification, rows("certification"))
    schemes = matching.by_key(CertificationScheme, "scheme")
    institutions, units = matching.by_key(Institution, "institution"), matching.by_key(Unit, "unit")
    made = matching.by_key(Certification, "certification")
    for row in new:
        one = made[row["key"]] = Certification(
            scheme=schemes[row["scheme"]],
            holder_institution=institutions.get(row.get("holder_institution")),
            holder_unit=units.get(row.get("holder_unit")),
            responsible_unit=units[row["unit"]],
            award=made.get(row.get("award")),
            predecessor=made.get(row.get("predecessor")),
            **columns(row, *TEXTS, *PLAIN),
        )
        _set_sample_dates(one, row)
        one.full_clean()
        one.save()
        one.save_revision().publish()
    return len(new)


def _set_sample_dates(one: Certification, row: dict) -> None:
    for name in ("valid_until", "extended_until"):
        if days := row.get(f"{name}_in_days"):
            setattr(one, name, _ahead(days).isoformat())
    if days := row.get("next_milestone_in_days"):
        one.next_milestone_on = _ahead(days)


def _ahead(days: int) -> date:
    return today() + timedelta(days=days)
