"""The views that write and show what changed, field by field."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import EditView, HistoryView

from portal.core import field_history


class NotingEditView(EditView):
    def save_instance(self):
        if not field_history.is_kept_for(self.model):
            return super().save_instance()
        stored = self.model._base_manager.get(pk=self.object.pk)
        before = field_history.snapshot(stored, self.form.changed_data)
        record = super().save_instance()
        field_history.note(record, before)
        return record


class ChangesColumn(Column):
    cell_template_name = "wagtailadmin/changes_cell.html"

    def get_value(self, instance):
        return field_history.changes(self.model, instance)

    def __init__(self, name, *, model, **options):
        super().__init__(name, **options)
        self.model = model


class FieldHistoryView(HistoryView):
    @property
    def columns(self):
        columns = super().columns
        if not field_history.is_kept_for(self.model):
            return columns
        return [columns[0], ChangesColumn("changes", model=self.model, label=_("What changed")), *columns[1:]]
