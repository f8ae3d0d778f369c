"""A visit stores nothing, contacts no third party and causes no hidden errors."""

import pytest

from tests.browser.addresses import EVERY
from tests.chromium import Visit

ABORTED = "net::ERR_ABORTED"
LISTEN = """() => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", event => window.refused.push(event.violatedDirective));
}"""


def test_all_pages_in_one_visit(page):
    """A request to a third party fails the test when the visit ends."""
    page.context.add_init_script(f"({LISTEN})()")
    messages, failed = [], []
    page.on("console", lambda message: messages.append((page.url, message.type, message.text)))
    page.on("pageerror", lambda error: messages.append((page.url, "error", str(error))))
    # Chromium aborts loading the icon if the page is left immediately.
    page.on("requestfailed", lambda request: None if ABORTED in request.failure else failed.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    missing = {path for name, path in EVERY.items() if name.startswith("not found")}
    for path in EVERY.values():
        page.goto(path)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        assert page.evaluate("window.refused") == [], path
        assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0], path
    assert [entry for entry in messages if "404" not in entry[2]] == []
    assert {url for url in failed if not url.endswith(tuple(missing))} == set()
    assert page.context.cookies() == []


def visit_with_a_foreign_request(browser, demo_server):
    with Visit(browser, demo_server, bypass_csp=True) as page:
        page.goto("/de/")
        page.evaluate("fetch('https://example.org/x').catch(() => 0)")


def test_a_foreign_request_would_be_noticed(browser, demo_server):
    with pytest.raises(AssertionError, match="third party"):
        visit_with_a_foreign_request(browser, demo_server)


def test_a_policy_violation_would_be_noticed(page):
    page.goto("/de/")
    page.evaluate(LISTEN)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")
    page.wait_for_function("window.refused.length")


@pytest.mark.parametrize("path", ["/de/lebenslagen/rat-und-schutz/", "/en/life-situations/advice-and-protection/"])
def test_a_sensitive_page_can_be_left_quickly_and_leaves_nothing_in_caches(page, path):
    response = page.goto(path)
    assert "no-store" in response.headers["cache-control"]
    assert response.headers["referrer-policy"] == "no-referrer"
    exit_link = page.locator(".quick-exit a")
    assert "noreferrer" in exit_link.get_attribute("rel")
    assert exit_link.is_visible()
