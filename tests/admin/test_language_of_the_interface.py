"""The admin in one language: nothing of it is German under English, and nothing English under German.

What editors have written is content, and may be in either language; the records of this test are named in plain ASCII.
"""

import re
from functools import cache

import polib
import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString
from django.urls import reverse

from partners.models import Agreement, Contact, DueDiligence, Institution, SubjectField, Unit
from portal.pages.models import ArticlePage
from portal.translation import selectors
from programs.models import Certification, LifeSituation, Program
from tests.admin.records import admin_url
from tests.checks.test_messages_of_libraries import entries
from tests.checks.test_messages_of_libraries import texts as german_of
from tests.factories import AgreementFactory, ContactFactory, InstitutionFactory, ProgramFactory, UnitFactory
from tools.messages import CATALOGUE, ROOT

GERMAN_LETTERS = re.compile(r"\b\w*[äöüßÄÖÜ]\w*")
SPOKEN = ("aria-label", "title", "placeholder", "alt")
SAMES = {"Deutsch", "Türkiye", "Vielfalt"}  # a language in its own words, a country, and the name of the site


def save_examples():
    """Save a record of each of some types, and a German page."""
    unit = UnitFactory(name_de="Referat", name_en="Department")
    ProgramFactory(name_de="Lernraum", name_en="Study space", responsible_unit=unit)
    ContactFactory(name_de="Sprechstunde", name_en="Office hours", unit=unit)
    AgreementFactory(name_de="Austausch", name_en="Exchange", unit=unit)
    InstitutionFactory(name_de="Kolleg", name_en="College")


pytestmark = pytest.mark.saved_once(by=save_examples)


def addresses(site):
    page = ArticlePage(title="Beitrag", slug="beitrag")
    site["home", "de"].add_child(instance=page)
    page.save_revision().publish()
    records = (Program, Agreement, Contact, Institution, Unit)
    return [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("translation_report"),
        reverse("wagtailadmin_reports:workflow"),
        reverse("wagtailimages:add"),
        *(admin_url("edit", model.objects.order_by("pk").first()) for model in records),
        *(admin_url("list", model) for model in (Program, Agreement, Contact, SubjectField)),
        *(admin_url("add", model) for model in (Certification, DueDiligence, LifeSituation)),
    ]


@pytest.fixture
def spoken(site, staff):
    """Return a function that returns {address: texts that the interface shows or speaks} in a language."""

    def of(language):
        client = staff(language=language)
        return {address: set(_texts(client.get(address), language)) for address in addresses(site)}

    return of


def _texts(response, language):
    """Yield the texts of a page; names of languages to choose from are left out, since many are alike."""
    assert response.status_code == 200, response.request["PATH_INFO"]
    soup = BeautifulSoup(response.content, "html.parser")
    for tag in soup.select("script, style, textarea, datalist"):
        tag.extract()
    for node in soup.find_all(string=True):
        if (
            type(node) is NavigableString
            and not isinstance(node, PreformattedString)
            and _is_own(node.parent, language)
        ):
            yield " ".join(node.split())
    for tag in soup.find_all(True):
        if _is_own(tag, language):
            yield from (" ".join(tag[name].split()) for name in SPOKEN if tag.get(name))


def _is_own(tag, language):
    marked = tag if tag.get("lang") else tag.find_parent(lang=True)
    return marked is None or marked["lang"] == language


@cache
def pairs():
    """Return (English, German) for the messages of our own catalogue and of the libraries."""
    own = [(entry.msgid, entry.msgstr) for entry in polib.pofile(str(ROOT / CATALOGUE)) if not entry.msgid_plural]
    found = [*own, *((entry.msgid, german_of(entry)[0]) for entry in entries("de") if not entry.msgid_plural)]
    return [(english, german) for english, german in found if "%" not in english]


def content():
    """Return the German names of records, which lists show beside the English ones."""
    names = [name for model in selectors.tracked_models() if hasattr(model, "name_de") for name in _names(model)]
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))


def _is_german(text, messages):
    return text in messages or GERMAN_LETTERS.search(text)


def _names(model):
    return model._default_manager.exclude(name_de="").values_list("name_de", flat=True)


def test_under_english_nothing_is_german(spoken):
    english = {english.casefold().strip(":") for english, _german in pairs()}
    german = {text for _english, text in pairs() if text.casefold().strip(":") not in english}
    pages, names, wrong = spoken("en"), content(), {}
    for address, texts in pages.items():
        words = {text for text in texts if _is_german(names.sub("", text), german)}
        if words - SAMES:
            wrong[address] = sorted(words - SAMES)
    assert wrong == {}


def test_choices_name_records_in_the_language_of_the_interface(staff, site):
    address = admin_url("edit", Program.objects.order_by("pk").first())
    for language, name, other in (("en", "Department", "Referat"), ("de", "Referat", "Department")):
        page = BeautifulSoup(staff(language=language).get(address).content, "html.parser")
        chosen = page.select_one("#id_responsible_unit-chooser")
        assert name in chosen.get_text(" "), language
        assert other not in chosen.get_text(" ")


def test_under_german_nothing_is_english(spoken):
    german = {text for _english, text in pairs()}
    english = {text for text, _german in pairs()} - german
    wrong = {address: sorted(texts & english) for address, texts in spoken("de").items() if texts & english}
    assert wrong == {}
