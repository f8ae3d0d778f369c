"""Giving several records to another unit at once."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _

from partners.models import Agreement, Contact, Unit
from portal.core.admin.bulk import RecordBulkAction
from portal.core.drafts.everywhere import change_field
from portal.core.models import Record
from portal.core.rights.policies import OwnedPermissionPolicy
from portal.core.rights.scope import policy_of


class UnitForm(forms.Form):
    unit = forms.ModelChoiceField(Unit.objects.all(), label=_("Responsible unit"))


class ChangeUnitAction(RecordBulkAction):
    """Gives each record to a unit for which the user may write.

    What is public changes at once; so of records with drafts only those are given away that the user may publish.
    """

    display_name = _("Change unit")
    aria_label = _("Give the selected records to another unit")
    action_type = "change_unit"
    action_priority = 20
    question = _("They get another responsible unit, at once and in what is public.")
    form_class = UnitForm
    fields: Mapping[type[Model], str] = {Agreement: "unit", Contact: "unit"}

    @classproperty
    def models(cls) -> list[type[Model]]:  # noqa: N805 (of a class)
        return list(cls.fields)

    @classmethod
    def needs_for(cls, model: type[Model]) -> str:
        return "publish" if issubclass(model, Record) else "change"

    def change(self, record: Any) -> bool:
        unit = self.cleaned_form.cleaned_data["unit"]
        policy = policy_of(self.model)
        if isinstance(policy, OwnedPermissionPolicy) and not policy.may_write_for(self.request.user, unit):
            raise forms.ValidationError(_("Choose one of the units that you work for."))
        return change_field(record, self.fields[self.model], unit, self.request.user)
