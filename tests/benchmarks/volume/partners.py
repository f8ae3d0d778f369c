"""Invented institutions and agreements in any number: `make(5_000)`.

Their identifiers begin with a prefix that no other identifier can have, since generated ones contain no 0. For
benchmarks and query budgets only.
"""

from datetime import date, timedelta
from itertools import cycle, islice

from partners.geography import countries
from partners.models import (
    Activity,
    Agreement,
    AgreementType,
    Contact,
    Institution,
    Party,
    Precision,
    Renewal,
    Stage,
    SubjectField,
    Unit,
)
from portal.core.language.letters import sort_key
from portal.core.time.moment import today

MARK = "v0p"
BATCH = 2000
AGREEMENTS_EACH = 2.5
COUNTRIES = ("FR", "ES", "IT", "PL", "TR", "GB", "US", "JP", "KR", "CN", "BR", "MX", "ZA", "KE", "EG", "IN", "MT", "SG")
CITIES = 700
STAGES = (*[Stage.SIGNED] * 8, Stage.DRAFT, Stage.TERMINATED)


def make(count: int, progress=lambda done, total: None) -> int:
    """Create institutions with agreements up to a total of `count`; return the number of new institutions."""
    missing = max(0, count - _marked(Institution).count())
    make_partners(missing, int(missing * AGREEMENTS_EACH))
    progress(missing, missing)
    return missing


def remove() -> int:
    """Remove all invented institutions, agreements and contacts; return the number of institutions removed."""
    for table in (Party.objects, Agreement.subjects.through.objects):
        table.filter(agreement__in=_marked(Agreement))._raw_delete(using="default")
    for model in (Agreement, Contact):
        _marked(model)._raw_delete(using="default")
    _marked(Unit).delete()
    return _marked(Institution)._raw_delete(using="default")


def _marked(model):
    return model._base_manager.filter(public_id__startswith=MARK)


def make_partners(institutions: int, agreements: int) -> None:
    """Create institutions, with a contact each, and agreements of every type, stage and validity.

    Inserted in bulk: no signals are sent and no search documents written. Each call adds that many more.
    """
    if not institutions:
        return
    start, first = _marked(Institution).count(), _marked(Agreement).count()
    created = Institution.objects.bulk_create(
        (_institution(start + number) for number in range(institutions)), batch_size=BATCH
    )
    Contact.objects.bulk_create(
        (_contact(start + number, partner) for number, partner in enumerate(created)), batch_size=BATCH
    )
    types, unit = list(AgreementType.objects.all()), _unit(created[0])
    signed = Agreement.objects.bulk_create(
        (_agreement(first + number, types, unit) for number in range(agreements)), batch_size=BATCH
    )
    _subjects(signed)
    partners = zip(signed, islice(cycle(created), agreements), strict=True)
    Party.objects.bulk_create(
        (Party(agreement=agreement, institution=partner) for agreement, partner in partners), batch_size=BATCH
    )


def _institution(number: int) -> Institution:
    city = number % CITIES
    country = COUNTRIES[city % len(COUNTRIES)]
    name, english = f"Mengenhochschule {number:06}", f"Volume University {number:06}" if number % 3 else ""
    return Institution(
        public_id=f"{MARK}{number:05}",
        **_named(name, english),
        slug_de=f"mengenhochschule-{number:06}",
        slug_en=f"volume-university-{number:06}" if english else "",
        country=country,
        city_de=f"Stadt {city}",
        **_point(country, city),
        website="https://example.org",
    )


def _point(country: str, city: int) -> dict:
    """Return a point somewhere in a country; every fiftieth city has none."""
    box = countries.box(country)
    if box is None or city % 50 == 0:
        return {}
    latitude = box.south + (box.north - box.south) * (city * 37 % 97) / 97
    longitude = box.west + (box.east - box.west) * (city * 53 % 89) / 89
    return {"latitude": round(latitude, 5), "longitude": round(longitude, 5), "precision": Precision.CITY}


def _subjects(agreements: list[Agreement]) -> None:
    """Assign two detailed fields of study to every agreement."""
    fields = list(SubjectField.objects.filter(code__regex=r"^\d{4}$").values_list("pk", flat=True))
    link = Agreement.subjects.through
    pairs = (
        (agreement, fields[(index * step) % len(fields)])
        for index, agreement in enumerate(agreements)
        for step in (1, 7)
    )
    rows = (link(agreement=agreement, subjectfield_id=key) for agreement, key in pairs)
    link.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)


def _contact(number: int, institution: Institution) -> Contact:
    columns = {"email": f"office{number}@example.org", "role": "coordinator", "institution": institution}
    return Contact(public_id=f"{MARK}{number:05}", **_named(f"Büro {number:06}", ""), **columns)


def _agreement(number: int, types: list[AgreementType], unit: Unit) -> Agreement:
    starts_on, stage = date(2010 + number % 15, 1 + number % 12, 1), STAGES[number % len(STAGES)]
    ends_on = None if number % 7 == 0 else starts_on + timedelta(days=365 * (2 + number % 15))
    renews = ends_on is not None and number % 5 == 0
    return Agreement(
        public_id=f"{MARK}{number:05}",
        **_named(f"Mengenvereinbarung {number:06}", f"Volume agreement {number:06}"),
        agreement_type=types[number % len(types)],
        unit=unit,
        stage=stage,
        signed_on=starts_on,
        starts_on=starts_on,
        ends_on=ends_on,
        is_open_ended=ends_on is None,
        renewal=Renewal.AUTOMATIC if renews else Renewal.NONE,
        renewal_months=12 if renews else None,
        notice_months=number % 7,
        activities=[list(Activity)[number % len(Activity)].value],
        terminated_on=today() - timedelta(days=number % 900) if stage == Stage.TERMINATED else None,
    )


def _unit(institution: Institution) -> Unit:
    root = Unit.objects.filter(parent=None).first()
    return root or Unit.objects.create(public_id=f"{MARK}unit", name_de="Mengenuniversität", institution=institution)


def _named(german: str, english: str) -> dict:
    sort = {"sort_de": sort_key(german), "sort_en": sort_key(english or german)}
    return {"name_de": german, "name_en": english, **sort}
