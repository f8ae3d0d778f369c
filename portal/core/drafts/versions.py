"""Which version of an object a form was opened with: the one token by which saving notices that somebody else saved.

Of an object with drafts it is Wagtail's newest revision and its moment, in fields that Wagtail's template writes; each
automatic save answers with the new ones. Of any other it is a checksum of what the form shows, children included.
"""

import json
from hashlib import sha256
from typing import Any

from django.db.models import Model, QuerySet
from django.forms import BaseForm, CharField, HiddenInput, ModelForm
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Revision

LOADED_REVISION = "loaded_revision_id"
LOADED_MOMENT = "loaded_revision_created_at"
LOADED_CHECKSUM = "loaded_checksum"


def _hidden_field() -> CharField:
    """Return a field that no browser fills in with what stood there before the page was loaded again."""
    return CharField(required=False, widget=HiddenInput(attrs={"autocomplete": "off"}))


class DraftForm(WagtailAdminModelForm):
    """The form of a page or of a record with drafts; after an automatic save the open form knows its own version."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.instance.latest_revision_id:
            # Wagtail's template writes these fields only where there is a revision.
            self.fields |= {name: _hidden_field() for name in (LOADED_REVISION, LOADED_MOMENT)}

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        return [*super().get_field_updates_for_resave(), *revision_fields(self.instance.latest_revision)]


class ChecksumForm(ModelForm):
    """The form of something without drafts, which brings back a checksum of what it showed when it was opened."""

    loaded_checksum = _hidden_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.is_bound:
            self.initial[LOADED_CHECKSUM] = checksum(self)


def revision_fields(revision: Revision | None) -> list[tuple[str, str]]:
    """Return the names and values of the fields with the version of an object with drafts."""
    if revision is None:
        return []
    return [(LOADED_REVISION, str(revision.pk)), (LOADED_MOMENT, revision.created_at.isoformat())]


def checksum(form: BaseForm) -> str:
    """Return a text that differs if anything that an unbound form shows of its object and its children differs."""
    shown = json.dumps(_shown(form), default=_plain, sort_keys=True)
    return sha256(shown.encode()).hexdigest()


def _shown(form: Any) -> list:
    values = {name: _keys(form.initial.get(name)) for name in form.fields if name != LOADED_CHECKSUM}
    formsets = getattr(form, "formsets", {})
    return [values, {name: [_shown(child) for child in formset.initial_forms] for name, formset in formsets.items()}]


def _keys(value: Any) -> Any:
    """Return the keys of related objects, which come in no certain order, and any other value as it is."""
    if not isinstance(value, (list, QuerySet)):
        return value
    keys = [item.pk if isinstance(item, Model) else item for item in value]
    return sorted(keys) if all(isinstance(key, int) for key in keys) else keys


def _plain(value: Any) -> Any:
    """Return a value of a field as something that JSON knows."""
    if isinstance(value, Model):
        return value.pk
    return sorted(value) if isinstance(value, (set, frozenset)) else str(value)
