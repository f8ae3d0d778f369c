"""Factories of records: tests set only the columns that matter to them. Texts are German unless English is added."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from atlas.models import (
    City,
    IndicatorDefinition,
    Measure,
    Observation,
    ResearchField,
    ResearchInstitution,
    ResearchSite,
    Source,
)
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
from portal.core.time.moment import today
from programs.models import Certification, CertificationScheme, EnrolmentPeriod, Kind, LifeSituation, Program
from tests import wagtail_indexes


class RecordFactory(DjangoModelFactory):
    """Save a record once with its children; `_children` names the arguments that are lists of children.

    Wagtail's indexes are not updated unless the test uses the fixture `wagtails_indexes`.
    """

    _children: tuple[str, ...] = ()

    class Meta:
        abstract = True

    @classmethod
    def _generate(cls, strategy, params):
        with wagtail_indexes.left_out():
            return super()._generate(strategy, params)

    @classmethod
    def _create(cls, model_class, *args, **columns):
        children = {name: columns.pop(name) for name in cls._children}
        if not children:
            return super()._create(model_class, *args, **columns)
        record = model_class(*args, **columns)
        for relation, objects in children.items():
            getattr(record, relation).set(objects)
        record.save()
        return record


class InstitutionFactory(RecordFactory):
    class Meta:
        model = Institution

    name_de = factory.Sequence("Hochschule {}".format)
    country = "DE"
    has_other_role = True  # so that readers see it without an agreement
    assured_on = factory.LazyFunction(today)


class PartnerFactory(InstitutionFactory):
    """An institution that becomes a partner only through agreements; without one it is prospective."""

    name_de = factory.Sequence("Partnerhochschule {}".format)
    country = "FR"
    has_other_role = False


class UnitFactory(RecordFactory):
    class Meta:
        model = Unit

    name_de = factory.Sequence("Stelle {}".format)
    institution = factory.SubFactory(InstitutionFactory)


class ContactFactory(RecordFactory):
    class Meta:
        model = Contact

    name_de = factory.Sequence("Sprechstunde {}".format)
    email = "sprechstunde@example.org"
    unit = factory.SubFactory(UnitFactory)


class AgreementFactory(RecordFactory):
    """A signed agreement without a fixed end; `partners` takes a list of institutions (by default a new one)."""

    _children = ("parties",)

    class Meta:
        model = Agreement

    name_de = factory.Sequence("Vereinbarung {}".format)
    agreement_type = factory.LazyFunction(lambda: AgreementType.objects.get(notation="framework"))
    unit = factory.SubFactory(UnitFactory)
    stage = Stage.SIGNED
    signed_on = date(2019, 9, 1)
    starts_on = date(2020, 1, 1)
    is_open_ended = factory.LazyAttribute(
        lambda agreement: agreement.ends_on is None and agreement.stage == Stage.SIGNED
    )
    ends_on = None
    partners = None

    @classmethod
    def _adjust_kwargs(cls, *, partners, **columns):
        partners = [PartnerFactory()] if partners is None else partners
        parties = [Party(institution=partner, sort_order=number) for number, partner in enumerate(partners)]
        return {**columns, "parties": parties}


class DueDiligenceFactory(RecordFactory):
    class Meta:
        model = DueDiligence

    institution = factory.SubFactory(PartnerFactory)


class TagFactory(RecordFactory):
    class Meta:
        model = Tag

    name_de = factory.Sequence("Schlagwort {}".format)


class SubjectFieldFactory(RecordFactory):
    class Meta:
        model = SubjectField
        django_get_or_create = ["code"]

    code = "0613"
    name_de = "Software"


class FactFactory(RecordFactory):
    class Meta:
        model = Fact

    statement_de = "Zwei Standorte, eine Universität."
    source_de = "Amtliche Liste"


class LifeSituationFactory(RecordFactory):
    class Meta:
        model = LifeSituation

    name_de = factory.Sequence("Lebenslage {}".format)
    notation = factory.Sequence("situation-{}".format)
    sentence_de = "lebe so"
    title_de = "So leben"


class ProgramFactory(RecordFactory):
    """`periods`, `life_situations` and `kinds` take lists; `kinds` holds notations from the start values."""

    _children = ("enrolment_periods", "life_situations", "kinds")

    class Meta:
        model = Program

    name_de = factory.Sequence("Angebot {}".format)
    summary_de = "Kurz gesagt."
    description_de = "<p>Ausführlich gesagt.</p>"
    responsible_unit = factory.SubFactory(UnitFactory)
    main_kind = factory.LazyFunction(lambda: Kind.objects.get(notation="counselling"))
    periods = life_situations = kinds = ()

    @classmethod
    def _adjust_kwargs(cls, *, periods, kinds, **columns):
        periods = [EnrolmentPeriod(**period) for period in periods]
        return {**columns, "enrolment_periods": periods, "kinds": Kind.objects.filter(notation__in=kinds)}


class NetworkFactory(RecordFactory):
    """`memberships` takes a list of columns; an institution is created where none is given."""

    _children = ("memberships",)

    class Meta:
        model = Network

    name_de = factory.Sequence("Netzwerk {}".format)
    summary_de = "Gemeinsam."
    mission_de = "<p>Gemeinsam mehr.</p>"
    memberships = ()

    @classmethod
    def _adjust_kwargs(cls, *, memberships, **columns):
        return {**columns, "memberships": [_membership(**membership) for membership in memberships]}


def _membership(institution=None, **columns):
    return Membership(institution=institution or InstitutionFactory(), source_de="Liste", **columns)


class GuidingPrincipleFactory(RecordFactory):
    class Meta:
        model = GuidingPrinciple

    network = factory.SubFactory(NetworkFactory)
    name_de = factory.Sequence("Leitidee {}".format)
    number = 1
    text_de = "Alle ziehen an einem Strang."
    valid_from = "2011-11-25"
    source_de = "Leitbild"


class CertificationSchemeFactory(RecordFactory):
    class Meta:
        model = CertificationScheme

    name_de = factory.Sequence("Siegel {}".format)
    awarding_body = factory.SubFactory(InstitutionFactory)
    theme = "family"
    kind = "certificate"
    description_de = "Ziele und Berichte."
    limits_de = "Ob ein Platz frei ist."


class CertificationFactory(RecordFactory):
    class Meta:
        model = Certification

    scheme = factory.SubFactory(CertificationSchemeFactory)
    holder_unit = factory.LazyAttribute(
        lambda certification: None if certification.holder_institution else UnitFactory()
    )
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


class CityFactory(RecordFactory):
    class Meta:
        model = City

    name_de = factory.Sequence("Stadt {}".format)
    notation = factory.Sequence("stadt-{}".format)
    map_x, map_y = 50, 50


class ResearchFieldFactory(RecordFactory):
    class Meta:
        model = ResearchField

    name_de = factory.Sequence("Fach {}".format)
    code = factory.Sequence("ESV-{}".format)


class ResearchInstitutionFactory(RecordFactory):
    """An institution with a site in each of `cities`."""

    class Meta:
        model = ResearchInstitution
        exclude = ("cities",)

    name_de = factory.Sequence("Institut {}".format)
    source_de = "Verzeichnis"
    cities = factory.LazyFunction(lambda: [CityFactory()])
    sites = factory.LazyAttribute(
        lambda made: [ResearchSite(city=city, sort_order=place) for place, city in enumerate(made.cities)]
    )
    _children = ("sites",)


class SourceFactory(RecordFactory):
    class Meta:
        model = Source

    name_de = factory.Sequence("Quelle {}".format)
    publisher_de = "Amt"
    as_of = "2026-08-06"
    licence_de = "Mit Quellenangabe"


class MeasureFactory(RecordFactory):
    class Meta:
        model = Measure

    name_de = factory.Sequence("Maß {}".format)
    notation = factory.Sequence("measure_{}".format)
    unit_de = "Projekte"
    method_de = "Gezählt."


class ObservationFactory(RecordFactory):
    class Meta:
        model = Observation

    institution = factory.SubFactory(ResearchInstitutionFactory)
    measure = factory.SubFactory(MeasureFactory)
    source = factory.SubFactory(SourceFactory)
    first_year, last_year = 2014, 2020
    value = 1
    taken_on = "2026-08-06"


class IndicatorDefinitionFactory(RecordFactory):
    class Meta:
        model = IndicatorDefinition

    name_de = "Wirksame Vielfalt"
    calculation = "shannon"
    version = factory.Sequence(lambda number: number + 1)
    valid_from = date(2026, 11, 27)
    formula_de, reading_de, limits_de = "exp H", "So vielfältig.", "Nicht alles."
