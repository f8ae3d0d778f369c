"""Many invented institutions and agreements at once, for benchmarks and budgets. Nothing in production imports this."""

from datetime import date, timedelta
from itertools import cycle, islice

from partners.models import Agreement, AgreementType, Contact, Institution, Party, Renewal, Stage, Unit
from portal.core.letters import sort_key
from portal.core.moment import today
from portal.core.public_id import new_public_id

BATCH = 2000
COUNTRIES = ("FR", "ES", "IT", "PL", "TR", "GB", "US", "JP", "KR", "CN", "BR", "MX", "ZA", "KE", "EG", "IN", "MT", "SG")
STAGES = (*[Stage.SIGNED] * 8, Stage.DRAFT, Stage.TERMINATED)


def make_partners(institutions: int, agreements: int) -> None:
    """Create so many institutions, with a contact each, and agreements of every type, stage and validity.

    Written in a few statements: no signal is sent and no search document made. Calling it again adds as many more.
    """
    start = Institution.objects.count()
    made = Institution.objects.bulk_create(
        (_institution(start + number) for number in range(institutions)), batch_size=BATCH
    )
    Contact.objects.bulk_create((_contact(number, one) for number, one in enumerate(made)), batch_size=BATCH)
    types, unit = list(AgreementType.objects.all()), _unit(made[0])
    signed = Agreement.objects.bulk_create(
        (_agreement(number, types, unit) for number in range(agreements)), batch_size=BATCH
    )
    partners = zip(signed, islice(cycle(made), agreements), strict=True)
    Party.objects.bulk_create(
        (Party(agreement=agreement, institution=partner) for agreement, partner in partners), batch_size=BATCH
    )


def _institution(number: int) -> Institution:
    name, english = f"Mengenhochschule {number:06}", f"Volume University {number:06}" if number % 3 else ""
    return Institution(
        public_id=new_public_id(),
        **_named(name, english),
        slug_de=f"mengenhochschule-{number:06}",
        slug_en=f"volume-university-{number:06}" if english else "",
        country=COUNTRIES[number % len(COUNTRIES)],
        city_de=f"Stadt {number % 700}",
        website="https://example.org",
    )


def _contact(number: int, institution: Institution) -> Contact:
    columns = {"email": f"office{number}@example.org", "role": "coordinator", "institution": institution}
    return Contact(public_id=new_public_id(), **_named(f"Büro {number:06}", ""), **columns)


def _agreement(number: int, types: list[AgreementType], unit: Unit) -> Agreement:
    starts_on, stage = date(2010 + number % 15, 1 + number % 12, 1), STAGES[number % len(STAGES)]
    ends_on = None if number % 7 == 0 else starts_on + timedelta(days=365 * (2 + number % 15))
    renews = ends_on is not None and number % 5 == 0
    return Agreement(
        public_id=new_public_id(),
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
        terminated_on=today() - timedelta(days=number % 900) if stage == Stage.TERMINATED else None,
    )


def _unit(institution: Institution) -> Unit:
    root = Unit.objects.filter(parent=None).first()
    return root or Unit.objects.create(name_de="Mengenuniversität", institution=institution)


def _named(german: str, english: str) -> dict:
    sort = {"sort_de": sort_key(german), "sort_en": sort_key(english or german)}
    return {"name_de": german, "name_en": english, **sort}
