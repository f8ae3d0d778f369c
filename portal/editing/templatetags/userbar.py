"""Wagtail's bar for staff on public pages."""

from django import template
from django.template import Context
from wagtail.admin.userbar import Userbar
from wagtail.models import Page

from portal.core.models import Record

register = template.Library()


@register.simple_tag(takes_context=True)
def userbar(context: Context) -> str:
    """Return the bar; empty for visitors.

    On the page of a record it is about that record: the page in the tree that gives it its address is only a list.
    """
    if not context["request"].user.has_perm("wagtailadmin.access_admin"):
        return ""
    record, page = context.get("record"), context.get("page")
    shown = record if isinstance(record, Record) else page if isinstance(page, Page) else None
    return Userbar(object=shown).render_html(context)
