"""How two versions are shown side by side: dates, yes and no, and lists as people write them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.admin.compare import FieldComparison, M2MFieldComparison, TextDiff, register_comparison_class

from portal.core import formats


class WrittenComparison(FieldComparison):
    """Shows what `written` makes of a value, and nothing for no value."""

    def written(self, value) -> str:
        return str(value)

    def htmldiff(self):
        before, after = ("" if value is None else self.written(value) for value in (self.val_a, self.val_b))
        if not self.has_changed():
            return escape(after)
        changes = [("deletion", before), ("addition", after)]
        return TextDiff([(kind, text) for kind, text in changes if text], separator=" ").to_html()


class DayComparison(WrittenComparison):
    def written(self, value):
        return formats.day(value)


class MomentComparison(WrittenComparison):
    def written(self, value):
        return formats.moment(value)


class YesNoComparison(WrittenComparison):
    def written(self, value):
        return _("Yes") if value else _("No")


class ListComparison(M2MFieldComparison):
    def get_items(self):
        return list(self.val_a or []), list(self.val_b or [])

    def get_item_display(self, item):
        return str(dict(self.field.base_field.flatchoices).get(item, item))


def register():
    kinds = {
        models.DateField: DayComparison,
        models.DateTimeField: MomentComparison,
        models.BooleanField: YesNoComparison,
        ArrayField: ListComparison,
    }
    for field, comparison in kinds.items():
        register_comparison_class(field, comparison_class=comparison)
