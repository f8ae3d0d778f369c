"""The pages that join a duplicate into a record, with a preview of what moves, and that undo it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Field, Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView

from portal.core.admin.deletion import Kept, described
from portal.core.admin.twins import NamedEditView
from portal.core.drafts.changes import display_value
from portal.core.joining import joins, moving
from portal.core.models import Join
from portal.core.rights.choosers import ReadableChooser
from portal.core.rights.forms import narrow
from portal.core.rights.guard import GuardedViewSet
from portal.core.rights.scope import policy_of

NOT_COMPARED = {"slug_de", "slug_en", "go_live_at", "expire_at", "live"}


@dataclass(frozen=True)
class Moving:
    """What moves of one type, and in which role."""

    label: str
    records: Kept


@dataclass(frozen=True)
class Difference:
    """A field in which the duplicate says something else: this is not taken over."""

    label: str
    kept: str
    lost: str


class JoinView(EditView):
    """Asks for the duplicate, shows what would move, and joins the two by POST."""

    needs = ("delete",)
    template_name = "core/join.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kept = get_object_or_404(self.model, pk=kwargs["pk"])
        form = duplicate_form(request, kept)
        duplicate = form.cleaned_data["duplicate"] if form.is_bound and form.is_valid() else None
        if request.method == "POST" and duplicate and self._join(kept, duplicate, form):
            return redirect(address_of(kept, "join"))
        context: dict[str, Any] = {"form": form, "object": kept, "duplicate": duplicate, "media": form.media}
        if duplicate:
            context |= {"moving": moving_to(kept, duplicate, request.user), "differences": differences(kept, duplicate)}
        context["joins"] = [
            {"join": done, "url": address_of(kept, "undo_join", done.pk)} for done in joins.joins_of(kept)
        ]
        return TemplateResponse(request, self.template_name, context)

    def _join(self, kept: Model, duplicate: Model, form: forms.Form) -> bool:
        """Join the two and return True, or add the error to the form and return False."""
        try:
            done = joins.join(kept, duplicate, self.request.user)
        except ValidationError as error:
            form.add_error("duplicate", error)
            return False
        words = {"duplicate": done.name, "name": kept}
        messages.success(self.request, _("“%(duplicate)s” is part of “%(name)s” now. “Undo” takes it back.") % words)
        return True


class UndoJoinView(EditView):
    """Undoes a join by POST; a GET changes nothing."""

    needs = ("delete",)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kept = get_object_or_404(self.model, pk=kwargs["pk"])
        done = get_object_or_404(joins.joins_of(kept), pk=kwargs["join"])
        if request.method == "POST":
            self._undo(done)
        return redirect(address_of(kept, "join"))

    def _undo(self, done: Join) -> None:
        try:
            record = joins.undo(done, self.request.user)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
        else:
            button = messages.button(address_of(record, "edit"), _("Edit"))
            message = _("“%(name)s” is a record of its own again.") % {"name": record}
            messages.success(self.request, message, buttons=[button])


class JoinableEditView(NamedEditView):
    """An edit form with a button that leads to joining."""

    @property
    def header_more_buttons(self) -> list[Button]:
        buttons = super().header_more_buttons
        if not policy_of(self.model).user_has_permission_for_instance(self.request.user, "delete", self.object):
            return buttons
        url = address_of(self.object, "join")
        return [*buttons, Button(_("Join a duplicate"), url=url, icon_name="plus-inverse", priority=14)]


class JoinableViewSet(GuardedViewSet):
    """Adds the addresses of joining to a type that is registered in `portal.core.joining.joins`."""

    edit_view_class = JoinableEditView

    def get_urlpatterns(self) -> list[URLPattern]:
        options = {"permission_policy": self.permission_policy}
        return [
            *super().get_urlpatterns(),
            path("join/<str:pk>/", self.construct_view(JoinView, **options), name="join"),
            path("join/<str:pk>/undo/<int:join>/", self.construct_view(UndoJoinView, **options), name="undo_join"),
        ]


def duplicate_form(request: HttpRequest, kept: Model) -> forms.Form:
    """Return the form for choosing the duplicate: bound to the address, or to what was posted."""
    model = type(kept)
    deletable = policy_of(model).instances_user_has_any_permission_for(request.user, {"delete"})
    field = forms.ModelChoiceField(
        deletable.exclude(pk=kept.pk),
        label=gettext_lazy("The duplicate, which will be gone"),
        widget=ReadableChooser(model),
        error_messages={"invalid_choice": gettext_lazy("Choose another record that you may delete.")},
    )
    narrow(field, request.user)
    data = request.POST if request.method == "POST" else request.GET
    form = forms.Form(data if "duplicate" in data else None)
    form.fields["duplicate"] = field
    return form


def moving_to(kept: Model, duplicate: Model, user: Any) -> list[Moving]:
    """Return what would move, by type and role, as far as the user may see it."""
    found = []
    for field in moving.keys_to(type(kept)):
        rows = list(moving.rows_of(field, duplicate))
        if rows:
            found.append(Moving(_role(field), described(user, rows)))
    for relation in moving.relations_of(type(kept)):
        if relation.model is type(kept):
            rows = list(getattr(duplicate, relation.name).all())
        else:
            rows = list(moving.rows_of(relation, duplicate))
        if rows:
            found.append(Moving(_role(relation), described(user, rows)))
    return found


def differences(kept: Model, duplicate: Model) -> list[Difference]:
    """Return the fields in which the duplicate says something that the record that is kept does not."""
    found = []
    for field in kept._meta.concrete_fields:
        if field.editable and not field.primary_key and field.name not in NOT_COMPARED:
            texts = [display_value(field, getattr(record, field.name)) for record in (kept, duplicate)]
            if texts[1] and texts[0] != texts[1]:
                found.append(Difference(capfirst(str(field.verbose_name)), *texts))
    return found


def address_of(record: Any, name: str, *more: Any) -> str:
    return reverse(record.snippet_viewset.get_url_name(name), args=[record.pk, *more])


def _role(field: Field) -> str:
    kind = capfirst(str(field.model._meta.verbose_name_plural))
    return f"{kind} ({field.verbose_name})"
