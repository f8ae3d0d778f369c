"""The widths of previews for editors."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin

# 320 CSS pixels: a small phone, and a window of 1280 at 400 % (WCAG 2.2, 1.4.10).
NARROW = {"name": "narrow", "icon": "mobile-alt", "device_width": 320, "label": _("Preview at 320 pixels")}


class NarrowPreviewMixin:
    """Offers 320 pixels first, the narrowest width that a page has to support."""

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        return [NARROW, *PreviewableMixin.DEFAULT_PREVIEW_SIZES[1:]]
