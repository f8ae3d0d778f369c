"""A file of an agreement is seen again in its form, handed out and replaced."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from partners.models import AgreementDocument
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import AgreementFactory


@pytest.fixture
def edit_address(site):
    return admin_url("edit", AgreementFactory(ends_on="2029-12-31"))


def save_file(form, prefix, name, content):
    fields = {key: values for key, values in form.values.items() if values}
    response = form.client.post(form.url, fields | {f"{prefix}-file": SimpleUploadedFile(name, content)})
    assert response.status_code == 302
    return Form.open(form.client, form.url)


def link_to_file(form):
    """Return the link to the file, and the sentence around it."""
    link = form.soup.select_one("a[href^='/documents/agreements/']")
    return link, " ".join(link.parent.get_text().split())


@pytest.fixture
def first_of_march():
    with time_machine.travel("2027-03-01 09:30:00+01:00", tick=False):
        yield


def test_it_stands_in_the_form_and_another_takes_its_place(
    first_of_march, client, edit_address, django_capture_on_commit_callbacks
):
    form = Form.open(client, edit_address)
    prefix = form.add("documents", is_internal="on")
    form = save_file(form, prefix, "Vertrag Kyōto.pdf", b"%PDF-1.7" + b"0" * 2_000)
    link, sentence = link_to_file(form)
    assert sentence.startswith("Vertrag Kyōto.pdf (2 kB, ")
    assert sentence.endswith("01.03.2027, 09:30 Uhr). Um sie zu ersetzen, wählen Sie eine andere Datei.")
    assert client.get(link["href"]).getvalue().startswith(b"%PDF-1.7")
    with django_capture_on_commit_callbacks(execute=True):
        form = save_file(form, "documents-0", "Nachtrag.pdf", b"%PDF-2.0")
    link, sentence = link_to_file(form)
    assert sentence.startswith("Nachtrag.pdf (8 B, ")
    assert client.get(link["href"]).getvalue() == b"%PDF-2.0"


def test_one_that_the_server_has_lost_is_asked_for_again(client, edit_address):
    form = Form.open(client, edit_address)
    form = save_file(form, form.add("documents", is_internal="on"), "vertrag.pdf", b"%PDF-1.7")

    document = AgreementDocument.objects.get()
    document.file.storage.delete(document.file.name)
    page = Form.open(client, edit_address)
    assert "„vertrag.pdf“ fehlt auf dem Server" in page.soup.get_text()
