"""The pages of the verbs."""

from typing import Any

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.agreements import effects, steps, verbs
from partners.agreements.sign_form import SignForm
from partners.agreements.undoing import undo
from partners.agreements.verb_forms import (
    AgreementActForm,
    ConfirmForm,
    SendBackForm,
    TermForm,
    TerminateForm,
)
from partners.models import Agreement
from portal.core.admin.acting import ActView
from portal.core.rights import scope


class AgreementActView(ActView):
    """The page of a verb; refused without the right, and leading back where the state does not allow it."""

    by: verbs.Verb
    form_class = AgreementActForm
    refusal = gettext_lazy("This cannot be done with the agreement as it is now.")
    needs = ("change", "view")  # the verb asks for more

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.by.has_right(request.user, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def verb(self) -> Promise | str:  # type: ignore[override]
        return self.by.label

    def is_possible(self) -> bool:
        return self.by.is_possible(self.object)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "agreement": self.object}

    def get_back_url(self) -> str:
        return reverse("wagtailsnippets_partners_agreement:inspect", args=[quote(self.object.pk)])

    def get_undo_url(self) -> str:
        return verbs.UNDO.url(self.object)


class SubmitView(AgreementActView):
    by = verbs.SUBMIT

    def get_effects(self, form: Any) -> list[str]:
        return effects.of_submitting(self.object)

    def act(self, form: Any) -> str:
        steps.submit(self.object, self.request.user)
        return _("“%(name)s” is with the international office now.") % {"name": self.object}


class SendBackView(AgreementActView):
    by = verbs.SEND_BACK
    form_class = SendBackForm

    def get_effects(self, form: Any) -> list[str]:
        return effects.of_sending_back(self.object)

    def act(self, form: Any) -> str:
        steps.send_back(self.object, self.request.user, form.cleaned_data["comment"])
        return _("“%(name)s” is with its unit again.") % {"name": self.object}


class SignView(AgreementActView):
    by = verbs.SIGN
    form_class = SignForm

    def get_effects(self, form: Any) -> list[str]:
        return effects.of_signing(self.object, form.term())

    def act(self, form: Any) -> str:
        document = form.cleaned_data.get("document") or None
        steps.sign(self.object, self.request.user, form.term(), form.of_parties(), document)
        return _("The signature of “%(name)s” is recorded.") % {"name": self.object}


class TerminateView(AgreementActView):
    by = verbs.TERMINATE
    form_class = TerminateForm

    def get_effects(self, form: Any) -> list[str]:
        return effects.of_terminating(self.object, form.entered().get("terminated_on"))

    def act(self, form: Any) -> str:
        steps.terminate(self.object, self.request.user, **form.cleaned_data)
        return _("The notice of “%(name)s” is recorded.") % {"name": self.object}


class ConfirmView(AgreementActView):
    by = verbs.CONFIRM
    form_class = ConfirmForm

    def get_effects(self, form: Any) -> list[str]:
        return effects.of_confirming(self.object)

    def act(self, form: Any) -> str:
        steps.confirm(self.object, self.request.user, form.cleaned_data["confirmed_on"])
        return _("It is confirmed that “%(name)s” goes on.") % {"name": self.object}


class RenewView(AgreementActView):
    by = verbs.RENEW
    form_class = TermForm
    successor: Agreement | None = None

    def get_effects(self, form: Any) -> list[str]:
        return effects.of_renewing(self.object, form.entered())

    def act(self, form: Any) -> str:
        self.successor = steps.renew(self.object, self.request.user, **form.cleaned_data)
        return _("This draft follows “%(name)s”.") % {"name": self.object}

    def get_success_url(self) -> str:
        return scope.edit_url(Agreement, self.successor.pk) if self.successor else self.get_back_url()


class UndoView(AgreementActView):
    by = verbs.UNDO
    refusal = gettext_lazy("There is nothing to take back: the agreement was saved since.")

    def get_effects(self, form: Any) -> list[str]:
        return effects.of_undoing(self.object)

    def act(self, form: Any) -> str:
        undo(self.object, self.request.user)
        return _("Taken back: everything is as it was before.")

    def get_undo_url(self) -> str:
        return ""


VIEWS: list[type[AgreementActView]] = [
    SubmitView,
    SendBackView,
    SignView,
    ConfirmView,
    RenewView,
    TerminateView,
    UndoView,
]
