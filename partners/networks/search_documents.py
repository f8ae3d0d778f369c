"""The search documents of guiding principles. A network has no document: its page has one."""

from django.utils.translation import gettext_lazy as _

from partners.models import GuidingPrinciple, Network
from portal.core.language.bilingual import texts_by_language
from portal.search.registry import Entry, RecordDocuments, register

SYNONYMS = ("Leitidee", "Leitsatz", "guiding principle")
FORMER_PRIORITY = 0.7  # so that a former wording comes after the present one


@register
class GuidingPrincipleDocuments(RecordDocuments):
    model = GuidingPrinciple
    kind = "principle"
    label = _("Guiding principles")
    relations = ("network",)
    depends_on = {Network: "network"}

    def entries(self, instance: GuidingPrinciple) -> dict[str, Entry]:
        names = (instance.network.name_de, instance.network.name_en) if instance.network else ()
        return {
            language: Entry(
                title=name,
                summary=getattr(instance, f"text_{language}"),
                labels=(*SYNONYMS, *filter(None, names)),
                priority=FORMER_PRIORITY if instance.valid_until else 1.0,
            )
            for language, name in texts_by_language(instance, "name").items()
        }
