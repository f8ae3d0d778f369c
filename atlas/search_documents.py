"""The search documents of the atlas: its fields, institutions and cities, each found by the names of the others."""

from collections.abc import Iterable

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from atlas.models import City, Observation, ResearchField, ResearchInstitution, ResearchSite, Scheme
from atlas.portraits import addresses
from portal.core.language.bilingual import texts_by_language
from portal.core.models import Named
from portal.search.registry import DocumentType, Entry, register

SYNONYMS = ("Forschung", "Wissenschaftsatlas", "research", "science atlas")
PRIORITY = 0.8  # after the programmes and partners of the same name


class AtlasDocuments(DocumentType):
    """Records with a page of the atlas. `page` is its kind of page."""

    model: type[Named]
    page = ""

    def visible(self) -> QuerySet:
        """Return the records with any figure, which have a page."""
        return self.model._default_manager.filter(Exists(self.figures()))

    def figures(self) -> QuerySet:
        """Return the figures that give a record its page."""
        raise NotImplementedError

    def languages(self) -> list[str]:
        return list(addresses.atlas_pages())

    def addresses(self, keys: Iterable[int], language: str) -> dict[int, str]:
        return {key: addresses.url(self.page, key, language) for key in keys}

    def _entries(self, record: Named, related: Iterable[Named]) -> dict[str, Entry]:
        others = list(dict.fromkeys(related))
        labels = [name for other in others for name in (other.name_de, other.name_en)]
        return {
            language: Entry(
                title=name,
                summary=", ".join(_name(other, language) for other in others if isinstance(other, City)),
                labels=(*SYNONYMS, *filter(None, labels)),
                priority=PRIORITY,
            )
            for language, name in texts_by_language(record, "name").items()
        }


@register
class FieldDocuments(AtlasDocuments):
    model = ResearchField
    kind = "research-field"
    label = _("Fields of research")
    page = addresses.FIELD
    depends_on: dict[type[Model], str] = {Observation: "observations", ResearchInstitution: "observations__institution"}

    def visible(self) -> QuerySet:
        return super().visible().filter(scheme=Scheme.EUROSCIVOC, is_residual=False)

    def figures(self) -> QuerySet:
        return Observation.objects.filter(field=OuterRef("pk"))

    def load(self, keys: Iterable[int]) -> list[ResearchField]:
        related = "observations__institution__sites__city"
        return list(self.visible().filter(pk__in=keys).select_related("parent").prefetch_related(related))

    def entries(self, instance: ResearchField) -> dict[str, Entry]:
        places = [figure.institution for figure in instance.observations.all() if figure.institution]
        cities = [site.city for place in places for site in place.sites.all()]
        return self._entries(instance, [*cities, *filter(None, [instance.parent])])


@register
class ResearchInstitutionDocuments(AtlasDocuments):
    model = ResearchInstitution
    kind = "research-institution"
    label = _("Research institutions")
    page = addresses.INSTITUTION
    depends_on: dict[type[Model], str] = {
        Observation: "observations",
        ResearchSite: "sites",
        ResearchField: "observations__field",
    }

    def figures(self) -> QuerySet:
        return Observation.objects.filter(institution=OuterRef("pk"))

    def load(self, keys: Iterable[int]) -> list[ResearchInstitution]:
        related = ("observations__field", "sites__city")
        return list(self.visible().filter(pk__in=keys).prefetch_related(*related))

    def entries(self, instance: ResearchInstitution) -> dict[str, Entry]:
        cities = [site.city for site in instance.sites.all()]
        fields = [figure.field for figure in instance.observations.all() if figure.field]
        return self._entries(instance, [*cities, *(field for field in fields if not field.is_residual)])


@register
class CityDocuments(AtlasDocuments):
    """Without the names of its institutions, whose words would make a city answer to almost anything."""

    model = City
    kind = "research-city"
    label = _("Cities of science")
    page = "city"

    def figures(self) -> QuerySet:
        return Observation.objects.filter(city=OuterRef("pk"))

    def entries(self, instance: City) -> dict[str, Entry]:
        return self._entries(instance, [])


def _name(record: Named, language: str) -> str:
    return getattr(record, f"name_{language}") or record.name_de
