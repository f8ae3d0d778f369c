"""Reports that all staff may read and export."""

from wagtail.admin.views.reports import ReportView

from portal.core.spreadsheets import safe_cell


class StaffReportView(ReportView):
    """`get_base_queryset` says what is listed; it is asked anew for each request, for it may depend on who asks."""

    any_permission_required = ["view"]

    def user_has_permission(self, permission):
        return self.request.user.has_perm("wagtailadmin.access_admin")

    def user_has_any_permission(self, permissions):
        return self.request.user.has_perm("wagtailadmin.access_admin")

    def get_base_queryset(self):
        raise NotImplementedError

    def get_queryset(self):
        self.queryset = self.get_base_queryset()
        return super().get_queryset()

    def preprocess_field_value(self, field, value, export_format):
        return safe_cell(super().preprocess_field_value(field, value, export_format))
