"""Views for translators, and the button by which readers request a translation."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.actions.copy_for_translation import ParentNotTranslatedError
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy

from portal.core import throttling
from portal.core.addressing.addresses import root_of
from portal.core.addressing.way_back import way_back
from portal.core.language.bilingual import ENGLISH
from portal.core.rights.subjects import EVERYBODY
from portal.translation import selectors
from portal.translation.models import Translation
from portal.translation.rights import may_change

COUNT_AGAIN_AFTER = 24 * 60 * 60  # seconds, so that one reader who presses the button again counts once


class CompareView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the changes of the German since the English was confirmed; POST confirms the English."""

    subject = EVERYBODY  # `dispatch` asks for the right on the very page or record
    template_name = "translation/compare.html"
    page_title = gettext_lazy("Translation")
    header_icon = "globe"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponseBase:
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
        return HttpResponseRedirect(way_back(request, "next", reverse("translation_report")))


class WriteEnglishView(WagtailAdminTemplateMixin, TemplateView):
    """Creates the English draft of a German page, or opens it if it exists."""

    subject = Page
    template_name = "translation/write.html"
    page_title = gettext_lazy("Write the English version")
    header_icon = "globe"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not page_permission_policy.user_has_permission_for_instance(request.user, "change", self.page):
            raise PermissionDenied
        self.locale = get_object_or_404(Locale, language_code=ENGLISH)
        if translation := self.page.get_translations().filter(locale=self.locale, alias_of=None).first():
            return redirect("wagtailadmin_pages:edit", translation.pk)
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
        """Return the parent page if it has no English version, below which a draft could be created, else None."""
        parent = self.page.get_parent()
        is_translated = parent.get_translations().filter(locale=self.locale, alias_of=None).exists()
        return None if is_translated else parent


@csrf_exempt  # it needs no log-in, and visitors get no cookie
@require_POST
def request_translation(request: HttpRequest, pk: int) -> HttpResponse:
    """Count the request of a reader for an English version, once a day for each address.

    Nothing is stored by which a reader could be recognised; see portal.core.throttling.
    """
    origin = request.headers.get("Origin")
    if origin and origin not in (root_of(request), "null"):
        return HttpResponseForbidden("403 Forbidden", content_type="text/plain")
    translation = selectors.waiting().filter(pk=pk).first()
    if translation is None:
        raise Http404
    if throttling.is_first(f"translation-{pk}", request, COUNT_AGAIN_AFTER):
        Translation.objects.filter(pk=pk).update(requests=F("requests") + 1)
    context = {"translation": translation, "back": way_back(request, "back", "")}
    return render(request, "translation/requested.html", context)
