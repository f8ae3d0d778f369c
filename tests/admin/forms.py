"""Edit forms as a browser handles them: read from the page, filled in and submitted as a whole."""

import json
from functools import cached_property

from bs4 import BeautifulSoup, Tag
from django.http import QueryDict

from tests.admin.fields import FieldReader


class Form:
    """The fields of an edit form with their current values: a list of values for each name."""

    def __init__(self, client, url, html):
        self.client, self.url, self.html = client, url, html
        fields = FieldReader(html)
        assert fields.has_form, "there is no edit form on this page"
        self.values, self.templates = fields.values, fields.templates

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page without the templates of empty children; parsed lazily, since most tests need only the values."""
        page = BeautifulSoup(self.html, "html.parser")
        for template in page.select("form template"):
            template.extract()
        return page

    @cached_property
    def elements(self) -> dict[str, Tag]:
        """The first element of each name."""
        return {element["name"]: element for element in reversed(self.soup.find_all(attrs={"name": True}))}

    @classmethod
    def open(cls, client, url):
        response = client.get(url)
        assert response.status_code == 200, response.status_code
        return cls(client, url, response.content.decode())

    def __getitem__(self, name):
        return self.values[name][0]

    def __setitem__(self, name, value):
        assert name in self.values or isinstance(value, list), f"the form has no field {name}"
        self.values[name] = [str(item) for item in value] if isinstance(value, list) else [str(value)]

    def add(self, relation, **columns):
        """Add an inline child with the initial values of an empty one; return the prefix of its field names."""
        number = int(self[f"{relation}-TOTAL_FORMS"])
        self[f"{relation}-TOTAL_FORMS"] = number + 1
        for name, values in self.templates[relation].items():
            self.values[name.replace("__prefix__", str(number))] = values
        for name, value in {"ORDER": number + 1, **columns}.items():
            self[f"{relation}-{number}-{name}"] = value
        return f"{relation}-{number}"

    def post(self, action="", **options):
        pressed = {action: ["1"]} if action else {}
        return self.client.post(self.url, _encoded(self.values | pressed), content_type=URLENCODED, **options)

    def save(self):
        return self.post()

    def publish(self):
        return self.post("action-publish")

    def refused(self, action="action-publish"):
        """Submit the form, assert that it comes back with errors, and return the form of that page."""
        response = self.post(action)
        assert response.status_code == 200, f"saved, or broken: {response.status_code}"
        return Form(self.client, self.url, response.content.decode())

    def error_at(self, name):
        """Return the error message at a field, or an empty string."""
        field = self.elements.get(name) or self.soup.select_one(f'[id^="id_{name}"]')
        panel = field.find_parent(attrs={"data-field": True}) or field.find_parent(class_="w-field__wrapper")
        message = panel.select_one(".error-message, .w-field__errors")
        return message.get_text(" ", strip=True) if message else ""

    def messages(self):
        return " ".join(message.get_text(" ", strip=True) for message in self.soup.select(".messages"))

    def typed(self):
        """Return the user's input: without the page's own bookkeeping fields, and with comparable rich text."""
        return {
            name: [_comparable(value) for value in sorted(values)]
            for name, values in self.values.items()
            if any(values) and not name.startswith(BOOKKEEPING)
        }


URLENCODED = "application/x-www-form-urlencoded"
BOOKKEEPING = ("csrfmiddlewaretoken", "loaded_revision", "overwrite_revision", "next", "comment", "action-")


def _encoded(values) -> str:
    data = QueryDict(mutable=True)
    for name, items in values.items():
        data.setlist(name, items)
    return data.urlencode()


def _comparable(value: str) -> str:
    """Remove the keys of rich-text paragraphs, which change with every request."""
    if not value.startswith("{"):
        return value
    content = json.loads(value)
    blocks = [{name: part for name, part in block.items() if name != "key"} for block in content["blocks"]]
    return json.dumps({"blocks": blocks, "entityMap": content["entityMap"]}, sort_keys=True)


def rich_text(*paragraphs: str) -> str:
    """Return the value that the rich-text editor submits."""
    blocks = [{"key": "a", "type": "unstyled", "depth": 0, "text": text, **EMPTY} for text in paragraphs]
    return json.dumps({"blocks": blocks, "entityMap": {}})


EMPTY = {"inlineStyleRanges": [], "entityRanges": []}
