"""Which staff may download the file of an agreement."""

import pytest
from django.core.files.base import ContentFile

from partners.models import AgreementDocument
from portal.accounts.groups import GROUPS
from tests.factories import AgreementFactory, UnitFactory

MAY = {"administrator", "international office", "due-diligence reader"}


@pytest.fixture
def unit(site):
    return UnitFactory()


@pytest.fixture
def address(unit):
    document = AgreementDocument(agreement=AgreementFactory(unit=unit))
    document.file.save("vertrag.pdf", ContentFile(b"%PDF-1.7"), save=False)
    document.save()
    return f"/documents/agreements/{document.public_id}/"


@pytest.mark.parametrize("group", GROUPS)
def test_each_group(group, address, as_member):
    assert as_member(group).get(address).status_code == (200 if group in MAY else 403)


def test_without_a_group_or_an_account_it_is_not_there(address, as_member, client):
    assert as_member("").get(address).status_code == 404
    assert client.get(address).status_code == 404


def test_a_unit_editor_has_those_of_the_own_unit(address, unit, as_member):
    assert as_member("unit editor", units=[unit]).get(address).status_code == 200
    assert as_member("unit editor", units=[UnitFactory()]).get(address).status_code == 403


def test_one_that_is_deleted_leaves_no_file(address, django_capture_on_commit_callbacks):
    document = AgreementDocument.objects.get()
    storage, name = document.file.storage, document.file.name
    assert storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert not storage.exists(name)


def test_the_report_is_for_those_who_may_read_all(site, as_member):
    for group in GROUPS:
        expected = 200 if group in MAY else 403
        assert as_member(group).get("/admin/partnerships/on/").status_code == expected, group
