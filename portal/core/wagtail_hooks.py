from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.documents.models import AbstractDocument
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from portal.core.addressing.tree import link_target, tree
from portal.core.admin.deletion import GuardedDeleteAction
from portal.core.drafts.changes import ChangesFormatter
from portal.core.pages.restrictions import refusal_to_members
from portal.core.rich_text import check_entities, key_of
from portal.core.rights.door import may_use


class PublicPageLinkHandler(PageLinkHandler):
    """Links in rich text lead to public pages only, without Wagtail's queries for each page, its type and language."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        return [cls._opening_tag(*link_target(key_of(attrs.get("id")))) for attrs in attrs_list]

    @staticmethod
    def _opening_tag(path: str, language: str) -> str:
        return format_html('<a href="{}">', path) if path else "<a>"


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    sheets = (static(f"admin/{name}.css") for name in ("narrow", "wide", "desk"))
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', ((sheet,) for sheet in sheets))


# Registered after Wagtail's own handler, which it replaces.
@hooks.register("register_rich_text_features", order=10)
def register_link_handler(features: FeatureRegistry) -> None:
    features.register_link_type(PublicPageLinkHandler)


# Registered after all handlers, which it wraps.
@hooks.register("register_rich_text_features", order=1000)
def check_rich_text(features: FeatureRegistry) -> None:
    check_entities(features)


# Registered after Wagtail's own formatter, which says no more than "Edited".
@hooks.register("register_log_actions", order=10)
def format_edits_with_changes(actions: LogActionRegistry) -> None:
    actions.formatters["wagtail.edit"] = ChangesFormatter()


@hooks.register("before_serve_page")
def refuse_members(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse | None:
    return refusal_to_members(request, page.get_view_restrictions())


@hooks.register("before_serve_document", order=-1)  # before Wagtail's own, which leads to the log-in
def refuse_members_documents(document: AbstractDocument, request: HttpRequest) -> HttpResponse | None:
    return refusal_to_members(request, document.collection.get_view_restrictions())


# Registered after Wagtail's own, which it replaces.
hooks.register("register_bulk_action", GuardedDeleteAction, order=10)


@hooks.register("construct_page_chooser_queryset")
def offer_public_pages(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """Offer only public pages to users without any permission for pages, who link to them in texts of records.

    Raises Http404 where such a user opens a page that is not public.
    """
    if may_use(request.user, Page):
        return pages
    above = request.resolver_match.kwargs.get("parent_page_id") if request.resolver_match else None
    if above and above not in tree().pages and not Page.objects.filter(pk=above, depth=1).exists():
        raise Http404
    return pages.filter(pk__in=list(tree().pages))
