"""The search documents of institutions, with all present and former names, including those of merged ones."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import get_text_for_indexing

from partners.geography import countries
from partners.models import Agreement, Institution, Tag
from portal.core.language.bilingual import texts_by_language
from portal.search.registry import Entry, RecordDocuments, register


@register
class InstitutionDocuments(RecordDocuments):
    model = Institution
    kind = "institution"
    label = _("Partnerships")
    relations = ("names", "identifiers", "tags")
    depends_on = {Tag: "tags", Agreement: "parties__agreement"}  # an agreement may make its parties public

    def load(self, keys: Iterable[int]) -> list[Institution]:
        """Return the visible institutions, each with `merged`: those that were merged into it."""
        institutions = super().load(keys)
        merged = Institution.objects.filter(successor__in=keys).prefetch_related("names")
        for institution in institutions:
            institution.merged = [member for member in merged if member.successor_id == institution.pk]
        return institutions

    def entries(self, instance: Institution) -> dict[str, Entry]:
        return {
            language: Entry(
                title=name,
                summary=countries.with_city(instance, language),
                names=_names(instance),
                labels=_labels(instance),
                body=_body(instance, language),
            )
            for language, name in texts_by_language(instance, "name").items()
        }


def _names(institution: Institution) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for record in (institution, *institution.merged):
        present = (record.name_de, record.name_en, record.abbreviation, record.name_original, record.name_latin)
        names |= dict.fromkeys([*present, *(name.value for name in record.names.all())])
    return tuple(name for name in names if name)


def _labels(institution: Institution) -> tuple[str, ...]:
    """Return country, city and tags in both languages: a reader may type the name in the other one."""
    tags = [name for tag in institution.tags.all() for name in (tag.name_de, tag.name_en)]
    cities = (institution.city_de, institution.city_en)
    return tuple(filter(None, [*countries.all_names(institution.country), *cities, *tags]))


def _body(institution: Institution, language: str) -> str:
    texts = [
        get_text_for_indexing(getattr(institution, f"description_{language}")),
        getattr(institution, f"inclusion_note_{language}"),
        *(identifier.value for identifier in institution.identifiers.all() if identifier.valid_to is None),
    ]
    return "\n".join(text for text in texts if text)
