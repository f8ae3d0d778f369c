"""What of programmes and life situations can be found."""

from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import get_text_for_indexing

from partners.models import Unit
from portal.core.bilingual import LANGUAGES, is_empty
from portal.search.registry import Entry, RecordDocuments, register
from programs.models import Delivery, Kind, Level, LifeSituation, Mode, Phase, Program, Status

CONCEPTS = ("kinds", "life_situations", "phases", "levels", "modes", "deliveries")
ENDED = 0.7  # of the rank: what is offered today comes first among what matches as well


@register
class ProgramDocuments(RecordDocuments):
    model = Program
    kind = "program"
    label = _("Programmes")
    relations = (
        *CONCEPTS,
        "responsible_unit",
        "criteria",
        "required_documents",
        "application_steps",
        "places",
        "contacts",
        "partner_institutions",
    )
    depends_on = {
        Kind: "kinds",
        LifeSituation: "life_situations",
        Phase: "phases",
        Level: "levels",
        Mode: "modes",
        Delivery: "deliveries",
        Unit: "responsible_unit",
    }

    def entries(self, instance):
        concepts = [one for name in CONCEPTS for one in getattr(instance, name).all()]
        labels = tuple(label for one in concepts for label in labels_of(one))
        priority = ENDED if instance.status == Status.ENDED else 1.0
        return {
            language: Entry(
                title=getattr(instance, f"name_{language}"),
                summary=getattr(instance, f"summary_{language}"),
                names=both(instance, "alternate_name"),
                labels=labels,
                body=program_body(instance, language),
                priority=priority,
            )
            for language in written_in(instance)
        }


@register
class LifeSituationDocuments(RecordDocuments):
    model = LifeSituation
    kind = "situation"
    label = _("Life situations")

    def entries(self, instance):
        return {
            language: Entry(
                title=getattr(instance, f"title_{language}") or getattr(instance, f"name_{language}"),
                summary=getattr(instance, f"summary_{language}"),
                names=labels_of(instance),
                body=words_of(getattr(instance, f"introduction_{language}")),
            )
            for language in written_in(instance)
        }


def written_in(record) -> list[str]:
    """Return the languages in which a record has a name, and so a document."""
    return [language for language in LANGUAGES if not is_empty(getattr(record, f"name_{language}"))]


def both(record, field: str) -> tuple[str, ...]:
    return tuple(text for language in LANGUAGES if (text := getattr(record, f"{field}_{language}")))


def labels_of(concept) -> tuple[str, ...]:
    """Return what people call a concept in either language."""
    return (*both(concept, "name"), *concept.synonyms_de, *concept.synonyms_en)


def words_of(rich_text: str) -> str:
    return get_text_for_indexing(rich_text)


def program_body(program: Program, language: str) -> str:
    """Return everything that the page of a programme says in one language."""
    texts = [words_of(getattr(program, f"{field}_{language}")) for field in ("description", "eligibility")]
    if language == "de":
        texts.append(words_of(program.easy_summary_de))
    children = {
        "criteria": "explanation",
        "required_documents": "text",
        "application_steps": "text",
        "places": "name",
        "contacts": "name",
        "partner_institutions": "name",
    }
    for relation, field in children.items():
        texts += [getattr(one, f"{field}_{language}") for one in getattr(program, relation).all()]
    texts += [getattr(program.responsible_unit, f"name_{language}"), getattr(program, f"alert_{language}")]
    return "\n".join(text for text in texts if text)
