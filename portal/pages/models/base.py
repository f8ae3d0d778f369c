from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.core.language.bilingual import ENGLISH, GERMAN
from portal.core.models.fields import PlainStreamField
from portal.core.pages.public_page import PublicPage
from portal.pages.blocks import BodyBlock
from portal.translation.panels import TranslationPanel
from portal.translation.selectors import wanted


class BodyPage(PublicPage):
    """A page that editors compose of blocks."""

    body = PlainStreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    content_panels = [*PublicPage.content_panels, FieldPanel("body"), TranslationPanel()]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        is_untranslated = context["address"].only_here and ENGLISH in context["address"].paths
        may_request = is_untranslated and self.locale.language_code == GERMAN and not self.german_only
        return {**context, "translation": wanted(self) if may_request else None}
