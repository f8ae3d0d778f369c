"""What all public pages share: the lede, the address in both languages and the breadcrumb."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction

from portal.core.addressing import addresses
from portal.core.addressing.tree import HOME_DEPTH, tree
from portal.core.drafts.schedule import PageForm
from portal.core.models.first_version import FirstVersionMixin
from portal.core.models.previews import NarrowPreviewMixin


@dataclass(frozen=True)
class Crumb:
    """One link of a breadcrumb, or its last part, which has no `url`."""

    title: str
    url: str = ""
    lang_attribute: str = ""


def _breadcrumb_title(page: Page) -> str:
    """Return the name of a page in a breadcrumb; the title of a home page is a headline, and too long."""
    return gettext("Home") if page.depth == HOME_DEPTH else page.title


class PublicPage(NarrowPreviewMixin, FirstVersionMixin, Page):
    """The abstract page type that every page of this site inherits."""

    lede: models.TextField = models.TextField(
        _("opening sentence"), max_length=300, blank=True, help_text=_("Stands below the title and in lists.")
    )

    german_only = False  # whether the type has no English version on purpose

    content_panels = [*Page.content_panels, FieldPanel("lede")]
    base_form_class = PageForm

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.setdefault("address", self.get_address(request))
        context.setdefault("breadcrumb", self.get_breadcrumb(request))
        return context

    def serve_password_required_response(self, request: HttpRequest, form: Form, action_url: str) -> HttpResponseBase:
        """Answer with the form for the password alone: the context of the page could tell what it holds."""
        return TemplateResponse(request, "pages/password.html", {"form": form, "action_url": action_url})

    def get_address(self, request: HttpRequest, **options: Any) -> addresses.Address:
        return addresses.page_address(self, request, **options)

    def get_breadcrumb(self, request: HttpRequest, *below: Crumb) -> list[Crumb]:
        """Return the breadcrumb from the home page to this page, followed by `below`; its last part has no link."""
        above = getattr(self, "routed_ancestors", None)
        if above is None:  # in a preview, which is not routed
            above = self.get_ancestors().filter(depth__gte=HOME_DEPTH)
        links = [*above, self] if below else above
        crumbs = [Crumb(_breadcrumb_title(page), page.get_url(request)) for page in links]
        return [*crumbs, *(below or [Crumb(self.title)])]

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Save the query while no page of the site is restricted."""
        if not tree().site.has_restrictions:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()
