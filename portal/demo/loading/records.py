"""Loads all records, in the order in which they refer to each other. Large types have modules of their own."""

from partners.models import Contact, Fact, Institution, Unit
from portal.demo.loading import atlas, certifications, networks, partners, programs
from portal.demo.loading.content import columns, rows
from portal.demo.loading.matching import by_key, missing
from programs import models as programs_models
from programs import start_values


def load() -> dict[str, int]:
    """Create the missing records and return how many of each."""
    start_values.load(lambda name: getattr(programs_models, name))
    loaders = {
        "institutions": partners.load_institutions,
        "units": _units,
        "contacts": _contacts,
        "agreements": partners.load_agreements,
        "partner contacts": partners.load_contacts,
        "due-diligence reviews": partners.load_due_diligence,
        "facts": _facts,
        "networks": networks.load,
        "guiding principles": networks.load_principles,
        "programmes": programs.load,
        "certification schemes": certifications.load_schemes,
        "certifications": certifications.load,
    }
    return {**{name: loader() for name, loader in loaders.items()}, **atlas.load()}


def _units() -> int:
    missing_rows = missing(Unit, rows("unit"))
    for row in missing_rows:  # a unit comes after its parent
        Unit.objects.create(
            **columns(row, "public_id", "name_*", "abbreviation", "website"),
            parent=by_key(Unit, "unit")[row["parent"]] if "parent" in row else None,
            institution=by_key(Institution, "institution")[row["institution"]] if "institution" in row else None,
        )
    return len(missing_rows)


def _contacts() -> int:
    missing_rows = missing(Contact, rows("contact"))
    units, institutions = by_key(Unit, "unit"), by_key(Institution, "institution")
    for row in missing_rows:
        Contact.objects.create(
            **columns(row, "public_id", "name_*", "role", "email", "phone", "hours_*", "languages"),
            unit=units.get(row.get("unit", "")),
            institution=institutions.get(row.get("institution", "")),
        )
    return len(missing_rows)


def _facts() -> int:
    missing_rows = missing(Fact, rows("fact"))
    for row in missing_rows:
        names = ("public_id", "statement_*", "value_*", "unit_*", "as_of", "as_of_note_*", "source_*", "source_url")
        Fact.objects.create(**{"value_de": row.get("value", ""), **columns(row, *names)})
    facts = by_key(Fact, "fact")
    for row in missing_rows:
        facts[row["key"]].conflicts_with.set(facts[key] for key in row.get("conflicts_with", []))
    return len(missing_rows)
