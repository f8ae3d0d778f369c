"""Every component and every block with example data, shown to staff on one page."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.template.loader import get_template, render_to_string
from django.utils.safestring import SafeString

from portal.specimen.examples import BODY, EXAMPLES

_INPUTS = re.compile(r"{% comment %}(.*?){% endcomment %}", re.DOTALL)


@dataclass(frozen=True)
class Component:
    """A component as the specimen page shows it.

    inputs: the comment that opens its template; examples: it with each of its example data, in the language of the
    moment.
    """

    name: str
    inputs: str
    examples: list[SafeString]


def folder() -> Path:
    """Return the folder that holds the components."""
    return Path(get_template("components/badge.html").origin.name).parent


def names() -> list[str]:
    return sorted(path.stem for path in folder().glob("*.html"))


def components() -> list[Component]:
    """Return all components, rendered. A component without example data is an error (KeyError)."""
    return [component(name) for name in names()]


def blocks() -> list[Component]:
    """Return all blocks of a page, as their previews show them to editors."""
    return [
        Component(name, str(block.get_description()), [block.render(block.get_preview_value())])
        for name, block in BODY.child_blocks.items()
    ]


def component(name: str) -> Component:
    source = get_template(f"components/{name}.html").template.source
    inputs = _INPUTS.match(source)
    if inputs is None:
        raise ValueError(f"components/{name}.html does not open with a comment that names its inputs")
    examples = [render_to_string(f"components/{name}.html", data) for data in EXAMPLES[name]()]
    return Component(name, inputs[1].strip(), examples)
