"""The report for any day in the admin."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from partners.models import Agreement
from partners.reporting.selectors import Report, may_read
from portal.core.admin.days import DayField
from portal.core.admin.staff_page import StaffPageView
from portal.core.rights.refusal import refusal_response
from portal.core.time.moment import today


class DayForm(forms.Form):
    day = DayField(label=_("On"))


class ReportView(StaffPageView):
    """Shows the report for the day in `?day=2021-12-31`, by default for today in Berlin."""

    subject = Agreement
    template_name = "partners/admin/report.html"
    page_title = _("Partnerships on any day")
    header_icon = "calendar-check"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_read(request.user):
            return refusal_response(request)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = DayForm(self.request.GET if "day" in self.request.GET else {"day": today()})
        report = Report(form.cleaned_data["day"]) if form.is_valid() else None
        return {**super().get_context_data(**kwargs), "form": form, "report": report, "media": form.media}
