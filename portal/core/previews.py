"""The widths at which editors can look at what they write."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin

# 320 CSS pixels: a small phone, and a window of 1280 at 400 % (WCAG 2.2, 1.4.10).
NARROW = {"name": "narrow", "icon": "mobile-alt", "device_width": 320, "label": _("Preview at 320 pixels")}


class NarrowPreviewMixin:
    """Offers 320 pixels first: what holds there holds everywhere."""

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        return [NARROW, *PreviewableMixin.DEFAULT_PREVIEW_SIZES[1:]]
