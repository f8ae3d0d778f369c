"""Synthetic records in bulk, to see how the site bears them.

Each app that can makes its own: a module `volume` beside its models with `make(count, progress)` and `remove()`.
Nothing of the running site imports those modules; they are found by their names, here alone.
"""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Create invented records in bulk, marked as such, or remove them again."

    def add_arguments(self, parser):
        for name in volumes():
            parser.add_argument(f"--{name}", type=int, default=0, metavar="N", help=f"so many {name} in all")
        parser.add_argument("--remove", action="store_true", help="remove all that this command ever made")

    def handle(self, *, remove, verbosity, **options):
        if not settings.DEMO:
            raise CommandError("This is no demonstration (settings.DEMO is off): invented records stay out.")
        for name, module in volumes().items():
            if remove:
                self.stdout.write(f"{name}: {module.remove()} removed")
            elif options[name]:
                self.stdout.write(f"{name}: {module.make(options[name], self._progress(verbosity))} created")

    def _progress(self, verbosity):
        def report(done: int, total: int):
            if verbosity and self.stderr.isatty():
                self.stderr.write(f"\r{done:>9} of {total}", ending="", style_func=str)

        return report


def volumes() -> dict:
    """Return the modules that make records in bulk by the label of their app."""
    apps_of_ours = [app for app in apps.get_app_configs() if find_spec(f"{app.name}.volume")]
    return {app.label: import_module(f"{app.name}.volume") for app in apps_of_ours}
