"""`include`, `for` and `if` of Django, which leave out what is broken.

They are built into every template, and active in ours alone. A part of Wagtail's admin that was left out could be a
field, which the form would then store empty.
"""

from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.template import defaulttags, loader_tags
from django.template.base import Node, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from portal.core import parts

register = template.Library()


class Part(Node):
    """Nodes that are rendered together or, if one of them fails, not at all."""

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist, self.name = nodelist, name

    def render(self, context: Context) -> SafeString:
        try:
            return self.nodelist.render(context)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is one part's; it is logged
            parts.leave_out(error, self.name)
        return mark_safe("")


@register.tag("include")
def include(parser: Parser, token: Token) -> Node:
    """Return Django's node, as a part of its own."""
    node: Any = loader_tags.do_include(parser, token)
    node.token, node.origin = token, parser.origin  # as the parser does for the nodes that it gets itself
    return _part(NodeList([node]), parser, token) if _is_ours(parser) else node


@register.tag("for")
def loop(parser: Parser, token: Token) -> Node:
    """Return Django's node, in which each round is a part of its own."""
    node: Any = defaulttags.do_for(parser, token)
    if _is_ours(parser):
        node.nodelist_loop = NodeList([_part(node.nodelist_loop, parser, token)])
    return node


@register.tag("if")
def condition(parser: Parser, token: Token) -> Node:
    """Return Django's node, in which each branch is a part of its own."""
    node: Any = defaulttags.do_if(parser, token)
    if _is_ours(parser):
        branches = node.conditions_nodelists
        node.conditions_nodelists = [(test, NodeList([_part(nodes, parser, token)])) for test, nodes in branches]
    return node


def _part(nodelist: NodeList, parser: Parser, token: Token) -> Part:
    part: Any = Part(nodelist, f"{{% {token.contents} %}} in line {token.lineno} of {parser.origin}")
    part.token, part.origin = token, parser.origin
    return part


def _is_ours(parser: Parser) -> bool:
    """Tell whether a template lies in a folder of settings.TEMPLATES, and not in a package."""
    path = Path(str(getattr(parser.origin, "name", "")))
    engines: Any = settings.TEMPLATES
    return any(path.is_relative_to(folder) for folder in engines[0]["DIRS"])
