"""What otherwise follows each save by itself: put off while much is loaded, and then done once for everything."""

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
from portal.translation import tracking
from portal.translation.models import Translation


@contextmanager
def put_off() -> Iterator[None]:
    """Let nothing follow a save; who has saved anything calls `catch_up` in the end."""
    with ExitStack() as pauses:
        for pause in (disable_reference_index_auto_update, tracking.paused, search_tracking.paused, _no_index):
            pauses.enter_context(pause())
        pauses.enter_context(content_version.moved_once())
        yield


def catch_up() -> None:
    """Do what was put off, of all that is there: what the migrations made can be found afterwards, too."""
    content_version.forget()  # what was read while things were loaded is not the whole
    call_command("rebuild_references_index", verbosity=0)
    call_command("wagtail_update_index", verbosity=0)
    tracking.rebuild()
    _confirm_identical()
    writing.rebuild()


@contextmanager
def _no_index() -> Iterator[None]:
    """Keep the index behind the search fields of the admin as it is; Wagtail has no switch for that."""
    models = [model for model in get_indexed_models() if post_save.disconnect(post_save_signal_handler, sender=model)]
    try:
        yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


def _confirm_identical() -> None:
    """Say of names that are the same in both languages that they are meant so."""
    for translation in Translation.objects.filter(is_identical=True, is_same_on_purpose=False):
        translation.confirm(same_on_purpose=True)
        translation.save()
