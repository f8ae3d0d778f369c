"""Giving several institutions a tag at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import Institution, Tag
from portal.core.admin.bulk import RecordBulkAction
from portal.core.drafts.everywhere import change_field


class TagForm(forms.Form):
    tags = forms.ModelMultipleChoiceField(Tag.objects.all(), label=_("Tags"), widget=forms.CheckboxSelectMultiple)


class AddTagsAction(RecordBulkAction):
    models = [Institution]
    display_name = _("Tag")
    aria_label = _("Tag the selected institutions")
    action_type = "tag"
    action_priority = 25
    needs = "publish"
    question = _("They get these tags besides those that they have.")
    form_class = TagForm

    def change(self, record: Any) -> bool:
        return change_field(record, "tags", list(self.cleaned_form.cleaned_data["tags"]), self.request.user)
