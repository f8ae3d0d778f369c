"""Registers programmes and life situations for the search."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import get_text_for_indexing

from partners.models import Unit
from portal.core.language.bilingual import texts_by_language
from portal.search.registry import Entry, RecordDocuments, register
from programs.models import Delivery, Kind, Level, LifeSituation, Mode, Phase, Program, Status

CONCEPTS = ("kinds", "life_situations", "phases", "levels", "modes", "deliveries")
ENDED = 0.7  # factor of the rank: of equally good matches, present programmes come first


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

    def entries(self, instance: Program) -> dict[str, Entry]:
        concepts = [concept for relation in CONCEPTS for concept in getattr(instance, relation).all()]
        labels = tuple(label for concept in concepts for label in labels_of(concept))
        priority = ENDED if instance.status == Status.ENDED else 1.0
        return {
            language: Entry(
                title=name,
                summary=getattr(instance, f"summary_{language}"),
                names=tuple(texts_by_language(instance, "alternate_name").values()),
                labels=labels,
                body=program_body(instance, language),
                priority=priority,
            )
            for language, name in texts_by_language(instance, "name").items()
        }


@register
class LifeSituationDocuments(RecordDocuments):
    model = LifeSituation
    kind = "situation"
    label = _("Life situations")

    def entries(self, instance: LifeSituation) -> dict[str, Entry]:
        return {
            language: Entry(
                title=getattr(instance, f"title_{language}") or name,
                summary=getattr(instance, f"summary_{language}"),
                names=labels_of(instance),
                body=get_text_for_indexing(getattr(instance, f"introduction_{language}")),
            )
            for language, name in texts_by_language(instance, "name").items()
        }


def labels_of(concept: Any) -> tuple[str, ...]:
    """Return the names and synonyms of a concept in both languages."""
    return (*texts_by_language(concept, "name").values(), *concept.synonyms_de, *concept.synonyms_en)


def program_body(program: Program, language: str) -> str:
    """Return all texts of the page of a programme in one language, one per line."""
    texts = [get_text_for_indexing(getattr(program, f"{field}_{language}")) for field in ("description", "eligibility")]
    if language == "de":
        texts.append(get_text_for_indexing(program.easy_summary_de))
    children = {
        "criteria": "explanation",
        "required_documents": "text",
        "application_steps": "text",
        "places": "name",
        "contacts": "name",
        "partner_institutions": "name",
    }
    for relation, field in children.items():
        texts += [getattr(child, f"{field}_{language}") for child in getattr(program, relation).all()]
    texts += [getattr(program.responsible_unit, f"name_{language}"), getattr(program, f"alert_{language}")]
    return "\n".join(text for text in texts if text)
