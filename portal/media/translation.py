from portal.core.translation import Bilingual, register
from portal.media.models import PortalDocument, PortalImage


class CreditTexts(Bilingual):
    fields = ["credit"]


@register(PortalImage)
class ImageTexts(CreditTexts):
    fields = ["alt"]


@register(PortalDocument)
class DocumentTexts(CreditTexts):
    pass
