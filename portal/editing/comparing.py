"""How two versions are compared: dates, booleans and lists are shown as the reader's language writes them."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.admin.compare import FieldComparison, M2MFieldComparison, TextDiff, register_comparison_class

from portal.core.drafts.changes import display_value
from portal.core.models.fields import WrittenDateField
from portal.core.models.languages import LanguageField


class DisplayComparison(FieldComparison):
    """Compares the texts of two values, and shows none for an empty value."""

    def htmldiff(self) -> SafeString:
        before, after = (display_value(self.field, value) for value in (self.val_a, self.val_b))
        if not self.has_changed():
            return escape(after)
        changes = [("deletion", before), ("addition", after)]
        return TextDiff([(kind, text) for kind, text in changes if text], separator=" ").to_html()


class ListComparison(M2MFieldComparison):
    def get_items(self) -> tuple[list, list]:
        return list(self.val_a or []), list(self.val_b or [])

    def get_item_display(self, item: Any) -> str:
        return display_value(self.field, [item])


def register() -> None:
    """Tell Wagtail which comparison to use for which type of field."""
    for field in (models.DateField, models.DateTimeField, WrittenDateField, models.BooleanField, LanguageField):
        register_comparison_class(field, comparison_class=DisplayComparison)
    register_comparison_class(ArrayField, comparison_class=ListComparison)
