"""One act on one record, on a page of its own: it asks only for what it needs, says what it will do, and then does it.

Without a script, a second button shows what readers will see before anything is saved. The script asks the same address
while somebody types.
"""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

SHOW = "show"  # the button that saves nothing


class ActForm(Form):
    """The fields of an act. `groups` returns them as (heading, fields); a heading may be empty."""

    def groups(self) -> list[tuple[str, list[Any]]]:
        return [("", list(self.visible_fields()))]


class ActView(WagtailAdminTemplateMixin, FormView):
    """The page of an act. A subclass says whether it is possible, what follows from it, and does it.

    `permission_policy` is that of the record; the guard has asked it whether the user may open the page.
    """

    model: Any = None
    permission_policy: Any = None
    index_url_name = ""
    form_class: Any = ActForm
    template_name = "core/act.html"
    verb: Promise | str = ""  # on the button and in the title
    refusal: Promise | str = ""  # where the act is not possible now
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.is_possible():
            messages.warning(request, self.refusal)
            return redirect(self.get_back_url())
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def object(self) -> Any:
        return get_object_or_404(self.model, pk=unquote(str(self.kwargs["pk"])))

    def is_possible(self) -> bool:
        return True

    def get_effects(self, form: ActForm) -> list[str]:
        """Return sentences about what the act does, as far as the form can be read."""
        raise NotImplementedError

    def act(self, form: ActForm) -> str:
        """Do it and return the message about it; raises a ValidationError where something forbids it."""
        raise NotImplementedError

    def get_back_url(self) -> str:
        raise NotImplementedError

    def get_undo_url(self) -> str:
        """Return the address that takes the act back; empty where nothing does."""
        return ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        is_valid = form.is_valid()
        if SHOW in request.POST:
            return self._shown(form)
        if not is_valid:
            return self.form_invalid(form)
        try:
            message = self.act(form)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        undo = self.get_undo_url()
        messages.success(request, message, buttons=[messages.button(undo, _("Undo"))] if undo else [])
        return redirect(self.get_success_url())

    def get_success_url(self) -> str:
        return self.get_back_url()

    def get_page_title(self) -> Promise | str:
        return self.verb

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listed = {"url": reverse(self.index_url_name), "label": capfirst(self.model._meta.verbose_name_plural)}
        record = {"url": self.get_back_url(), "label": str(self.object)}
        return [*self.breadcrumbs_items, listed, record, {"url": "", "label": self.verb}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        context |= {"verb": self.verb, "object": self.object, "back_url": self.get_back_url(), "media": form.media}
        return {**context, "effects": self.get_effects(form)}

    def _shown(self, form: ActForm) -> HttpResponse:
        """Return the page, or to a script only the sentences, with what would follow and with nothing saved."""
        if self.request.headers.get("x-requested-with") == "XMLHttpRequest":
            return TemplateResponse(self.request, "core/act_effects.html", {"effects": self.get_effects(form)})
        return self.render_to_response(self.get_context_data(form=form))


def add_errors(form: Form, error: ValidationError) -> None:
    """Add the messages to the fields of the form, or to the form itself where it does not have the field."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    for name, field_messages in by_field.items():
        for message in field_messages:
            form.add_error(name if name in form.fields else None, message)
