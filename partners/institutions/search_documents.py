"""What can be found of institutions: every name that they or what became part of them ever had."""

from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import get_text_for_indexing

from partners.geography import countries
from partners.models import Agreement, Institution, Tag
from portal.core.bilingual import LANGUAGES, is_empty
from portal.search.registry import Entry, RecordDocuments, register


@register
class InstitutionDocuments(RecordDocuments):
    model = Institution
    kind = "institution"
    label = _("Partnerships")
    relations = ("names", "identifiers", "tags")
    depends_on = {Tag: "tags", Agreement: "parties__agreement"}  # an agreement makes its parties public

    def load(self, keys):
        found = super().load(keys)
        taken_in = Institution.objects.filter(successor__in=keys).prefetch_related("names")
        for institution in found:
            institution.taken_in = [one for one in taken_in if one.successor_id == institution.pk]
        return found

    def entries(self, instance):
        return {
            language: Entry(
                title=getattr(instance, f"name_{language}"),
                summary=countries.with_city(instance, language),
                names=_names(instance),
                labels=_labels(instance),
                body=_body(instance, language),
            )
            for language in LANGUAGES
            if not is_empty(getattr(instance, f"name_{language}"))
        }


def _names(institution: Institution) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for one in (institution, *institution.taken_in):
        own = (one.name_de, one.name_en, one.abbreviation, one.name_original, one.name_latin)
        found |= dict.fromkeys([*own, *(name.value for name in one.names.all())])
    return tuple(name for name in found if name)


def _labels(institution: Institution) -> tuple[str, ...]:
    """Return country, city and tags in both languages: some look for "Malta" who write in German."""
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
