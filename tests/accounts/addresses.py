"""All admin addresses of a record type, read from its viewset so that new ones are covered automatically."""

from django.urls import reverse
from wagtail.models import RevisionMixin

from atlas.models import (
    City,
    IndicatorDefinition,
    Measure,
    Observation,
    ResearchField,
    ResearchInstitution,
    Source,
)
from partners.models import (
    Agreement,
    Contact,
    DueDiligence,
    Fact,
    GuidingPrinciple,
    Institution,
    Network,
    SubjectField,
    Tag,
    Unit,
)
from programs.models import Certification, CertificationScheme, LifeSituation, Program
from tests import factories

MADE_BY = {
    Agreement: factories.AgreementFactory,
    City: factories.CityFactory,
    IndicatorDefinition: factories.IndicatorDefinitionFactory,
    Measure: factories.MeasureFactory,
    Observation: factories.ObservationFactory,
    ResearchField: factories.ResearchFieldFactory,
    ResearchInstitution: factories.ResearchInstitutionFactory,
    Source: factories.SourceFactory,
    Certification: factories.CertificationFactory,
    CertificationScheme: factories.CertificationSchemeFactory,
    Contact: factories.ContactFactory,
    DueDiligence: factories.DueDiligenceFactory,
    Fact: factories.FactFactory,
    GuidingPrinciple: factories.GuidingPrincipleFactory,
    Institution: factories.InstitutionFactory,
    LifeSituation: factories.LifeSituationFactory,
    Network: factories.NetworkFactory,
    Program: factories.ProgramFactory,
    SubjectField: factories.SubjectFieldFactory,
    Tag: factories.TagFactory,
    Unit: factories.UnitFactory,
}

# The permission that each address requires; "any" stands for any permission on the type.
NEEDS = {
    "list": "any",
    "list_results": "any",
    "inspect": "view",
    "timeline": "view",
    "events": "view",
    "add": "add",
    "copy": "add",
    "preview_on_add": "add",
    "delete": "delete",
    "unpublish": "publish",
    "revisions_unschedule": "publish",
    "lock": "lock",
    "unlock": "unlock",
}
OTHERS_NEED = "change"


def needed(name: str) -> str:
    return NEEDS.get(name, OTHERS_NEED)


def record_of(model):
    """Return a record of this type, with a draft if the type supports drafts."""
    record = MADE_BY[model]() if model in MADE_BY else model._base_manager.first()
    if issubclass(model, RevisionMixin):
        record.save_revision()
    return record


def addresses(record) -> dict[str, str]:
    """Return the addresses of the type and of this record, keyed by their names in the viewset."""
    viewset = record.snippet_viewset
    return {
        pattern.name: reverse(viewset.get_url_name(pattern.name), kwargs=_arguments(pattern, record))
        for pattern in viewset.get_urlpatterns()
    }


def of_the_record(record) -> dict[str, str]:
    """Return only the addresses that contain this record's key."""
    record_names = {p.name for p in record.snippet_viewset.get_urlpatterns() if "pk" in _names(p)}
    return {name: url for name, url in addresses(record).items() if name in record_names}


def _arguments(pattern, record) -> dict:
    revision = getattr(record, "latest_revision_id", None) or 1
    values = {
        "pk": record.pk,
        "revision_id": revision,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "action_name": "approve",
        "task_state_id": 1,
        "task_id": 1,
        "workflow_state_id": 1,
        "kind": "renamed",
        "event": "nosuchev",
    }
    return {name: values[name] for name in _names(pattern)}


def _names(pattern) -> set[str]:
    names = set(pattern.pattern.converters)
    return names or set(pattern.pattern.regex.groupindex)
