"""The forms in which a saved view is named and shared."""

from typing import Any, cast

from django import forms
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.addressing.kept_query import OF_ONE_REQUEST, cleaned
from portal.editing.models import SavedView
from portal.editing.saved_views.selectors import may_open


class SavedViewForm(forms.ModelForm):
    """Name and group of a view; the group is one of the user's own."""

    class Meta:
        model = SavedView
        fields = ["name", "group"]

    def __init__(self, user: AbstractUser | AnonymousUser, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.instance.owner = user
        group = cast(forms.ModelChoiceField, self.fields["group"])
        group.queryset, group.empty_label = user.groups.order_by("name"), _("only to me")
        for name, field in self.fields.items():
            field.widget.attrs["id"] = f"view-{self.instance.pk or 'new'}-{name}"  # several forms stand on one page


class NewViewForm(SavedViewForm):
    """A new view of the list at `path`; one of the same name is replaced."""

    class Meta(SavedViewForm.Meta):
        fields = ["name", "group", "path", "query"]

    def clean_path(self) -> str:
        path = self.cleaned_data["path"]
        if not may_open(self.instance.owner, path):
            raise forms.ValidationError(_("There is no such list."))
        return path

    def clean_query(self) -> str:
        """Return the query without the number of a page: a view begins with its first."""
        return cleaned(QueryDict(self.cleaned_data["query"]), (*OF_ONE_REQUEST, "p"))

    def save(self, commit: bool = True) -> SavedView:
        values = {name: self.cleaned_data[name] for name in ("query", "group")}
        key = {"owner": self.instance.owner, "path": self.cleaned_data["path"], "name": self.cleaned_data["name"]}
        view, _is_new = SavedView.objects.update_or_create(**key, defaults=values)
        return view
