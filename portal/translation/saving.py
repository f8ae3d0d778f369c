"""Saves what a translator wrote as the edit form of the page or record would: with its version, log entry and hooks."""

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.http import HttpRequest
from wagtail import hooks
from wagtail.log_actions import log
from wagtail.models import Page, Revision, WorkflowState

from portal.core.drafts.changes import CHANGES, Snapshot, changes
from portal.translation.english import PUBLISH, SAVE, SUBMIT, English


def save(request: HttpRequest, english: English, action: str) -> None:
    """Save the English in memory, and publish or submit it; raises ValidationError where it is not complete for that.

    Has to run in the transaction in which the English was read for saving.
    """
    _take_address_from_title(english)
    if english.has_drafts:
        _save_draft(english.instance, request.user, action)
    else:
        _save_at_once(english.instance, request.user)
    for hook in hooks.get_hooks("after_edit_page" if isinstance(english.instance, Page) else "after_edit_snippet"):
        hook(request, english.instance)


def _take_address_from_title(english: English) -> None:
    """Let Wagtail make a slug from the English title as long as the draft has that of its German."""
    page = english.instance
    if isinstance(page, Page) and page.first_published_at is None and page.slug.startswith(english.german.slug):
        page.slug = ""


def _save_draft(instance: Any, user: AbstractUser | AnonymousUser, action: str) -> None:
    if action != SAVE:
        instance.full_clean()
    elif isinstance(instance, Page):
        instance.minimal_clean()
    else:
        instance.clean()
    if not instance.live:
        instance.save()
    revision = instance.save_revision(user=user, log_action=True, clean=False)
    if action == PUBLISH:
        _publish(revision, user)
    elif action == SUBMIT:
        _submit(instance, user)


def _publish(revision: Revision, user: AbstractUser | AnonymousUser) -> None:
    revision.publish(user=user, skip_permission_checks=True)  # the view has asked for the right


def _submit(instance: Any, user: AbstractUser | AnonymousUser) -> None:
    state = instance.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user)
    else:
        instance.get_workflow().start(instance, user)


def _save_at_once(record: Any, user: AbstractUser | AnonymousUser) -> None:
    record.full_clean()
    before = Snapshot(type(record)._base_manager.get(pk=record.pk))
    record.save()
    changed = changes(before, Snapshot(type(record)._base_manager.get(pk=record.pk)))
    log(record, "wagtail.edit", user=user, data={CHANGES: changed} if changed else None)
