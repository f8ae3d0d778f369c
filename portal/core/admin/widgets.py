"""Widgets and form fields of the admin that Wagtail does not have."""

from typing import Any

from django.forms import CharField, CheckboxSelectMultiple
from django.forms.renderers import BaseRenderer
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import RichTextField

from portal.core.language.bilingual import is_empty


class LongLine(AdminAutoHeightTextInput):
    """A paragraph in a field that grows with it; line breaks become blanks."""

    def value_from_datadict(self, data: QueryDict, files: MultiValueDict, name: str) -> str | None:
        value = super().value_from_datadict(data, files, name)
        return " ".join(value.split()) if value else value


class LongChecklist(CheckboxSelectMultiple):
    """Many checkboxes: the checked ones come first, and a script adds a field that filters the list."""

    class Media:
        css = {"all": ["admin/long-checklist.css"]}
        js = ["admin/long-checklist.js"]

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> list[tuple]:
        groups = super().optgroups(name, value, attrs)
        return sorted(groups, key=lambda group: not group[1][0]["selected"])

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        checkboxes = super().render(name, value, attrs, renderer)
        return format_html('<div data-long-checklist="{}">{}</div>', _("Narrow the list"), checkboxes)


class RichText(CharField):
    """Rich text. The empty paragraph that Draftail sends for an untouched field is an empty value."""

    def to_python(self, value: Any) -> str:
        value = super().to_python(value)
        return "" if is_empty(value) else value


register_form_field_override(RichTextField, override={"form_class": RichText})
