"""What a browser would submit for the fields of an edit form, read from the HTML without building a tree."""

import re
from html.parser import HTMLParser

EDIT_FORMS = {"w-editor-form", "page-edit-form"}
SENDS_NOTHING = {"submit", "button", "file"}


class FieldReader(HTMLParser):
    """Reads lists of values by name: `values` of the form itself, `templates` of an empty child of each relation."""

    def __init__(self, html: str):
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.templates: dict[str, dict[str, list[str]]] = {}
        self.has_form = self._is_inside = False
        self._relations: list[str] = []
        self._field: Field | None = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._is_inside = "data-edit-form" in attributes or attributes.get("id") in EDIT_FORMS
            self.has_form |= self._is_inside
        elif tag == "template":
            self._relations.append(re.sub(r"^id_(.*)-EMPTY_FORM_TEMPLATE$", r"\1", attributes.get("id", "")))
        elif tag == "option" and self._field:
            self._field.options.append(Option(attributes))
        elif tag in FIELDS and "name" in attributes and self._is_inside:
            self._begin(FIELDS[tag](attributes), attributes["name"])

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_data(self, data):
        if self._field:
            self._field.read(data)

    def handle_endtag(self, tag):
        if tag == "form":
            self._is_inside = False
        elif tag == "template":
            self._relations.pop()
        elif tag in FIELDS:
            self._end()

    def _begin(self, field, name):
        self._end()
        targets = [self.templates.setdefault(relation, {}) for relation in self._relations] or [self.values]
        field.lists = [target.setdefault(name, []) for target in targets]
        self._field = field
        if isinstance(field, Input):
            self._end()

    def _end(self):
        if self._field:
            for values in self._field.lists:
                values.extend(self._field.sent())
        self._field = None


class Field:
    """A form field with its attributes; its values are added to each of `lists`."""

    def __init__(self, attributes):
        self.attributes, self.text = attributes, ""
        self.lists: list[list[str]] = []
        self.options: list[Option] = []

    def read(self, text):
        self.text += text


class Input(Field):
    def sent(self):
        kind = self.attributes.get("type", "text")
        if kind in {"checkbox", "radio"}:
            return [self.attributes.get("value", "on")] if "checked" in self.attributes else []
        return [] if kind in SENDS_NOTHING else [self.attributes.get("value", "")]


class Textarea(Field):
    def sent(self):
        return [self.text.removeprefix("\n").removeprefix("\r\n")]


class Select(Field):
    def read(self, text):
        if self.options:
            self.options[-1].text += text

    def sent(self):
        chosen = [option for option in self.options if "selected" in option.attributes]
        if not chosen and "multiple" not in self.attributes:
            chosen = self.options[:1]
        return [option.attributes.get("value", option.text) for option in chosen]


class Option(Field):
    """An option of a select; its text is submitted if it has no value."""


FIELDS = {"input": Input, "textarea": Textarea, "select": Select}
