"""Actions on several records of a list at once.

An action says what it does and with which right; its page names the records, and those that it leaves out. An app
registers its own with Wagtail's hook `register_bulk_action`.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import Form
from django.http import HttpRequest
from django.urls import resolve
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from portal.core.rights.choosable import readable_of
from portal.core.rights.forms import narrow
from portal.core.rights.scope import list_url, policy_of


def keys_in_list(model: Any, request: HttpRequest) -> list[Any]:
    """Return the keys of all records that a list shows with the filters and the search in the query of a request."""
    listing: Any = resolve(list_url(model)).func
    view = listing.view_class(**listing.view_initkwargs)
    view.setup(request)
    return [record.pk for record in view.get_queryset()]


class FilteredSelection:
    """“All” means all that the list shows, filtered as it is; with Wagtail's snippets it means all there are."""

    model: type[Model]
    request: HttpRequest

    def get_all_objects_in_listing_query(self, parent_id: Any) -> list[Any]:
        return keys_in_list(self.model, self.request)


class RecordBulkAction(FilteredSelection, SnippetBulkAction):
    """Changes records one by one: `change` returns whether it has changed one, or raises ValidationError."""

    template_name = "core/bulk_action.html"
    needs = "change"  # the right on each record
    question: Promise | str = ""

    @classmethod
    def needs_for(cls, model: type[Model]) -> str:
        """Return the right that is needed on a record of a type."""
        return cls.needs

    def check_perm(self, record: Model) -> bool:
        needs = self.needs_for(self.model)
        return policy_of(self.model).user_has_permission_for_instance(self.request.user, needs, record)

    @cached_property
    def _actionable_objects(self) -> tuple[list[Model], dict[str, list[Model]]]:
        objects, refused = super().get_actionable_objects()
        return objects, {key: readable_of(self.request.user, records) for key, records in refused.items()}

    def get_actionable_objects(self) -> tuple[list[Model], dict[str, list[Model]]]:
        return self._actionable_objects

    def get_form(self, form_class: Any = None) -> Form:
        form = super().get_form(form_class)
        for field in form.fields.values():
            narrow(field, self.request.user)
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "action": self}

    @classmethod
    def execute_action(cls, objects: list[Model], **kwargs: Any) -> tuple[int, int]:
        action = kwargs["self"]
        return sum(action.is_changed(record) for record in objects), 0

    def is_changed(self, record: Model) -> bool:
        """Tell whether the record was changed; say why, where it does not allow that."""
        try:
            return self.change(record)
        except ValidationError as error:
            words = {"title": record, "reason": " ".join(error.messages)}
            messages.error(self.request, _("“%(title)s” was left as it is. %(reason)s") % words)
            return False

    def change(self, record: Any) -> bool:
        raise NotImplementedError

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        words = ngettext("%(count)d record was changed.", "%(count)d records were changed.", num_parent_objects)
        return words % {"count": num_parent_objects}
