"""Reports in the admin that all staff may read and export."""

from collections.abc import Iterable

from django.db.models import QuerySet
from wagtail.admin.views.reports import ReportView

from portal.core.rights.subjects import EVERYBODY


class StaffReportView(ReportView):
    """A report about nothing but what the user may change.

    `get_base_queryset` returns the rows; it is called for each request, since they may depend on the user.
    """

    subject = EVERYBODY

    any_permission_required = ["view"]

    def user_has_permission(self, permission: str) -> bool:
        return self.request.user.has_perm("wagtailadmin.access_admin")

    def user_has_any_permission(self, permissions: Iterable[str]) -> bool:
        return self.request.user.has_perm("wagtailadmin.access_admin")

    def get_base_queryset(self) -> QuerySet:
        raise NotImplementedError

    def get_queryset(self) -> QuerySet:
        self.queryset = self.get_base_queryset()
        return super().get_queryset()
