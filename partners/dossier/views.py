"""The page of the admin with all that is known about an institution, made to be printed as well."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from partners.agreements import timeline
from partners.dossier.selectors import Dossier
from partners.models import Institution
from portal.core.rights import scope
from portal.core.rights.refusal import refusal_response
from portal.core.time.moment import today


class DossierView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the dossier to all staff who may read the institution."""

    subject = Institution
    template_name = "partners/admin/dossier.html"
    page_title = _("Dossier")
    header_icon = "globe"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        institutions = Institution.objects.select_related("successor", "parent").prefetch_related(
            "names", "identifiers"
        )
        self.institution = get_object_or_404(institutions, pk=kwargs["pk"])
        policy = scope.policy_of(Institution)
        if not policy.user_has_any_permission_for_instance(request.user, ["change", "view"], self.institution):
            return refusal_response(request)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.institution)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        institutions = {"url": scope.list_url(Institution), "label": capfirst(Institution._meta.verbose_name_plural)}
        return [*super().get_breadcrumbs_items(), institutions, {"url": "", "label": str(self.institution)}]

    def get_header_buttons(self) -> list[HeaderButton]:
        if not scope.policy_of(Institution).user_has_permission(self.request.user, "change"):
            return []
        return [HeaderButton(_("Edit"), url=scope.edit_url(Institution, self.institution.pk), icon_name="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dossier = Dossier(self.institution, self.request.user)
        shown = timeline.frame(dossier.lanes)
        rows = [{"lane": lane, "bars": timeline.bars(lane, shown)} for lane in dossier.lanes]
        drawing = {"rows": rows, "frame": shown, "now": shown.x(today())}
        context = {"dossier": dossier, "institution": self.institution, "today": today(), **drawing}
        return {**super().get_context_data(**kwargs), **context}
