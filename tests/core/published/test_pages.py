"""Editors' actions on pages, and whether they move the content version."""

from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Comment, Locale, Page, PageViewRestriction, Workflow

from portal.pages.models import ArticlePage, HomePage
from tests.core.published.cached_data import pages

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)


def home() -> Page:
    return Page.get_first_root_node().add_child(instance=HomePage(title="Start", slug="home-de"))


def article(parent=None, **columns) -> ArticlePage:
    title = columns.pop("title", "Beitrag")
    return (parent or home()).add_child(instance=ArticlePage(title=title, **columns))


def published() -> ArticlePage:
    """Return a public article with a revision, as editors create it."""
    page = article()
    page.save_revision().publish()
    return reload(page)


hidden = partial(article, live=False)


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


def above_a_public_page() -> ArticlePage:
    page = hidden()
    article(page, title="Darunter")
    return reload(page)


def drafted(page, **columns):
    """Change a page as the edit form does: the row of a hidden page is saved as well."""
    page = reload(page)
    for name, value in {"title": "Neu", **columns}.items():
        setattr(page, name, value)
    if not page.live:
        page.save()
    return page.save_revision()


def saved_along(page):
    drafted(page, title="Neuer")
    revision = reload(page).latest_revision
    reload(page).save_revision(overwrite_revision=revision)


def published_anew(page):
    drafted(page).publish()


def scheduled(page):
    drafted(page, go_live_at=timezone.now() + SOON).publish()


def later(page):
    """Run the scheduler two hours later."""
    with time_machine.travel(timezone.now() + 2 * SOON):
        call_command("publish_scheduled")


def waiting() -> ArticlePage:
    page = hidden()
    scheduled(page)
    return reload(page)


def ending() -> ArticlePage:
    return article(expire_at=timezone.now() + SOON)


def two_versions() -> ArticlePage:
    page = published()
    published_anew(page)
    return reload(page)


def gone_back(page):
    """Save the first revision as the latest draft."""
    return page.revisions.order_by("pk").first().as_object().save_revision(previous_revision=page.latest_revision)


def locked(page):
    page.locked, page.locked_by, page.locked_at = True, None, timezone.now()
    page.save(update_fields=["locked", "locked_by", "locked_at"])


def commented(page):
    Comment.objects.create(page=page, user=user(), text="Stimmt das?", contentpath="title")


def user():
    return get_user_model().objects.create_user("jemand")


def in_workflow() -> ArticlePage:
    page = published()
    drafted(page)
    return reload(page)


def submitted(page):
    return Workflow.objects.get().start(page, user())


def approved(page):
    submitted(page).current_task_state.approve(user=None)


def aliased() -> ArticlePage:
    page = article()
    page.create_alias(update_slug="auch")
    return page


def converted(page):
    ConvertAliasPageAction(page.aliases.get().specific).execute()


def followed_by(**columns) -> ArticlePage:
    """Return an article that is followed by a sibling."""
    parent = home()
    page = article(parent, title="Davor", **columns)
    article(parent, title="Dahinter")
    return page


def put_behind(page):
    page.move(reload(page).get_next_sibling(), pos="right")


def with_english() -> ArticlePage:
    Locale.objects.get_or_create(language_code="en")
    return article()


def translated(page):
    for german in (page.get_parent().specific, page):
        german.copy_for_translation(Locale.objects.get(language_code="en"))


def deleted(page):
    Page.objects.get(pk=page.pk).delete()


UNNOTICED = {
    "a draft": (published, drafted),
    "the first draft of what an import made": (article, drafted),
    "saved along while writing": (published, saved_along),
    "a hidden page is made": (home, partial(hidden)),
    "a draft of a hidden page": (hidden, drafted),
    "scheduled, not public yet": (hidden, scheduled),
    "scheduled, public meanwhile as it was": (published, scheduled),
    "the schedule is taken back": (waiting, lambda page: page.scheduled_revision.save(update_fields=["content"])),
    "back to an older version, as a draft": (two_versions, gone_back),
    "locked": (article, locked),
    "commented": (article, commented),
    "handed in": (in_workflow, submitted),
    "copied as a draft": (article, lambda page: page.copy(keep_live=False, update_attrs={"slug": "kopie"})),
    "an alias of a hidden page": (hidden, lambda page: page.create_alias(update_slug="auch")),
    "translated, as a draft": (with_english, translated),
    "a hidden page is deleted": (hidden, deleted),
}
NOTICED = {
    "a public page is made": (home, article),
    "published for the first time": (hidden, published_anew),
    "published": (published, published_anew),
    "unpublished": (article, lambda page: page.unpublish()),
    "published by the clock": (waiting, later),
    "expired by the clock": (ending, later),
    "back to an older version": (two_versions, lambda page: gone_back(page).publish()),
    "approved": (in_workflow, approved),
    "deleted": (article, deleted),
    "deleted with a public page below": (above_a_public_page, deleted),
    "another address, and a public page below": (above_a_public_page, lambda page: drafted(page, slug="anders")),
    "moved": (partial(followed_by), put_behind),
    "a hidden page is moved past a public one": (partial(followed_by, live=False), put_behind),
    "copied": (article, lambda page: page.copy(update_attrs={"slug": "kopie"})),
    "an alias": (article, lambda page: page.create_alias(update_slug="auch")),
    "published, with an alias": (aliased, published_anew),
    "an alias becomes a page": (aliased, converted),
    "only for some": (article, lambda page: PageViewRestriction.objects.create(page=page)),
    "a column in a statement of its own": (article, lambda page: page.save(update_fields=["show_in_menus"])),
}


@pytest.mark.parametrize(("factory", "change"), UNNOTICED.values(), ids=UNNOTICED)
def test_what_visitors_do_not_notice(stands_still, factory, change):
    page = factory()
    assert stands_still(lambda: change(page), pages)


@pytest.mark.parametrize(("factory", "change"), NOTICED.values(), ids=NOTICED)
def test_what_visitors_notice(moves, factory, change):
    page = factory()
    assert moves(lambda: change(page)) == 1
