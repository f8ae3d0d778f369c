"""Registers certifications for the search."""

from django.utils.translation import gettext_lazy as _

from partners.models import Institution, Unit
from portal.core.language.bilingual import texts_by_language
from portal.search.registry import Entry, RecordDocuments, register
from programs.certifications.status import CURRENT, certificate_status
from programs.models import Certification, CertificationScheme

EARLIER = 0.7  # factor of the rank: of equally good matches, certifications that are valid today come first


@register
class CertificationDocuments(RecordDocuments):
    model = Certification
    kind = "certification"
    label = _("Certifications")
    relations = ("scheme__awarding_body", "holder_unit")
    depends_on = {CertificationScheme: "scheme", Institution: "scheme__awarding_body", Unit: "holder_unit"}

    def entries(self, instance: Certification) -> dict[str, Entry]:
        related = [instance.scheme, instance.scheme.awarding_body, instance.holder_unit]
        labels = [name for record in related if record for name in (record.name_de, record.name_en) if name]
        priority = 1.0 if certificate_status(instance) in CURRENT else EARLIER
        return {
            language: Entry(
                title=name,
                summary=getattr(instance, f"summary_{language}"),
                labels=tuple(dict.fromkeys(labels)),
                body=_body(instance, language),
                priority=priority,
            )
            for language, name in texts_by_language(instance, "name").items()
        }


def _body(certification: Certification, language: str) -> str:
    texts = [getattr(certification, f"{field}_{language}") for field in ("level", "round")]
    texts += [getattr(certification.scheme, f"{field}_{language}") for field in ("description", "limits")]
    return "\n".join(text for text in texts if text)
