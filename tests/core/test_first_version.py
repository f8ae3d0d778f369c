"""Objects created outside the admin stay public while a change is scheduled."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.pages.models import ArticlePage
from programs.models import Program, RequiredDocument
from tests.factories import ProgramFactory

pytestmark = pytest.mark.django_db


def scheduled_change(instance, **columns):
    for name, value in {**columns, "go_live_at": timezone.now() + timedelta(days=1)}.items():
        setattr(instance, name, value)
    instance.save_revision().publish()


def test_a_record_stays_public_as_it_is():
    program = ProgramFactory(summary_de="Alt.")
    program.required_documents.set([RequiredDocument(text_de="Zeugnis")])
    program.save()
    scheduled_change(program, summary_de="Neu.")
    current = Program.objects.get()
    assert (current.live, current.summary_de) == (True, "Alt.")
    first = current.live_revision.as_object()
    assert (first.summary_de, first.required_documents.get().text_de) == ("Alt.", "Zeugnis")


def test_a_page_stays_public_as_it_is(site):
    page = ArticlePage(title="Alt", slug="seite")
    site["home", "de"].add_child(instance=page)
    scheduled_change(page, title="Neu")
    current = ArticlePage.objects.get()
    assert (current.live, current.title) == (True, "Alt")


def test_only_the_first_time():
    program = ProgramFactory()
    program.save_revision()
    program.save_revision()
    assert program.revisions.count() == 3


def test_a_draft_that_never_was_public_has_no_such_version():
    program = ProgramFactory(live=False)
    program.save_revision()
    assert program.revisions.count() == 1
