"""The admin's pages about Erasmus Without Paper: which agreements are ready, and what one of them lacks."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from partners.agreements.permissions import agreement_policy
from partners.agreements.validity import Validity
from partners.agreements.validity_sql import with_validity
from partners.ewp.readiness import Readiness, readiness
from partners.ewp.selectors import exchanged, lacking_q
from partners.models import Agreement, Stage
from portal.accounts.models import User
from portal.core.rights.refusal import refusal_response

READING = ("change", "view")
PER_PAGE = 50
OVER = (Validity.EXPIRED, Validity.TERMINATED, Validity.SUPERSEDED)
MISSING, READY = "missing", "ready"


def may_see_readiness(user: User | AnonymousUser) -> bool:
    """Tell whether the user may work with any agreements."""
    return agreement_policy().user_has_any_permission(user, (*READING, "add"))


def readiness_of(agreement: Agreement) -> Readiness:
    """Return how a stored agreement stands."""
    return readiness(Agreement.objects.filter(pk=agreement.pk))[0]


def warn_if_not_ready(request: HttpRequest, agreement: Agreement) -> None:
    """Say after saving what the agreement lacks, if it is of a type that is exchanged."""
    if not agreement.agreement_type.uses_ewp:
        return
    labels = readiness_of(agreement).labels
    if labels:
        message = _("Not ready for Erasmus Without Paper yet: %(missing)s.") % {"missing": ", ".join(labels)}
        url = reverse("partners_ewp_agreement", args=[agreement.pk])
        messages.warning(request, message, buttons=[messages.button(url, _("What is missing"))])


class ReadinessView(WagtailAdminTemplateMixin, TemplateView):
    """What one agreement has and lacks, with links to the fields for those who may edit it."""

    subject = Agreement
    template_name = "partners/admin/ewp_agreement.html"
    page_title = gettext_lazy("Erasmus Without Paper")
    header_icon = "check"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        agreement = Agreement.objects.select_related("agreement_type", "unit").filter(pk=kwargs["pk"]).first()
        if agreement is None:
            raise Http404
        self.agreement = agreement
        if not agreement_policy().user_has_any_permission_for_instance(request.user, READING, agreement):
            return refusal_response(request)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.agreement)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        parent = {"url": reverse("partners_ewp"), "label": self.page_title}
        return [*super().get_breadcrumbs_items(), parent, {"url": "", "label": str(self.agreement)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_edit = agreement_policy().user_has_permission_for_instance(self.request.user, "change", self.agreement)
        context = {"agreement": self.agreement, "readiness": readiness_of(self.agreement), "may_edit": may_edit}
        return {**super().get_context_data(**kwargs), **context}


class ReadinessListView(WagtailAdminTemplateMixin, TemplateView):
    """The agreements that are exchanged and not over: those that lack something, or with ?state=ready the others."""

    subject = Agreement
    template_name = "partners/admin/ewp.html"
    page_title = gettext_lazy("Erasmus Without Paper")
    header_icon = "check"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        state = READY if self.request.GET.get("state") == READY else MISSING
        lacking, agreements = lacking_q(), self._agreements()
        by_state = {MISSING: agreements.filter(lacking), READY: agreements.filter(~lacking)}
        page = Paginator(by_state[state], PER_PAGE).get_page(self.request.GET.get("page"))
        keys = [agreement.pk for agreement in page]
        context = {
            "state": state,
            "page": page,
            "other_count": by_state[READY if state == MISSING else MISSING].count(),
            "rows": readiness(Agreement.objects.filter(pk__in=keys).order_by("sort_de", "pk")),
        }
        return {**super().get_context_data(**kwargs), **context}

    def _agreements(self) -> QuerySet[Agreement]:
        readable = agreement_policy().instances_user_has_any_permission_for(self.request.user, {*READING, "add"})
        present = with_validity(exchanged(readable)).exclude(validity_on_day__in=OVER).exclude(stage=Stage.REJECTED)
        return present.order_by("sort_de", "pk")
