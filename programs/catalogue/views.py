"""The admin's views of programmes: changing a deadline, and where that is offered."""

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from wagtail.admin.userbar import BaseItem
from wagtail.admin.widgets.button import Button

from portal.core.admin.acting import ActForm, ActView
from portal.core.admin.listings import NamedIndexView
from portal.core.drafts.conflicts import ConflictEditView
from portal.core.language.bilingual import ENGLISH, GERMAN
from portal.core.rights import scope
from programs.catalogue import deadlines
from programs.catalogue.availability import availability
from programs.catalogue.deadline_form import DeadlineForm
from programs.models import Program

CHANGE_DEADLINE = gettext_lazy("Change a deadline")


class DeadlineView(ActView):
    """The days of applying alone, with the sentences that visitors will read."""

    verb = CHANGE_DEADLINE
    form_class = DeadlineForm

    @property
    def refusal(self) -> str:  # type: ignore[override]
        return deadlines.obstacle(self.object, self.request.user)

    def is_possible(self) -> bool:
        return not self.refusal

    def get_form_kwargs(self) -> dict[str, Any]:
        version = deadlines.edited_version(self.object, self.request.user)
        return {**super().get_form_kwargs(), "program": version}

    def get_effects(self, form: Any) -> list[str]:
        return [*visitors_read(form.preview()), self._when()]

    def act(self, form: Any) -> str:
        deadlines.change_days(self.object, self.request.user, form.changed_days())
        if self._is_direct:
            return _("The dates of “%(name)s” are changed.") % {"name": self.object}
        return _("The dates of “%(name)s” are changed in the draft.") % {"name": self.object}

    def get_back_url(self) -> str:
        return scope.edit_url(Program, self.object.pk)

    def get_success_url(self) -> str:
        return scope.list_url(Program)

    def get_undo_url(self) -> str:
        return _url("undo_deadlines", self.object) if self._is_direct else ""

    @property
    def _is_direct(self) -> bool:
        return self.object.live and deadlines.may_publish(self.request.user, self.object)

    def _when(self) -> str:
        if self._is_direct:
            return _("Visitors read it at once.")
        if deadlines.workflow_for(self.object, self.request.user):
            return _("Visitors read it once it is approved: the change is submitted for approval.")
        return _("Visitors read it once the draft is published.")


class UndoDeadlineView(DeadlineView):
    """Takes the last change of the days back."""

    verb = gettext_lazy("Take the dates back")
    form_class = ActForm  # type: ignore[assignment]

    @property
    def refusal(self) -> str:  # type: ignore[override]
        if deadlines.last_change(self.object, self.request.user) is None:
            return _("There is nothing to take back: the dates were changed since.")
        return super().refusal

    def get_form_kwargs(self) -> dict[str, Any]:
        return super(DeadlineView, self).get_form_kwargs()

    def get_effects(self, form: Any) -> list[str]:
        version = deadlines.edited_version(self.object, self.request.user)
        if entry := deadlines.last_change(self.object, self.request.user):
            deadlines.set_days(version, deadlines.earlier_days(entry))
        return [*visitors_read(version), self._when()]

    def act(self, form: Any) -> str:
        deadlines.undo(self.object, self.request.user)
        return _("Taken back: everything is as it was before.")

    def get_undo_url(self) -> str:
        return ""


class ProgramIndexView(NamedIndexView):
    def get_list_more_buttons(self, instance: Program) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        return [*buttons, deadline_button(instance)] if self._may("change", instance) else buttons


class ProgramEditView(ConflictEditView):
    @property
    def header_more_buttons(self) -> list[Button]:
        return [*super().header_more_buttons, deadline_button(self.object)]


class DeadlineItem(BaseItem):
    """The way from the public page of a programme to its days, in the bar of staff."""

    template_name = "programs/admin/userbar_deadline.html"

    def __init__(self, program: Program) -> None:
        self.label, self.url = CHANGE_DEADLINE, _url("deadlines", program)


def deadline_button(program: Program) -> Button:
    return Button(CHANGE_DEADLINE, url=_url("deadlines", program), icon_name="calendar-alt", priority=15)


def visitors_read(program: Program) -> list[str]:
    """Return what visitors read about applying, in German and in English."""
    frames = {GERMAN: _("In German: “%(words)s”"), ENGLISH: _("In English: “%(words)s”")}
    return [frame % {"words": _availability_words(program, language)} for language, frame in frames.items()]


def _availability_words(program: Program, language: str) -> str:
    with override(language):
        state = availability(program)
        return ", ".join(part for part in (capfirst(state.label), state.sentence) if part)


def _url(name: str, program: Program) -> str:
    return reverse(Program.snippet_viewset.get_url_name(name), args=[quote(program.pk)])
