"""No cookies, no third parties, nothing inline, at any address and on error pages."""

import pytest
from django.test import Client

from tests.site.walk import ROOT, fetch

SOURCES = {
    **dict.fromkeys(("img", "script", "source", "iframe", "embed", "audio", "video", "track"), ("src", "srcset")),
    "link": ("href",),
    "form": ("action",),
    "button": ("formaction",),
    "object": ("data",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "base": ("href",),
}
INLINE_SCRIPT = 'script:not([src], [type="application/ld+json"])'  # JSON-LD is data, not script
ELSEWHERE = ("/", "/de/nichts-da/", "/en/nothing-here/", "/fr/", "/robots.txt", "/livez", "/de/specimen/")


def everything(walk):
    return [*walk.answers.values(), *(fetch(address) for address in ELSEWHERE)]


def test_nothing_is_inline(walk):
    for page in walk.pages:
        assert page.soup.select(f"style, [style], {INLINE_SCRIPT}, base, iframe, meta[http-equiv]") == [], page.address
        handlers = [name for tag in page.soup.find_all(True) for name in tag.attrs if name.startswith("on")]
        assert handlers == [], page.address
        assert page.soup.select('[href^="javascript:" i], [href^="data:" i], [src^="data:" i]') == [], page.address


def test_everything_a_page_is_made_of_comes_from_here(walk):
    for page in walk.pages:
        for element in page.soup.find_all(list(SOURCES)):
            for value in filter(None, map(element.get, SOURCES[element.name])):
                for candidate in value.split(", "):
                    assert page.absolute(candidate).startswith(f"{ROOT}/"), (page.address, element)


def test_style_sheets_and_icons_ask_nobody_else(demo_content):
    for link in fetch("/de/").soup.select('link[rel="stylesheet"], link[rel="icon"]'):
        content = Client().get(link["href"]).getvalue().decode().replace("http://www.w3.org/2000/svg", "")
        assert "//" not in content, link["href"]  # no address of another site, with or without its scheme
        assert "@import" not in content


def test_no_cookie_is_set(walk):
    assert {answer.address for answer in everything(walk) if answer.cookies or "Set-Cookie" in answer.headers} == set()


def test_no_page_varies_by_cookie(walk):
    assert {page.address for page in walk.pages if "Cookie" in page.headers.get("Vary", "")} == set()


@pytest.mark.parametrize(
    "part", ["default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'self'"]
)
def test_the_policy_says_what_a_browser_may_load(walk, part):
    assert {answer.address for answer in everything(walk) if part not in policy(answer)} == set()


def test_the_policy_has_no_exception(walk):
    for answer in everything(walk):
        assert "unsafe" not in policy(answer), answer.address
        assert "*" not in policy(answer), answer.address
        assert "http" not in policy(answer), answer.address


def policy(answer):
    return answer.headers.get("Content-Security-Policy", "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Permissions-Policy", "geolocation=()"),
        ("Permissions-Policy", "camera=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "no-referrer"),
    ],
)
def test_a_browser_is_told_to_be_careful(walk, name, value):
    headers = {answer.address: answer.headers.get(name, "") for answer in everything(walk)}
    if name == "Referrer-Policy":  # stricter on sensitive pages
        headers = {
            address: header
            for address, header in headers.items()
            if header not in ("strict-origin-when-cross-origin", "same-origin")
        }
    assert {address: header for address, header in headers.items() if value not in header} == {}
