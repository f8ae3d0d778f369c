"""Defers what follows each save (indexes, translations, search documents) and does it once after a bulk load."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.core import content_version
from portal.search import tracking as search_tracking
from portal.search import writing
from portal.translation import selectors, tracking
from portal.translation.models import Translation


@contextmanager
def deferred() -> Iterator[None]:
    """Let nothing follow a save; whoever has saved anything calls `update_everything` afterwards."""
    with ExitStack() as pauses:
        for pause in (disable_reference_index_auto_update, tracking.paused, search_tracking.paused, _index_paused):
            pauses.enter_context(pause())
        yield


def update_everything() -> None:
    """Update indexes, translations and search documents of all objects, including those that migrations created."""
    content_version.forget()  # what was cached during the load is incomplete
    call_command("rebuild_references_index", verbosity=0)
    call_command("wagtail_update_index", verbosity=0)
    tracking.rebuild()
    _confirm_identical()
    writing.rebuild()


@contextmanager
def _index_paused() -> Iterator[None]:
    """Do not update the search index of the admin; Wagtail has no setting for that."""
    models = [model for model in get_indexed_models() if post_save.disconnect(post_save_signal_handler, sender=model)]
    try:
        yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


def _confirm_identical() -> None:
    """Confirm texts that are the same in both languages, such as names: nobody has left them in German by mistake."""
    for translation in Translation.objects.filter(missing__gt=0):
        if same := selectors.same_texts(translation):
            tracking.confirm_same(translation, same)
