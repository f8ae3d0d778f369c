"""Renders every component and every block with example data."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.template.loader import get_template, render_to_string
from django.utils.safestring import SafeString

from portal.specimen.examples import BODY, EXAMPLES

_INPUTS = re.compile(r"{% comment %}(.*?){% endcomment %}", re.DOTALL)


@dataclass(frozen=True)
class Component:
    """A component on the specimen page.

    inputs: the comment at the start of its template; examples: the component rendered with each of its examples, in
    the active language.
    """

    name: str
    inputs: str
    examples: list[SafeString]


def folder() -> Path:
    """Return the folder of the component templates."""
    template: Any = get_template("components/badge.html")
    return Path(template.origin.name).parent


def names() -> list[str]:
    """Return the names of all components, sorted."""
    return sorted(path.stem for path in folder().glob("*.html"))


def components() -> list[Component]:
    """Return all components; raise KeyError for one without example data."""
    return [component(name) for name in names()]


def blocks() -> list[Component]:
    """Return all blocks of a page body, as in the previews for editors."""
    return [
        Component(name, str(block.get_description()), [block.render(block.get_preview_value())])
        for name, block in BODY.child_blocks.items()
    ]


def component(name: str) -> Component:
    """Return a component; raise ValueError if its template does not begin with a comment."""
    template: Any = get_template(f"components/{name}.html")
    inputs = _INPUTS.match(template.template.source)
    if inputs is None:
        raise ValueError(f"components/{name}.html does not open with a comment that names its inputs")
    examples = [render_to_string(f"components/{name}.html", data) for data in EXAMPLES[name]()]
    return Component(name, inputs[1].strip(), examples)
