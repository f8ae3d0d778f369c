"""Forms whose fields offer and name only the records that the user may choose."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from django.db.models import Model, Q
from django.forms import CheckboxSelectMultiple, ModelChoiceField, Select
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import RevisionMixin

from portal.core.drafts.versions import ChecksumForm
from portal.core.models import label_of
from portal.core.rights.choosable import User, choosable, may_read_all
from portal.core.rights.choosers import ReadableChooser, hidden_name
from portal.core.rights.policies import OwnedPermissionPolicy

LISTS = (CheckboxSelectMultiple, Select)


class ChoosingForm(WagtailAdminModelForm):
    """The form of a record or of its children.

    What the record refers to already stays, whoever saves it; where the user may not read it, it has no name here.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            narrow(field, self.for_user, self.initial.get(name))
            share_choices(field, self.for_user, self.initial.get(name))


def narrow(field: Any, user: User | None, initial: Any = None) -> None:
    """Let a field for records offer what the user may choose, and what it holds already; other fields stay.

    The records have their names in the language of the interface.
    """
    if not isinstance(field, ModelChoiceField) or field.queryset is None:
        return
    if not hasattr(field.queryset.model, "snippet_viewset"):
        return
    _name_in_language_of_interface(field)
    if isinstance(field.widget, ReadableChooser):
        field.widget.user = user
    model = field.queryset.model
    if user is not None and may_read_all(user, model):
        return
    chosen = _keys(initial)
    allowed = choosable(user, model._default_manager.order_by()).values("pk")
    field.queryset = field.queryset.filter(Q(pk__in=allowed) | Q(pk__in=chosen))
    if chosen:
        named = choosable(user, model._base_manager.filter(pk__in=chosen).order_by()).values_list("pk", flat=True)
        _hide_names(field, set(chosen) - set(named))


def share_choices(field: Any, user: User | None, initial: Any = None) -> None:
    """Let all fields of a request that list the same records read them once. What was read is kept on `user`.

    Records that the form has as its initial value already are not read again either.
    """
    if user is None or not isinstance(field, ModelChoiceField) or not isinstance(field.widget, LISTS):
        return
    keeper: Any = user  # no model declares the attribute: only this function uses it
    if not hasattr(keeper, "_listed_records"):
        keeper._listed_records = {}
    read = getattr(initial, "_result_cache", None) or (initial if isinstance(initial, list) else [])
    known = {record.pk: record for record in read if isinstance(record, Model)}
    shared: Any = field
    shared.iterator = partial(SharedChoices, listed=keeper._listed_records, known=known)
    shared.widget.choices = shared.choices


class SharedChoices(ModelChoiceIterator):
    """The choices of a field: `listed` holds records by the query that found them, `known` some by their keys."""

    def __init__(self, field: Any, listed: dict[str, list[Model]], known: dict[Any, Model]) -> None:
        super().__init__(field)
        self.listed, self.known = listed, known

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        query = str(self.queryset.query)
        if query not in self.listed:
            self.listed[query] = list(self.queryset)
        yield from map(self.choice, self.listed[query])

    def chosen(self, keys: Iterable[int]) -> list[tuple[Any, Any]]:
        """Return the choices with these keys, in the order of the list: one query at most."""
        wanted = set(keys)
        if wanted <= self.known.keys():
            return [self.choice(record) for key, record in self.known.items() if key in wanted]
        return [self.choice(record) for record in self.queryset.filter(pk__in=wanted)]


def _name_in_language_of_interface(field: Any) -> None:
    field.label_from_instance = label_of


def _hide_names(field: Any, keys: set[Any]) -> None:
    label = field.label_from_instance
    field.label_from_instance = lambda record: hidden_name() if record.pk in keys else label(record)


def _keys(value: Any) -> list[Any]:
    """Return the keys in the initial value of a field: one object or several, or their keys."""
    if value is None or value == "":
        return []
    values = [value] if isinstance(value, (Model, int, str)) else value
    return [getattr(item, "pk", item) for item in values]


class OwnerForm(ChoosingForm):
    """Refuses an owner whose records the user may not write: the form offers all of them."""

    permission_policy: OwnedPermissionPolicy

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        owner = self.permission_policy.owner
        if owner not in self.errors and not self.permission_policy.may_write_for(self.for_user, values.get(owner)):
            self.add_error(owner, _("Choose one of the units that you work for."))
        return values


def guarded_form_class(base: type[WagtailAdminModelForm] | None, policy: Any) -> type[ChoosingForm]:
    """Return a form class, derived from `base`, that narrows its fields, and checks the owner and the version."""
    bases: tuple[type, ...] = (base or WagtailAdminModelForm,)
    if not issubclass(policy.model, RevisionMixin):
        bases = (ChecksumForm, *bases)
    name = bases[-1].__name__
    if isinstance(policy, OwnedPermissionPolicy):
        return type(f"Owned{name}", (OwnerForm, *bases), {"permission_policy": policy})
    return type(f"Choosing{name}", (ChoosingForm, *bases), {})
