"""What of certifications can be found; `search_documents` imports it."""

from django.utils.translation import gettext_lazy as _

from partners.models import Institution, Unit
from portal.core.bilingual import LANGUAGES, is_empty
from portal.search.registry import Entry, RecordDocuments, register
from programs.certifications.status import CURRENT, certificate_status
from programs.models import Certification, CertificationScheme

EARLIER = 0.7  # of the rank: what is valid today comes first among what matches as well


@register
class CertificationDocuments(RecordDocuments):
    model = Certification
    kind = "certification"
    label = _("Certifications")
    relations = ("scheme__awarding_body", "holder_unit")
    depends_on = {CertificationScheme: "scheme", Institution: "scheme__awarding_body", Unit: "holder_unit"}

    def entries(self, instance):
        related = [instance.scheme, instance.scheme.awarding_body, instance.holder_unit]
        labels = [name for one in related if one for name in (one.name_de, one.name_en) if name]
        priority = 1.0 if certificate_status(instance) in CURRENT else EARLIER
        return {
            language: Entry(
                title=getattr(instance, f"name_{language}"),
                summary=getattr(instance, f"summary_{language}"),
                labels=tuple(dict.fromkeys(labels)),
                body=_body(instance, language),
                priority=priority,
            )
            for language in LANGUAGES
            if not is_empty(getattr(instance, f"name_{language}"))
        }


def _body(instance, language: str) -> str:
    own = [getattr(instance, f"{field}_{language}") for field in ("level", "round")]
    texts = [*own, *(getattr(instance.scheme, f"{field}_{language}") for field in ("description", "limits"))]
    return "\n".join(text for text in texts if text)
