"""Records for tests: each test names only what matters to it. Texts are German unless a test adds English."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from partners.models import (
    Agreement,
    AgreementType,
    Contact,
    DueDiligence,
    Fact,
    GuidingPrinciple,
    Institution,
    Membership,
    Network,
    Party,
    Stage,
    SubjectField,
    Tag,
    Unit,
)
from portal.core.moment import today
from programs.models import Certification, CertificationScheme, EnrolmentPeriod, Kind, LifeSituation, Program


class InstitutionFactory(DjangoModelFactory):
    class Meta:
        model = Institution

    name_de = factory.Sequence("Hochschule {}".format)
    country = "DE"
    has_other_role = True  # so that readers see it without an agreement
    assured_on = factory.LazyFunction(today)


class PartnerFactory(InstitutionFactory):
    """An institution that only its agreements make a partner; without one it is prospective."""

    name_de = factory.Sequence("Partnerhochschule {}".format)
    country = "FR"
    has_other_role = False


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit

    name_de = factory.Sequence("Stelle {}".format)
    institution = factory.SubFactory(InstitutionFactory)


class ContactFactory(DjangoModelFactory):
    class Meta:
        model = Contact

    name_de = factory.Sequence("Sprechstunde {}".format)
    email = "sprechstunde@example.org"
    unit = factory.SubFactory(UnitFactory)


class AgreementFactory(DjangoModelFactory):
    """A signed agreement without a fixed end; `partners` takes a list of institutions, and one is made without it."""

    class Meta:
        model = Agreement
        skip_postgeneration_save = True

    name_de = factory.Sequence("Vereinbarung {}".format)
    agreement_type = factory.LazyFunction(lambda: AgreementType.objects.get(notation="framework"))
    unit = factory.SubFactory(UnitFactory)
    stage = Stage.SIGNED
    signed_on = date(2019, 9, 1)
    starts_on = date(2020, 1, 1)
    is_open_ended = factory.LazyAttribute(lambda it: it.ends_on is None and it.stage == Stage.SIGNED)
    ends_on = None

    @factory.post_generation
    def partners(self, create, partners, **kwargs):
        partners = [PartnerFactory()] if partners is None else partners
        self.parties.set([Party(institution=partner, sort_order=at) for at, partner in enumerate(partners)])
        self.save()


class DueDiligenceFactory(DjangoModelFactory):
    class Meta:
        model = DueDiligence

    institution = factory.SubFactory(PartnerFactory)


class TagFactory(DjangoModelFactory):
    class Meta:
        model = Tag

    name_de = factory.Sequence("Schlagwort {}".format)


class SubjectFieldFactory(DjangoModelFactory):
    class Meta:
        model = SubjectField
        django_get_or_create = ["code"]

    code = "0613"
    name_de = "Software"


class FactFactory(DjangoModelFactory):
    class Meta:
        model = Fact

    statement_de = "Zwei Standorte, eine Universität."
    source_de = "Amtliche Liste"


class LifeSituationFactory(DjangoModelFactory):
    class Meta:
        model = LifeSituation

    name_de = factory.Sequence("Lebenslage {}".format)
    notation = factory.Sequence("situation-{}".format)
    sentence_de = "lebe so"
    title_de = "So leben"


class ProgramFactory(DjangoModelFactory):
    """`periods`, `life_situations` and `kinds` take lists; `kinds` of notations that the migrations bring."""

    class Meta:
        model = Program
        skip_postgeneration_save = True

    name_de = factory.Sequence("Angebot {}".format)
    summary_de = "Kurz gesagt."
    description_de = "<p>Ausführlich gesagt.</p>"
    responsible_unit = factory.SubFactory(UnitFactory)
    main_kind = factory.LazyFunction(lambda: Kind.objects.get(notation="counselling"))

    @factory.post_generation
    def periods(self, create, periods, **kwargs):
        self.enrolment_periods.set([EnrolmentPeriod(**columns) for columns in periods or []])
        self.save()

    @factory.post_generation
    def life_situations(self, create, situations, **kwargs):
        self.life_situations.set(situations or [])
        self.save()

    @factory.post_generation
    def kinds(self, create, notations, **kwargs):
        self.kinds.add(*Kind.objects.filter(notation__in=notations or []))
        self.save()


class NetworkFactory(DjangoModelFactory):
    """`memberships` takes a list of columns; an institution is made where none is named."""

    class Meta:
        model = Network
        skip_postgeneration_save = True

    name_de = factory.Sequence("Netzwerk {}".format)
    summary_de = "Gemeinsam."
    mission_de = "<p>Gemeinsam mehr.</p>"

    @factory.post_generation
    def memberships(self, create, memberships, **kwargs):
        for columns in memberships or []:
            institution = columns.pop("institution", None) or InstitutionFactory()
            self.memberships.add(Membership(institution=institution, source_de="Liste", **columns))
        self.save()


class GuidingPrincipleFactory(DjangoModelFactory):
    class Meta:
        model = GuidingPrinciple

    network = factory.SubFactory(NetworkFactory)
    name_de = factory.Sequence("Leitidee {}".format)
    number = 1
    text_de = "Alle ziehen an einem Strang."
    valid_from = "2011-11-25"
    source_de = "Leitbild"


class CertificationSchemeFactory(DjangoModelFactory):
    class Meta:
        model = CertificationScheme

    name_de = factory.Sequence("Siegel {}".format)
    awarding_body = factory.SubFactory(InstitutionFactory)
    theme = "family"
    kind = "certificate"
    description_de = "Ziele und Berichte."
    limits_de = "Ob ein Platz frei ist."


class CertificationFactory(DjangoModelFactory):
    class Meta:
        model = Certification

    scheme = factory.SubFactory(CertificationSchemeFactory)
    holder_unit = factory.LazyAttribute(lambda made: None if made.holder_institution else UnitFactory())
    holder_institution = None
    responsible_unit = factory.SubFactory(UnitFactory)
    name_de = factory.Sequence("Zertifikat {}".format)
    summary_de = "Bescheinigt."
    status = "held"
    valid_from = "2020-01-01"
    valid_until = "2099-12-31"
    source_de = "Liste"


ENGLISH = {
    "name_en": "Mentoring for beginners",
    "summary_en": "In short.",
    "description_en": "<p>At length.</p>",
}
