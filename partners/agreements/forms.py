"""The edit form of an agreement, with the checks that involve its parties and documents."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from partners.agreements.permissions import agreement_policy
from partners.agreements.signature_names import fill_names_at_signature
from partners.models import BINDING, Agreement
from portal.core.models.order import order_error


class AgreementForm(WagtailAdminModelForm):
    def is_valid(self) -> bool:
        """Check across the inline forms, which django-modelcluster validates after the form itself."""
        is_valid = super().is_valid()
        self._check_signature()
        self._check_parties()
        are_parties_in_order = self._check_days_of_parties()
        return is_valid and are_parties_in_order and not self.errors

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        stage = values.get("stage")
        if stage in BINDING and "stage" in self.changed_data and not agreement_policy().reaches_all(self.for_user):
            self.add_error("stage", _("Only the international office says that something is signed or has ended."))
        return values

    def save(self, commit: bool = True) -> Agreement:
        agreement = super().save(commit)
        if agreement.stage in BINDING:
            for party in fill_names_at_signature(agreement):
                if commit:
                    party.save()
        return agreement

    def _check_signature(self) -> None:
        if self.cleaned_data.get("stage") not in BINDING or self.cleaned_data.get("signed_on"):
            return
        signed = [row.get("signed_on") for row in self._rows("parties")]
        documents = [row.get("is_signed") for row in self._rows("documents")]
        if not any(signed) and not any(documents):
            message = _("What is signed needs the day of the signature, here or at a party, or a signed document.")
            self.add_error("signed_on", message)

    def _check_parties(self) -> None:
        if self.cleaned_data.get("stage") in BINDING and not any(
            row.get("institution") for row in self._rows("parties")
        ):
            self.add_error(None, _("What is signed names at least one institution as a party. Add it."))

    def _check_days_of_parties(self) -> bool:
        """Refuse parties that left before the agreement began or signed after its end; return whether there are none.

        An agreement that renews itself can win a party later.
        """
        formset = self.formsets.get("parties")
        forms = [form for form in formset.forms if _is_filled_in(form)] if formset is not None else []
        start, end = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        for form in forms:
            row = form.cleaned_data
            if error := order_error(start, row.get("left_on"), self.fields["starts_on"].label or ""):
                form.add_error("left_on", error)
            error = order_error(row.get("signed_on"), end, form.fields["signed_on"].label)
            if error and not self.instance.renews_itself:
                form.add_error("signed_on", error)
        return all(form.is_valid() for form in forms)

    def _rows(self, relation: str) -> list[dict]:
        """Return the cleaned data of the inline forms of a relation that are filled in and not marked for deletion."""
        formset = self.formsets.get(relation)
        forms = formset.forms if formset is not None else []
        return [form.cleaned_data for form in forms if _is_filled_in(form)]


def _is_filled_in(form: Any) -> bool:
    """Tell whether an inline form holds something and is not marked for deletion."""
    row = getattr(form, "cleaned_data", {})
    return bool(row) and not row.get("DELETE")
