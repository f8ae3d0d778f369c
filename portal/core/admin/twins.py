"""Points out, before saving, that a record of the same name in the same place is there already.

The person decides: a box in the message says that it is another one, and the record is saved. Saving by itself while
somebody types asks nothing.
"""

from typing import Any

from django.db.models import Model
from django.forms import ModelForm
from django.template.loader import render_to_string
from django.views import View
from wagtail.admin import messages
from wagtail.search.backends import get_search_backend
from wagtail.snippets.views.snippets import CreateView

from portal.core.drafts.conflicts import ConflictEditView
from portal.core.language.letters import sort_key
from portal.core.rights.choosable import choosable
from portal.core.rights.descriptions import described, description_of
from portal.core.rights.scope import edit_url

SEEN = "seen-twins"
MOST = 10
NAMES = ("name_de", "name_en", "name_original")
_MUTATED = {"ae": "a", "oe": "o", "ue": "u"}


class TwinNotice(View):
    """A view with a form for a record; its viewset says in `twin_columns` what twins have in common besides a name."""

    def is_valid(self, form: ModelForm) -> bool:
        if not super().is_valid(form):  # type: ignore[misc]  # it stands before a view of Wagtail
            return False
        view: Any = self
        if view.expects_json_response or not _is_new(form):
            return True
        twins = twins_of(form.instance, self.request.user)
        if not twins or self.request.POST.get(SEEN) == _keys(twins):
            return True
        self._show(twins)
        return False

    def _show(self, twins: list[Model]) -> None:
        lines = [(str(twin), described(twin), edit_url(type(twin), twin.pk)) for twin in twins]
        context = {"lines": lines, "name": SEEN, "value": _keys(twins)}
        messages.warning(self.request, render_to_string("core/twins.html", context))


class NamedCreateView(TwinNotice, CreateView):
    produced_error_message = None


class NamedEditView(TwinNotice, ConflictEditView):
    produced_error_message = None


def twins_of(record: Any, user: Any) -> list[Model]:
    """Return other records with one of the names of a record, in the same place, that the user may choose."""
    model = type(record)
    found: dict[Any, Model] = {}
    names = {_loose(name): name for name in _own_names(record)}
    others = description_of(model).prepare(choosable(user, model._default_manager.exclude(pk=record.pk)))
    for name in names.values():
        for other in get_search_backend().autocomplete(name, others)[:MOST]:
            if _are_in_one_place(record, other) and not names.keys().isdisjoint(map(_loose, _all_names(other))):
                found[other.pk] = other
    return list(found.values())


def _is_new(form: ModelForm) -> bool:
    """Tell whether a record was never public, or gets another name."""
    record: Any = form.instance
    was_never_public = getattr(record, "first_published_at", "") is None and not getattr(record, "live", False)
    return record.pk is None or was_never_public or not {*NAMES}.isdisjoint(form.changed_data)


def _are_in_one_place(record: Any, other: Any) -> bool:
    """Tell whether two records agree in the columns of their type, as far as both say something there."""
    columns = getattr(type(record).snippet_viewset, "twin_columns", ())
    pairs = [(getattr(record, column), getattr(other, column)) for column in columns]
    return all(not first or not second or first == second for first, second in pairs)


def _own_names(record: Any) -> list[str]:
    return [name for column in NAMES if (name := getattr(record, column, ""))]


def _all_names(record: Any) -> list[str]:
    """Return the names of a record, with its further and former ones."""
    further = record.names.all() if hasattr(record, "names") else ()
    return [*_own_names(record), *(name.value for name in further)]


def _loose(name: str) -> tuple[str, ...]:
    """Return the words of a name in any order, with umlauts and other marks left out however they are written."""
    text = sort_key(name)
    for written, letter in _MUTATED.items():
        text = text.replace(written, letter)
    return tuple(sorted(text.split()))


def _keys(twins: list[Model]) -> str:
    return ",".join(sorted(str(twin.pk) for twin in twins))
