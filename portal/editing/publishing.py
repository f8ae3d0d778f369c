"""Publishes what is scheduled and ends what has expired, each object by itself."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from portal.core.one_by_one import OneByOne


def publish_scheduled() -> None:
    """End and publish what is due; raises the first error when everything else is done.

    Wagtail's own command ends at the first object that fails, and again in each round.
    """
    work = OneByOne()
    for instance in _expired():
        with work.piece(f"Ending {instance._meta.label} {instance.pk}"):
            instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at"):
        with work.piece(f"Publishing {revision.content_type} {revision.object_id}"):
            revision.publish(log_action="wagtail.publish.scheduled")
    work.end()


def _expired() -> Iterator[Any]:
    """Yield the public pages and records whose end has passed."""
    records = [
        model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    for model in (Page, *records):
        yield from list(model.objects.filter(live=True, expire_at__lt=timezone.now()).order_by("expire_at"))
