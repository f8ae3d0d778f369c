"""The form of the verb "record signature"."""

from copy import deepcopy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from partners.agreements.verb_forms import TERM, AgreementActForm, TermForm
from partners.models import Agreement, Party
from portal.core.admin.days import DayField
from portal.core.models.order import order_error
from portal.core.time.moment import today
from portal.media.private import CheckedFormField


class SignForm(AgreementActForm):
    """The day of the signature, who signed, and the term where it is not known yet."""

    signed_on = DayField(label=gettext_lazy("Signed on"), help_text=gettext_lazy("The day of the last signature."))
    document = CheckedFormField(
        label=gettext_lazy("Signed document"),
        required=False,
        help_text=gettext_lazy("PDF or DOCX, 20 MB at most. It stays internal."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not (self.agreement.starts_on and (self.agreement.ends_on or self.agreement.is_open_ended)):
            self.fields.update({name: deepcopy(TermForm.base_fields[name]) for name in TERM})
            self.initial.update({name: getattr(self.agreement, name) for name in TERM})
        self.parties = list(self.agreement.parties.select_related("institution"))
        for party in self.parties:
            self._add_fields_of(party)

    def proposed(self, agreement: Agreement) -> dict[str, Any]:
        return {"signed_on": agreement.signed_on or today()}

    def groups(self) -> list[tuple[str, list[Any]]]:
        """Return the fields of the agreement, then those of each party under its name."""
        of_parties = [(str(party.institution), self._fields_of(party.pk)) for party in self.parties]
        own = [field for field in self if not field.name.rpartition("_")[2].isdecimal()]
        return [("", own), *of_parties]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.parties:
            raise ValidationError(gettext("What is signed names at least one institution as a party. Add it."))
        end = values.get("ends_on") or self.agreement.ends_on
        for party in self.parties:
            name = f"signed_on_{party.pk}"
            error = order_error(values.get(name), None if self.agreement.renews_itself else end, gettext("signed on"))
            if error:
                self.add_error(name, error)
        return values

    def term(self) -> dict[str, Any]:
        """Return the fields of the agreement that were entered."""
        return {name: value for name, value in self.entered().items() if name in ("signed_on", *TERM)}

    def of_parties(self) -> dict[int, dict[str, Any]]:
        """Return by key what was entered for the parties; those without a day of their own signed on the same day."""
        values = self.cleaned_data
        return {
            party.pk: {
                "signed_on": values.get(f"signed_on_{party.pk}") or values["signed_on"],
                "signatory": values.get(f"signatory_{party.pk}", ""),
            }
            for party in self.parties
        }

    def _add_fields_of(self, party: Party) -> None:
        day = DayField(label=gettext("Signed on"), required=False, help_text=gettext("Only if on another day."))
        self.fields[f"signed_on_{party.pk}"], self.initial[f"signed_on_{party.pk}"] = day, party.signed_on
        if not party.signatory:
            options: dict[str, Any] = {
                "label": gettext("Signed by"),
                "help_text": gettext("Never leaves the staff area."),
            }
            self.fields[f"signatory_{party.pk}"] = forms.CharField(max_length=200, required=False, **options)

    def _fields_of(self, key: int) -> list[Any]:
        return [self[name] for name in (f"signed_on_{key}", f"signatory_{key}") if name in self.fields]
