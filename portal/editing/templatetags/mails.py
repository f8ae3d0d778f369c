"""Links in mail to staff: whole addresses that begin with that of the site."""

from typing import Any

from django import template
from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from wagtail.models import Page

from portal.core.addressing.tree import tree
from portal.core.language.bilingual import reader_language
from portal.core.models import Record
from portal.core.pages.index_page import record_url
from portal.core.rights import scope
from portal.core.visibility import public

register = template.Library()


@register.simple_tag
def edit_address(record: Model) -> str:
    """Return the address of the form of a page or record."""
    return f"{settings.BASE_URL}{scope.edit_url(type(record), record.pk)}"


@register.simple_tag
def draft_address(record: Any, task: Model) -> str:
    """Return the address at which somebody who is to approve a page or record sees it as visitors would."""
    viewset = getattr(record, "snippet_viewset", None)
    name = viewset.get_url_name("workflow_preview") if viewset else "wagtailadmin_pages:workflow_preview"
    return f"{settings.BASE_URL}{reverse(name, args=[record.pk, task.pk])}"


@register.simple_tag
def public_address(record: Model) -> str:
    """Return the public address of a page or record in the language of the mail; empty where it has none (yet)."""
    path = ""
    if isinstance(record, Page):
        page = tree().pages.get(record.pk)
        path = page.get_url() if page else ""
    elif isinstance(record, Record) and public(type(record)._default_manager.filter(pk=record.pk)).exists():
        path = record_url(record, reader_language())
    return f"{settings.BASE_URL}{path}" if path else ""
