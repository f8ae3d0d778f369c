"""Templates print only defined variables, and no mark-up in titles and attributes, even without English texts."""

import re
from collections import defaultdict

import pytest
from bs4 import BeautifulSoup
from django.contrib.postgres.fields import ArrayField
from django.test import Client
from modeltranslation.translator import translator

from portal.core import content_version

MARK = re.compile(r"!![\w.]*!!")  # of tests.site.walk
PER_SHAPE = 3  # pages of one kind that are fetched


@pytest.fixture
def crawl(demo_content):
    """Return a function that crawls from an address and returns HTML by address, a few pages of each URL shape."""

    def crawled(start: str) -> dict[str, str]:
        content_version.forget()
        client, pages, waiting, shapes = Client(), {}, [start], defaultdict(set)
        while waiting:
            address = waiting.pop(0)
            segments = address.partition("?")[0].strip("/").split("/")
            shape = shapes[segments[0], len(segments), tuple(segments[1:2]), "?" in address]
            if address in shape or len(shape) >= PER_SHAPE:
                continue
            shape.add(address)
            response = client.get(address)
            if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
                pages[address] = response.content.decode()
                links = BeautifulSoup(pages[address], "html.parser").select(f"a[href^='{start}']")
                waiting += [link["href"].partition("#")[0] for link in links]
        return pages

    return crawled


def test_no_template_prints_a_variable_that_is_not_there(walk):
    printed = {(page.address, name) for page in walk.pages for name in MARK.findall(page.body)}
    assert printed == set()


@pytest.mark.walk
def test_without_any_english_text_no_mark_up_gets_into_titles_attributes_and_options(crawl):
    for model in translator.get_registered_models(abstract=False):
        names = [f"{name}_en" for name in translator.get_options_for_model(model).fields if name != "slug"]
        empty = {name: [] if isinstance(model._meta.get_field(name), ArrayField) else "" for name in names}
        model._default_manager.update(**empty)
    pages = crawl("/en/")
    assert len(pages) > 30
    assert sum('<span lang="de">' in text for text in pages.values()) > 20
    for address, text in pages.items():
        soup = BeautifulSoup(text, "html5lib")
        assert "<" not in soup.title.get_text(), address
        assert [option for option in soup.select("option") if option.find(True)] == [], address
        values = [(tag.name, name, value) for tag in soup.find_all(True) for name, value in tag.attrs.items()]
        assert [attribute for attribute in values if "<" in str(attribute[2])] == [], address
