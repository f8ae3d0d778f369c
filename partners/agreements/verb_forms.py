"""The forms of the verbs: each asks only for what it needs."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from partners.agreements import renewal
from partners.agreements.validity import period_ends_on
from partners.models import Agreement
from portal.core.admin.acting import ActForm
from portal.core.admin.days import DayField
from portal.core.language import formats
from portal.core.time.days import add_months
from portal.core.time.moment import today

TERM = ("starts_on", "ends_on", "is_open_ended")


class AgreementActForm(ActForm):
    """The form of a verb, which knows the agreement. Without a field it asks for nothing but a click."""

    def __init__(self, *args: Any, agreement: Agreement, **options: Any) -> None:
        self.agreement = agreement
        super().__init__(*args, **{**options, "initial": self.proposed(agreement)})

    def proposed(self, agreement: Agreement) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return {}

    def entered(self) -> dict[str, Any]:
        """Return what can be read of the fields; before anything was sent, what stands in them."""
        return self.cleaned_data if self.is_bound and hasattr(self, "cleaned_data") else dict(self.initial)


class TermForm(AgreementActForm):
    starts_on = DayField(label=gettext_lazy("In force from"))
    ends_on = DayField(
        label=gettext_lazy("In force until"), required=False, help_text=gettext_lazy("The last day, inclusive.")
    )
    is_open_ended = forms.BooleanField(label=gettext_lazy("No fixed end"), required=False)

    def proposed(self, agreement: Agreement) -> dict[str, Any]:
        first, last = renewal.proposed_term(agreement)
        return {"starts_on": first, "ends_on": last}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and not values.get("ends_on") and not values.get("is_open_ended"):
            self.add_error("ends_on", gettext("Give it a last day, or tick “no fixed end”."))
        return values


class TerminateForm(AgreementActForm):
    terminated_on = DayField(
        label=gettext_lazy("Last day in force"), help_text=gettext_lazy("The last day on which it is in force.")
    )
    termination_reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Never leaves the staff area."),
    )

    def proposed(self, agreement: Agreement) -> dict[str, Any]:
        return {"terminated_on": first_possible_end(agreement)}


class ConfirmForm(AgreementActForm):
    confirmed_on = DayField(label=gettext_lazy("Confirmed on"))

    def proposed(self, agreement: Agreement) -> dict[str, Any]:
        return {"confirmed_on": today()}

    def clean_confirmed_on(self) -> date:
        day, since = self.cleaned_data["confirmed_on"], renewal.renewed_on(self.agreement)
        if since and day <= since:
            message = gettext("Its last period ended on %(day)s. Confirm that it goes on with a later day.")
            raise ValidationError(message % {"day": formats.day(since)})
        return day


class SendBackForm(AgreementActForm):
    comment = forms.CharField(
        label=gettext_lazy("What is to be changed"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("The unit reads this on its start page and above the form."),
    )


def first_possible_end(agreement: Agreement, day: date | None = None) -> date | None:
    """Return the end of the first period before which there is time for notice; None unless it renews itself."""
    if not agreement.renews_itself:
        return None
    return period_ends_on(agreement, add_months(day or today(), agreement.notice_months))
