from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.core.fields import PlainStreamField
from portal.core.pages import PublicPage
from portal.pages.blocks import BodyBlock
from portal.translation.panels import TranslationPanel


class BodyPage(PublicPage):
    """A page that editors compose of blocks."""

    body = PlainStreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    content_panels = [*PublicPage.content_panels, FieldPanel("body"), TranslationPanel()]

    class Meta:
        abstract = True
