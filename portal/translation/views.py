"""Views for translators, and the button by which readers request a translation."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
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
from portal.translation import selectors, tracking
from portal.translation.english import PUBLISH, SAVE, SUBMIT, compare_url, edit_links, read
from portal.translation.forms import TranslationForm
from portal.translation.models import Translation
from portal.translation.rights import may_change
from portal.translation.saving import save

COUNT_AGAIN_AFTER = 24 * 60 * 60  # seconds, so that one reader who presses the button again counts once


class CompareView(WagtailAdminTemplateMixin, TemplateView):
    """German and English side by side, passage by passage; POST saves all of the English at once."""

    subject = EVERYBODY  # `dispatch` asks for the right on the very page or record
    template_name = "translation/compare.html"
    page_title = gettext_lazy("Translation")
    header_icon = "globe"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, kind: int, key: str) -> HttpResponseBase:
        is_post = request.method == "POST"
        with transaction.atomic():
            self.english = read(kind, key, for_saving=is_post)
            if not may_change(request.user, self.english):
                raise PermissionDenied
            self.translation: Translation | None = selectors.of_object(self.english.german)
            self.actions = self.english.actions_of(request.user)
            response = super().dispatch(request, kind, key)
            return response.render() if isinstance(response, TemplateResponse) else response

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if lock := self.english.lock_for(request.user):
            messages.warning(request, lock.get_message(request.user))
        return self.render_to_response(self.get_context_data(form=self._form()))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        action = request.POST.get("action", SAVE)
        form = self._form(request.POST, is_draft=action == SAVE)
        if self._may_be_saved(form, action) and self._saved(form, action):
            messages.success(request, self._success(action))
            return HttpResponseRedirect(request.path)
        return self.render_to_response(self.get_context_data(form=form))

    def _may_be_saved(self, form: TranslationForm, action: str) -> bool:
        """Tell whether the form can be saved; if not, a message says why, and the form holds what was typed."""
        if action not in self.actions:
            messages.error(self.request, _("Nothing was saved: this is locked, or your account may not do that."))
            return False
        if form.conflicts() or form.left_over():
            form.adopt_what_is_stored()
            messages.error(
                self.request,
                _("Nothing was saved: somebody else has changed this meanwhile. Look through it and save again."),
            )
            return False
        if not form.is_valid():
            messages.error(self.request, _("Nothing was saved: some texts have errors. What you typed is still there."))
        return form.is_valid()

    def _saved(self, form: TranslationForm, action: str) -> bool:
        """Save; without success, return False and leave the errors with the form."""
        form.write()
        try:
            with transaction.atomic():
                save(self.request, self.english, action)
        except ValidationError as error:
            form.add_errors(error)
            messages.error(self.request, _("Nothing was saved: some texts have errors. What you typed is still there."))
            return False
        if self.translation and form.confirmed_as_same() != self.translation.same_texts:
            tracking.confirm_same(self.translation, form.confirmed_as_same(), self.request.user)
        return True

    def _success(self, action: str) -> str:
        title = {"title": self.english.instance}
        if action == PUBLISH:
            return _("The English of “%(title)s” is published.") % title
        if action == SUBMIT:
            return _("The English of “%(title)s” is saved and submitted for approval.") % title
        if self.english.has_drafts:
            return _("The English of “%(title)s” is saved as a draft.") % title
        return _("The English of “%(title)s” is saved.") % title

    def _form(self, data: QueryDict | None = None, *, is_draft: bool = True) -> TranslationForm:
        same_texts = self.translation.same_texts if self.translation else None
        return TranslationForm(self.english, same_texts, data, is_draft=is_draft)

    def get_page_subtitle(self) -> str:
        return str(self.english.german)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        report = {"url": reverse("translation_report"), "label": _("Translations")}
        return [*self.breadcrumbs_items, report, {"url": "", "label": str(self.english.german)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        translation, form = self.translation, context["form"]
        return {
            **context,
            "media": form.media,
            "translation": translation,
            "changes": selectors.changes(translation) if translation else [],
            "english": self.english,
            "actions": self.actions,
            "edit_links": edit_links(self.english),
        }


@require_POST
def confirm_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm the English that readers see as a translation of the German, and what is the same as meant so."""
    translation = get_object_or_404(selectors.translations(), pk=pk)
    if not may_change(request.user, read(translation.content_type_id, translation.key)):
        raise PermissionDenied
    same_texts = selectors.same_texts(translation) if translation.is_identical else translation.same_texts
    if tracking.confirm_same(translation, same_texts, request.user):
        messages.success(request, _("The English of “%(title)s” is confirmed.") % {"title": translation.title})
    else:
        messages.error(request, _("There are German texts without English; write those first."))
    return HttpResponseRedirect(way_back(request, "next", reverse("translation_report")))


vars(confirm_view)["subject"] = EVERYBODY  # it asks for the right on the very page or record


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
            return redirect(compare_url(translation))
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
        self._place(draft)
        return redirect(compare_url(draft))

    def _place(self, draft: Page) -> None:
        """Move a new English page behind the nearest page before it that the German has before it as well."""
        for sibling in self.page.get_prev_siblings():
            if english := sibling.get_translations().filter(locale=self.locale, alias_of=None).first():
                draft.move(english, pos="right", user=self.request.user)
                return
        draft.move(draft.get_parent(), pos="first-child", user=self.request.user)

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
