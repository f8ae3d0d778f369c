"""Form controls of the editors' interface that Wagtail does not bring."""

from django.forms import CheckboxSelectMultiple
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminAutoHeightTextInput


class LongLine(AdminAutoHeightTextInput):
    """One paragraph, shown whole while it is written; line breaks become blanks."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return " ".join(value.split()) if value else value


class LongChecklist(CheckboxSelectMultiple):
    """Some of many: what is chosen stands first, and a field above narrows the list (needs no script to be used)."""

    class Media:
        css = {"all": ["admin/long-checklist.css"]}
        js = ["admin/long-checklist.js"]

    def optgroups(self, name, value, attrs=None):
        groups = super().optgroups(name, value, attrs)
        return sorted(groups, key=lambda group: not group[1][0]["selected"])

    def render(self, name, value, attrs=None, renderer=None):
        checkboxes = super().render(name, value, attrs, renderer)
        return format_html('<div data-long-checklist="{}">{}</div>', _("Narrow the list"), checkboxes)
