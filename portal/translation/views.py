"""Staff flows of translating, and the one thing that readers can press."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.actions.copy_for_translation import ParentNotTranslatedError
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy

from portal.core.addresses import root_of
from portal.core.bilingual import ENGLISH
from portal.translation import selectors
from portal.translation.models import Translation
from portal.translation.rights import may_change


class CompareView(WagtailAdminTemplateMixin, TemplateView):
    """The German with what changed since the English was confirmed; from here the English is confirmed again."""

    template_name = "translation/compare.html"
    page_title = gettext_lazy("Translation")
    header_icon = "globe"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.translation: Translation = get_object_or_404(selectors.translations(), pk=pk)
        if not may_change(request.user, self.translation):
            raise PermissionDenied
        return super().dispatch(request, pk)

    def get_page_subtitle(self) -> str:
        return self.translation.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        report = {"url": reverse("translation_report"), "label": _("Translations")}
        return [*self.breadcrumbs_items, report, {"url": "", "label": self.translation.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        translation = self.translation
        return {
            **super().get_context_data(**kwargs),
            "translation": translation,
            "state_label": translation.state.label,
            "changes": selectors.changes(translation),
            "pairs": selectors.side_by_side(translation),
            "edit_links": selectors.edit_links(translation),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        translation = self.translation
        if translation.missing:
            messages.error(request, _("There are German texts without English; write those first."))
        else:
            translation.confirm(request.user, same_on_purpose=translation.is_identical)
            translation.save()
            messages.success(request, _("The English of “%(title)s” is confirmed.") % {"title": translation.title})
        return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """Return the page that the form stood on, or the dashboard."""
    there = request.POST.get("next", "")
    return there if url_has_allowed_host_and_scheme(there, None) else reverse("translation_report")


class WriteEnglishView(WagtailAdminTemplateMixin, TemplateView):
    """Make the English draft of a German page; where there is one already, open that."""

    template_name = "translation/write.html"
    page_title = gettext_lazy("Write the English version")
    header_icon = "globe"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not page_permission_policy.user_has_permission_for_instance(request.user, "change", self.page):
            raise PermissionDenied
        self.locale = get_object_or_404(Locale, language_code=ENGLISH)
        if there := self.page.get_translations().filter(locale=self.locale, alias_of=None).first():
            return redirect("wagtailadmin_pages:edit", there.pk)
        return super().dispatch(request, page_id)

    def get_page_subtitle(self) -> str:
        return self.page.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "page": self.page, "parent": self._untranslated_parent()}

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        try:
            draft = self.page.copy_for_translation(self.locale)
        except ParentNotTranslatedError:
            return self.get(request, page_id)
        return redirect("wagtailadmin_pages:edit", draft.pk)

    def _untranslated_parent(self) -> Page | None:
        """Return the page above, where it has no English version yet, for then this one has no place."""
        parent = self.page.get_parent()
        has_place = parent.get_translations().filter(locale=self.locale, alias_of=None).exists()
        return None if has_place else parent


@csrf_exempt  # it acts for nobody: there is no log-in behind it, and a visitor gets no cookie
@require_POST
def request_translation(request: HttpRequest, pk: int) -> HttpResponse:
    """Count that a reader would like to have this in English. Nothing about the reader is stored."""
    origin = request.headers.get("Origin")
    if origin and origin not in (root_of(request), "null"):
        return HttpResponseForbidden("403 Forbidden", content_type="text/plain")
    wanted = selectors.waiting().filter(pk=pk).first()
    if wanted is None:
        raise Http404
    Translation.objects.filter(pk=pk).update(requests=F("requests") + 1)
    back = request.POST.get("back", "")
    back = back if url_has_allowed_host_and_scheme(back, None) and back.startswith("/") else ""
    return render(request, "translation/requested.html", {"wanted": wanted, "back": back})
