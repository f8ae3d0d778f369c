"""Widgets and form fields of the admin that Wagtail does not have."""

from typing import Any

from django.forms import CharField, CheckboxSelectMultiple
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import RichTextField

from portal.core.language.bilingual import is_empty
from portal.core.models.fields import ChoiceArrayField
from portal.core.rights.suggestions import suggestions_url

ROW = '<div><label><input type="checkbox" name="{}" value="{}"{}> {}</label></div>'


class LongLine(AdminAutoHeightTextInput):
    """A paragraph in a field that grows with it; line breaks become blanks."""

    def value_from_datadict(self, data: QueryDict, files: MultiValueDict, name: str) -> str | None:
        value = super().value_from_datadict(data, files, name)
        return " ".join(value.split()) if value else value


class Checklist(CheckboxSelectMultiple):
    """Checkboxes, written in one go: Django renders three templates for each of them."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        attrs = attrs or {}
        rows = format_html_join(
            "", ROW, (self._row(group[1][0]) for group in self.optgroups(name, _texts(value), attrs))
        )
        return format_html('<div id="{}"{}>{}</div>', attrs.get("id", ""), flatatt(_described(attrs)), rows)

    def _row(self, option: dict[str, Any]) -> tuple:
        ticked = mark_safe(" checked") if option["selected"] else ""
        return option["name"], option["value"], ticked, option["label"]


class LongChecklist(Checklist):
    """Many records: those that are chosen as checkboxes, and a field that finds others by their names.

    Choices that cannot be searched are all shown, the checked ones first, with a field that narrows the list.
    """

    class Media:
        css = {"all": ["admin/long-checklist.css"]}
        js = ["admin/long-checklist.js", "admin/forms.js"]

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> list[tuple]:
        if not self._address():
            return sorted(super().optgroups(name, value, attrs), key=lambda group: not group[1][0]["selected"])
        every = self.choices
        self.choices = self._chosen(value)
        try:
            return super().optgroups(name, value, attrs)
        finally:
            self.choices = every

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        boxes = super().render(name, value, attrs, renderer)
        if address := self._address():
            list_id = f"{(attrs or {}).get('id', name)}-found"
            context = {"boxes": boxes, "name": name, "address": address, "list_id": list_id}
            return mark_safe(render_to_string("core/record_picker.html", context))  # noqa: S308 (from a template)
        return format_html('<div data-long-checklist="{}">{}</div>', _("Narrow the list"), boxes)

    def _address(self) -> str:
        """Return the address that finds records by their names; empty where there is none."""
        queryset = getattr(self.choices, "queryset", None)
        return suggestions_url(queryset.model) if queryset is not None else ""

    def _chosen(self, value: Any) -> list[tuple]:
        """Return the choices that are chosen; forms of pages have no `SharedChoices`."""
        keys = [int(key) for key in value or [] if str(key).isdecimal()]
        choices: Any = self.choices
        if hasattr(choices, "chosen"):
            return choices.chosen(keys) if keys else []
        return [choices.choice(record) for record in choices.queryset.filter(pk__in=keys)]


def _texts(value: Any) -> list[str]:
    """Return the values of a field of several choices as texts, as Django compares them."""
    return [str(item) for item in value or [] if item is not None]


def _described(attrs: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attrs.items() if name.startswith("aria-")}


class RichText(CharField):
    """Rich text. The empty paragraph that Draftail sends for an untouched field is an empty value."""

    def to_python(self, value: Any) -> str:
        value = super().to_python(value)
        return "" if is_empty(value) else value


register_form_field_override(RichTextField, override={"form_class": RichText})
register_form_field_override(ChoiceArrayField, override={"widget": Checklist})
