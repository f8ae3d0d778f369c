"""Wagtail's background tasks after each save are logged only when they fail."""

import logging


def test_only_warnings_of_background_tasks_are_logged(settings):
    assert settings.LOGGING["loggers"]["django_tasks"]["level"] == "WARNING"
    assert not logging.getLogger("django_tasks").isEnabledFor(logging.INFO)
