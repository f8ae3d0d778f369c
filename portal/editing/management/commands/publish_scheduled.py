from typing import Any

from wagtail.management.commands import publish_scheduled

from portal.editing.publishing import publish_scheduled as publish


class Command(publish_scheduled.Command):
    """Replaces Wagtail's command, which ends at the first object that fails."""

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            super().handle(*args, **options)
        else:
            publish()
