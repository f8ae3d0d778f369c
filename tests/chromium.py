"""The system's Chromium or Chrome, driven by Playwright without a browser download."""

import os
import shutil
from contextlib import contextmanager

import pytest

# The shell first: it draws pages alone, where the whole browser draws its own tabs and toolbar for every test as well.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No background traffic: no update checks, no profile sync, no prefetching.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def launched():
    """Yield a Playwright browser; skip the test if no Chromium is installed."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("No Chromium here. On Debian: apt install chromium")
    from playwright.sync_api import sync_playwright

    # Chromium's sandbox needs a user that is not root.
    arguments = [*ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright runs an event loop in this thread, which Django would mistake for asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


def follow(link):
    """Click a link or button and wait until the next page has loaded; a click alone may return earlier."""
    with link.page.expect_navigation():
        link.click()


class Visit:
    """A visitor with a fresh browser context; yields a tab. Requests to third parties fail the test."""

    def __init__(self, browser, server, **options):
        self.context = browser.new_context(**{"base_url": server, "locale": "de-DE", **options})
        self.server, self.foreign = server, []
        self.context.route(lambda address: not address.startswith((server, "data:", "blob:")), self._refuse)

    def _refuse(self, route):
        self.foreign.append(route.request.url)
        route.abort()

    def __enter__(self):
        return self.context.new_page()

    def __exit__(self, failure, *details):
        self.context.close()
        assert failure or not self.foreign, f"asked a third party: {self.foreign}"
