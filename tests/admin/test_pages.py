"""Each language has its own pages: editing one leaves its translation alone."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page, get_page_models

from portal.core import content_version
from portal.pages.models import ArticlePage
from tests.admin.conftest import in_both_interfaces
from tests.admin.pages import add_url, all_blocks, created, edit_url, sent, texts
from tests.factories import NetworkFactory


@pytest.fixture
def article(either, site):
    return created(either, site["home", "de"])


def reload(article):
    return ArticlePage.objects.get(pk=article.pk)


@pytest.fixture
def blocks(site):
    return all_blocks()


@in_both_interfaces
def test_an_article_with_every_block_is_public_at_once(either, article):
    page = BeautifulSoup(either.get("/de/beitrag/").content, "html.parser").main.get_text(" ", strip=True)
    for text in ("Laufender Text.", "Gesagtes.", "Bitte beachten.", "Darunter", "Dorthin", "Angebote", "Zahlen"):
        assert text in page
    assert article.locale.language_code == "de"


@in_both_interfaces
def test_a_draft_leaves_visitors_what_they_had(either, site, blocks):
    article = created(either, site["home", "de"], blocks)
    before = texts(article)
    assert either.post(edit_url(article), sent(blocks[:1], title="Neu")).status_code == 302
    assert (reload(article).title, texts(reload(article))) == ("Beitrag", before)
    draft = reload(article).get_latest_revision_as_object()
    assert (draft.title, len(texts(draft))) == ("Neu", 1)


@in_both_interfaces
def test_saved_along_while_writing(either, site, blocks):
    article = created(either, site["home", "de"], blocks)
    answer = either.post(edit_url(article), sent(blocks, title="Neu"), headers={"accept": "application/json"}).json()
    assert answer["success"]
    assert reload(article).title == "Beitrag"
    assert texts(reload(article).get_latest_revision_as_object()) == texts(article)


@in_both_interfaces
def test_going_back_to_an_older_version(either, site, blocks):
    article = created(either, site["home", "de"], blocks)
    first, before = article.latest_revision, texts(article)
    either.post(edit_url(article), {**sent(blocks[:1], title="Neu"), "action-publish": "1"})
    assert texts(reload(article)) != before
    address = reverse("wagtailadmin_pages:revisions_revert", args=[article.pk, first.pk])
    assert either.get(address).status_code == 200
    either.post(edit_url(article), {**sent(blocks), "action-publish": "1", "revision": first.pk})
    assert (reload(article).title, texts(reload(article))) == ("Beitrag", before)


def test_unpublishing_takes_it_from_visitors(client, site):
    article = created(client, site["home", "de"])
    client.post(reverse("wagtailadmin_pages:unpublish", args=[article.pk]))
    assert client.get("/de/beitrag/").status_code == 404
    assert texts(reload(article)) == texts(article)


def test_translating_a_page_makes_a_draft_that_is_linked_to_it(client, site):
    article = created(client, site["home", "de"])
    english = site["home", "en"].locale
    address = reverse("simple_translation:submit_page_translation", args=[article.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"locales": [english.pk], "include_subtree": ""}).status_code == 302
    translation = article.get_translation(english)
    assert not translation.live
    assert translation.get_parent().pk == site["home", "en"].pk
    assert texts(translation.specific) == texts(article)
    client.post(edit_url(translation), {**sent(all_blocks(), title="Article", slug="article"), "action-publish": "1"})
    assert client.get("/en/article/").status_code == 200
    assert reload(article).title == "Beitrag"
    content_version.forget()  # the transaction of a test never ends, so the version stands still
    switch = BeautifulSoup(client.get("/de/beitrag/").content, "html.parser").select_one('a[hreflang="en"]')
    assert switch["href"] == "/en/article/"


def test_an_editor_cannot_publish_a_page(staff, site):
    client = staff("editor")
    response = client.post(add_url(site["home", "de"]), {**sent(all_blocks()), "action-publish": "1"})
    if response.status_code == 302 and ArticlePage.objects.exists():
        assert not ArticlePage.objects.get().live
    assert client.get("/de/beitrag/").status_code == 404


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_type_previews_its_draft(client, site, demo_pages, language):
    for page in demo_pages(language):
        page.title = f"Entwurf {page.pk}"
        page.save_revision()
        response = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        assert response.status_code == 200, page
        tree = BeautifulSoup(response.content, "html.parser")
        assert tree.html["lang"] == language
        assert "unsafe-inline" not in response.headers["Content-Security-Policy"]
        if page.depth > 2 or "title" in page.specific_class.__name__:
            assert f"Entwurf {page.pk}" in tree.get_text(), page


@pytest.fixture
def demo_pages(site):
    """Return a function that returns a page of each type in a language, creating missing ones."""
    from django.apps import apps

    from portal.core.pages.public_page import PublicPage

    def pages(language):
        home = site["home", language]
        types = [model for model in apps.get_models() if issubclass(model, PublicPage)]
        for model in types:
            if not model.objects.filter(locale=home.locale).exists():
                purpose = {"purpose": model.Purpose.values[0]} if hasattr(model, "Purpose") else {}
                network = {"network": NetworkFactory()} if hasattr(model, "network") else {}
                home.add_child(instance=model(title=model.__name__, locale=home.locale, **purpose, **network))
                home = Page.objects.get(pk=home.pk).specific
        return [model.objects.filter(locale=home.locale).first() for model in types]

    return pages


@in_both_interfaces
def test_a_missing_title_is_named_and_the_blocks_stay(either, interface, site, blocks):
    response = either.post(add_url(site["home", "de"]), {**sent(blocks, title=""), "action-publish": "1"})
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert set(errors) == {"title"}
    assert [block.block_type for block in response.context["form"]["body"].value()] == [name for name, _value in blocks]


def test_every_page_type_has_a_plural_of_its_own():
    own = [model for model in get_page_models() if model.__module__.startswith("portal.")]
    assert not [model for model in own if "verbose_name_plural" not in model._meta.original_attrs]
