"""All other writes: by staff, by the scheduler, and by readers, who must never move the version."""

from functools import partial

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction, Site

from partners.models import AgreementType, Fact
from portal.accounts.models import User
from portal.core.content_version.visible_rows import is_watched
from portal.editing.models import Heartbeat, LinkCheck
from portal.media.models import PortalDocument
from portal.reminders.models import SentReminder
from portal.search import missed, writing
from portal.search.models import CompoundWord, MissedQuery, SearchDocument, SynonymGroup
from portal.search.query import parse
from portal.translation.models import Translation
from portal.translation.tracking import update_record
from programs.models import Kind, Program
from tests.admin.pages import picture
from tests.core.published.cached_data import words
from tests.factories import CertificationSchemeFactory, FactFactory, ProgramFactory, TagFactory, UnitFactory

pytestmark = pytest.mark.django_db
# Apps and tables whose changes visitors do not notice, or only together with a change of a watched table.
APPS_APART = {
    *("account", "accounts", "auth", "axes", "contenttypes", "mfa", "sessions", "simple_translation", "taggit"),
    *("wagtailadmin", "wagtaildocs", "wagtailembeds", "wagtailimages", "wagtailsearch", "wagtailusers"),
}
TABLES_APART = {
    *(
        "core.followup",
        "core.join",
        "core.slughistory",
        "editing.heartbeat",
        "editing.linkcheck",
        "editing.savedview",
        "media.portalrendition",
        "partners.duediligence",
    ),
    *("reminders.sentreminder", "search.missedquery", "search.searchdocument", "translation.translation"),
    *(f"wagtailcore.group{name}" for name in ("approvaltask", "collectionpermission", "pagepermission")),
    *(f"wagtailcore.{name}" for name in ("collection", "comment", "commentreply", "groupsitepermission", "revision")),
    *(f"wagtailcore.{name}" for name in ("modellogentry", "pagelogentry", "pagesubscription", "referenceindex")),
    *(f"wagtailcore.{name}" for name in ("task", "taskstate", "uploadedfile", "workflow", "workflowcontenttype")),
    *(f"wagtailcore.{name}" for name in ("workflowpage", "workflowstate", "workflowtask")),
}


def saved(row):
    row.save()


def deleted(row):
    row.delete()


def nothing():
    return None


def document() -> PortalDocument:
    return PortalDocument.objects.create(title="Merkblatt", file=ContentFile(b"%PDF-1.4", name="merkblatt.pdf"))


def tagged(image):
    image.tags.add("Campus")
    image.tags.all()


def with_editor(unit):
    unit.editors.add(User.objects.create_user("jemand"))


def contradicted(fact):
    fact.conflicts_with.add(Fact.objects.exclude(pk=fact.pk).get())


def two_facts() -> Fact:
    FactFactory()
    return FactFactory()


def home() -> Page:
    return Page.get_first_root_node().add_child(title="Start", slug="start")


def wanted() -> Translation:
    """Return the translation entry of a programme without English texts."""
    update_record(Program, ProgramFactory().pk)
    return Translation.objects.get()


def asked_for(translation):
    """Request a translation as a reader does."""
    assert Client().post(f"/en/translation-requests/{translation.pk}/").status_code == 200


def beaten(_nothing):
    Heartbeat.beat("publishing")
    SentReminder.objects.create(kind="x", subject="x", on="2026-01-01", step=1)
    LinkCheck.objects.create(content_type_id=1, object_id=1, place="x", address="https://example.org")


def at_work(_nothing):
    user = User.objects.create_user("jemand")
    user.groups.set(Group.objects.all()[:1])
    Client().force_login(user)


def indexed_anew(_program):
    call_command("rebuild_references_index", verbosity=0)
    writing.rebuild()


def sought_in_vain(_nothing):
    assert missed.remember(parse("Raumschiff"), "de")
    MissedQuery.objects.all().delete()


UNNOTICED = {
    "a picture is uploaded": (nothing, lambda _nothing: picture()),
    "a picture gets a word for staff": (picture, tagged),
    "a reader is the first to want a size of a picture": (picture, lambda image: image.get_rendition("width-10")),
    "a document is uploaded": (nothing, lambda _nothing: document()),
    "a collection": (nothing, lambda _nothing: Collection.get_first_root_node().add_child(name="Neu")),
    "somebody edits for a unit": (UnitFactory, with_editor),
    "accounts and log-ins": (nothing, at_work),
    "what the scheduler keeps": (nothing, beaten),
    "an entry of the log": (ProgramFactory, lambda program: log(program, "wagtail.edit")),
    "the indexes are made anew": (ProgramFactory, indexed_anew),
    "a reader seeks in vain": (nothing, sought_in_vain),
    "a reader asks for a translation": (wanted, asked_for),
    "documents of the search are removed": (ProgramFactory, lambda _nothing: SearchDocument.objects.all().delete()),
}
NOTICED = {
    "a picture is changed": (picture, saved),
    "a picture is deleted": (picture, deleted),
    "a document is changed": (document, saved),
    "a word of a vocabulary": (Kind.objects.first, saved),
    "a new word of a vocabulary": (nothing, lambda _nothing: Kind.objects.create(notation="neu", name_de="Neu")),
    "a type of agreements": (AgreementType.objects.first, saved),
    "a scheme of certifications": (CertificationSchemeFactory, saved),
    "a unit": (UnitFactory, saved),
    "a unit is deleted": (UnitFactory, deleted),
    "a tag": (TagFactory, saved),
    "a fact": (FactFactory, saved),
    "another source says something else": (two_facts, contradicted),
    "synonyms": (nothing, lambda _nothing: SynonymGroup.objects.create(words=["Kita", "Hort"])),
    "a compound word": (nothing, lambda _nothing: CompoundWord.objects.create(parts="Raum|schiff")),
    "a compound word is deleted": (CompoundWord.objects.first, deleted),
    "a redirect": (nothing, lambda _nothing: Redirect.objects.create(old_path="/alt")),
    "a site": (home, lambda page: Site.objects.update_or_create(is_default_site=True, defaults={"root_page": page})),
    "a language": (nothing, lambda _nothing: Locale.objects.create(language_code="fr")),
    "a restriction": (home, lambda page: PageViewRestriction.objects.create(page=page)),
    "a restriction of files": (
        Collection.get_first_root_node,
        lambda root: CollectionViewRestriction.objects.create(collection=root),
    ),
}


@pytest.mark.parametrize(("factory", "change"), UNNOTICED.values(), ids=UNNOTICED)
def test_what_visitors_do_not_notice(stands_still, factory, change):
    row = factory()
    assert stands_still(partial(change, row), words)


@pytest.mark.parametrize(("factory", "change"), NOTICED.values(), ids=NOTICED)
def test_what_visitors_notice(moves, factory, change):
    row = factory()
    assert moves(partial(change, row)) == 1


def test_a_new_table_counts_unless_somebody_has_said_that_visitors_notice_nothing_of_it():
    models = [model for model in apps.get_models() if model._meta.app_label not in APPS_APART]
    assert {model._meta.label_lower for model in models if not is_watched(model)} == TABLES_APART
    assert not any(is_watched(model) for model in apps.get_models() if model._meta.app_label in APPS_APART)
