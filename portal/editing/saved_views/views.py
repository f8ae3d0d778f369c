"""Saving, renaming, sharing and deleting views of lists, and choosing the columns of a list."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from portal.core.admin.columns import choose_columns
from portal.core.admin.staff_page import StaffPageView
from portal.core.rights.subjects import EVERYBODY
from portal.editing.saved_views.forms import NewViewForm, SavedViewForm
from portal.editing.saved_views.selectors import may_open, own_views


class SavedViewsView(StaffPageView):
    """The user's own views, each with a form for its name and group, and a button that deletes it."""

    subject = EVERYBODY
    template_name = "saved_views/page.html"
    page_title = gettext_lazy("Saved views")
    header_icon = "list-ul"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        forms = [SavedViewForm(user, instance=view) for view in own_views(user).order_by("path", "name", "pk")]
        return {**super().get_context_data(**kwargs), "forms": forms}


@require_POST
def save_view(request: HttpRequest) -> HttpResponseRedirect:
    """Save the list, as it is shown, under a name, and return to it."""
    form = NewViewForm(request.user, request.POST)
    if not form.is_valid():
        return _refused(request, form)
    view = form.save()
    messages.success(request, _("“%(name)s” is saved. You find it here and on the start page.") % {"name": view.name})
    return redirect(view.url)


@require_POST
def change_view(request: HttpRequest, key: int) -> HttpResponseRedirect:
    """Store the name and the group of one's own view."""
    form = SavedViewForm(request.user, request.POST, instance=get_object_or_404(own_views(request.user), pk=key))
    if not form.is_valid():
        return _refused(request, form)
    try:
        with transaction.atomic():
            view = form.save()
    except IntegrityError:
        messages.error(request, _("You have another view of this list with that name."))
    else:
        messages.success(request, _("“%(name)s” is saved.") % {"name": view.name})
    return redirect("editing_saved_views")


@require_POST
def delete_view(request: HttpRequest, key: int) -> HttpResponseRedirect:
    """Delete one's own view."""
    view = get_object_or_404(own_views(request.user), pk=key)
    view.delete()
    messages.success(request, _("“%(name)s” is deleted; the list stays as it is.") % {"name": view.name})
    return redirect("editing_saved_views")


@require_POST
def save_columns(request: HttpRequest) -> HttpResponseRedirect:
    """Keep which columns of a list the user wants to see, and return to it; raises PermissionDenied for no list."""
    path, query = request.POST.get("path", ""), request.POST.get("query", "")
    if not may_open(request.user, path):
        raise PermissionDenied
    choose_columns(request.user, path, request.POST.getlist("columns"))
    return redirect(f"{path}?{query}" if query else path)


def _refused(request: HttpRequest, form: SavedViewForm) -> HttpResponseRedirect:
    """Say why a view cannot be saved, and return to where it was named."""
    for field, errors in form.errors.items():
        messages.error(request, f"{form.fields[field].label}: {' '.join(map(str, errors))}")
    path, query = form.cleaned_data.get("path"), form.cleaned_data.get("query")
    return redirect(f"{path}?{query}" if path else "editing_saved_views")


for _view in (save_view, change_view, delete_view, save_columns):
    vars(_view)["subject"] = EVERYBODY  # they ask for the right on the very view or list
