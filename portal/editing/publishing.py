"""Publishes what is scheduled and ends what has expired, each object by itself."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from portal.core.one_by_one import OneByOne
from portal.core.rights.turns import hold


def publish_scheduled() -> None:
    """End and publish what is due; raises the first error when everything else is done.

    Wagtail's own command ends at the first object that fails, and again in each round.
    """
    work = OneByOne()
    for instance in _expired():
        with work.piece(f"Ending {instance._meta.label} {instance.pk}"):
            _end(type(instance), instance.pk)
    for revision in Revision.objects.filter(_is_due()).order_by("approved_go_live_at"):
        with work.piece(f"Publishing {revision.content_type} {revision.object_id}"):
            _publish(revision)
    work.end()


def _end(model: Any, key: Any) -> None:
    hold(model, Q(pk=key))
    # Read again: somebody may have saved it while this waited.
    for instance in model.objects.filter(_has_expired(), pk=key):
        instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(revision: Revision) -> None:
    hold(revision.base_content_type.model_class(), Q(pk=revision.object_id))
    for due_revision in Revision.objects.filter(_is_due(), pk=revision.pk):
        due_revision.publish(log_action="wagtail.publish.scheduled")


def _is_due() -> Q:
    return Q(approved_go_live_at__lt=timezone.now())


def _has_expired() -> Q:
    return Q(live=True, expire_at__lt=timezone.now())


def _expired() -> Iterator[Any]:
    """Yield the public pages and records whose end has passed."""
    records = [
        model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    for model in (Page, *records):
        yield from list(model.objects.filter(_has_expired()).order_by("expire_at"))
