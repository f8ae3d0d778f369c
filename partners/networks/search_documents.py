"""What can be found of guiding principles. A network is found by its page."""

from django.utils.translation import gettext_lazy as _

from partners.models import GuidingPrinciple, Network
from portal.core.bilingual import LANGUAGES, is_empty
from portal.search.registry import Entry, RecordDocuments, register

CALLED = ("Leitidee", "Leitsatz", "guiding principle")


EARLIER = 0.7  # of the rank: the wording of today comes first among what matches as well


@register
class GuidingPrincipleDocuments(RecordDocuments):
    model = GuidingPrinciple
    kind = "principle"
    label = _("Guiding principles")
    relations = ("network",)
    depends_on = {Network: "network"}

    def entries(self, instance):
        names = (instance.network.name_de, instance.network.name_en) if instance.network else ()
        return {
            language: Entry(
                title=getattr(instance, f"name_{language}"),
                summary=getattr(instance, f"text_{language}"),
                labels=(*CALLED, *filter(None, names)),
                priority=EARLIER if instance.valid_until else 1.0,
            )
            for language in LANGUAGES
            if not is_empty(getattr(instance, f"name_{language}"))
        }
