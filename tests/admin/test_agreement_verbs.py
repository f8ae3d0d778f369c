"""What the office and units do with agreements: a page for each act, which says what follows and can be undone."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from partners.agreements import renewal
from partners.models import Agreement, AgreementDocument, Condition, DueDiligence, Renewal, Stage
from partners.worklists.lists import office_worklists
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import AgreementFactory, DueDiligenceFactory, PartnerFactory, UnitFactory

NOW = "2026-11-10 12:00 +0100"
PAGE_BUDGET = 25


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def office(staff):
    return staff("international-office", "en")


@pytest.fixture
def unit(site):
    return UnitFactory(name_de="Physik")


@pytest.fixture
def editor(staff, unit):
    client = staff("unit-editor", "en")
    unit.editors.add(client.session["_auth_user_id"])
    return client


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return BeautifulSoup(answer.content, "html.parser")


def text_of(client, address):
    return page(client, address).select_one("main").get_text(" ", strip=True)


def acts(client, agreement):
    return [link.get_text() for link in page(client, admin_url("inspect", agreement)).select(".acts a")]


def do(client, verb, agreement, **values):
    """Fill in the page of a verb and submit it; return the agreement as it is stored then."""
    form = Form.open(client, admin_url(verb, agreement))
    for name, value in values.items():
        form[name] = value
    answer = form.save()
    assert answer.status_code == 302, (
        BeautifulSoup(answer.content, "html.parser").select_one("main").get_text(" ", strip=True)
    )
    return Agreement.objects.get(pk=agreement.pk)


def lines(client, key):
    """Return the lines of a worklist on somebody's start page, or None where it is not there; the story renders it."""
    source, worklists = office_worklists(get_user_model().objects.get(pk=client.session["_auth_user_id"])) or (None, [])
    worklist = next((worklist for worklist in worklists if worklist.key == key), None)
    with override("en"):
        return worklist and worklist.find(source, None)[0]


def waiting(client, key):
    found = lines(client, key)
    return found if found is None else [f"{line.title} {line.note}" for line in found]


def effects(client, address, **values):
    """Return what the page says would follow, asked as the script does."""
    answer = client.post(address, {**values, "show": "1"}, headers={"x-requested-with": "XMLHttpRequest"})
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


class TestADraftTravels:
    @pytest.fixture
    def draft(self, unit):
        return AgreementFactory(
            name_de="Austausch",
            unit=unit,
            stage=Stage.DRAFT,
            signed_on=None,
            starts_on=date(2027, 1, 1),
            ends_on=date(2029, 12, 31),
            partners=[PartnerFactory(name_de="Oulu", name_en="Oulu")],
        )

    def test_from_the_unit_to_the_office_and_back_and_signed_and_read(self, draft, editor, office):
        assert acts(editor, draft) == [
            "Submit to the office",
        ]
        assert do(editor, "submit", draft).stage == Stage.SUBMITTED
        assert waiting(office, "submitted") == ["Austausch by Physik, on 10 November 2026"]
        assert waiting(editor, "submitted") is None
        assert editor.get(admin_url("edit", draft)).status_code == 403
        assert acts(office, draft) == ["Return to the unit", "Record signature", "Undo"]

        do(office, "send_back", draft, comment="Which subject?")
        assert waiting(office, "submitted") == []
        assert waiting(editor, "returned") == ["Austausch The office asks: Which subject?"]
        form = Form.open(editor, admin_url("edit", draft))
        assert "Which subject?" in form.messages()
        form["summary_de"] = "Physik"
        listed = page(editor, form.save()["Location"])
        assert listed.select_one(f'.messages a[href="{admin_url("submit", draft)}"]')

        assert do(editor, "submit", draft).office_comment == ""
        assert waiting(editor, "returned") == []
        signed = do(office, "sign", draft, signed_on="9 November 2026")
        assert (signed.stage, signed.signed_on) == (Stage.SIGNED, date(2026, 11, 9))
        assert [(p.signed_on, p.name_at_signature) for p in signed.parties.all()] == [(date(2026, 11, 9), "Oulu")]
        words = text_of(editor, admin_url("inspect", draft))
        for expected in ("Oulu", "in force from 1 January 2027", "31 December 2029", "Signed"):
            assert expected in words, expected

    def test_the_unit_takes_its_submission_back(self, draft, editor, office):
        do(editor, "submit", draft)
        assert acts(editor, draft) == ["Undo"]
        assert do(editor, "undo", draft).stage == Stage.DRAFT
        assert editor.get(admin_url("edit", draft)).status_code == 200
        assert waiting(office, "submitted") == []

    def test_a_comment_is_asked_for(self, draft, office):
        Agreement.objects.update(stage=Stage.SUBMITTED)
        form = Form.open(office, admin_url("send_back", draft))
        assert form.refused("").error_at("comment")

    def test_the_history_says_what_was_done(self, draft, editor, office):
        do(editor, "submit", draft)
        do(office, "send_back", draft, comment="Which subject?")
        history = text_of(office, admin_url("history", draft))
        assert "Submitted to the office" in history
        assert "Returned to the unit: Which subject?" in history


class TestSigning:
    @pytest.fixture
    def draft(self, unit):
        return AgreementFactory(
            stage=Stage.AWAITING_SIGNATURE,
            signed_on=None,
            starts_on=None,
            unit=unit,
            partners=[PartnerFactory(name_de="Oulu")],
        )

    def test_it_asks_for_the_term_where_that_is_unknown_and_says_what_readers_will_see(self, draft, office):
        address = admin_url("sign", draft)
        term = {"signed_on": "2026-11-09", "starts_on": "1.1.2027", "ends_on": "31.12.2028"}
        assert "On the page of Oulu, readers see: “in force from 1 January 2027”." in effects(office, address, **term)
        assert "Readers find Oulu among the partners from 1 January 2027 on." in effects(office, address, **term)
        assert Agreement.objects.get().stage == Stage.AWAITING_SIGNATURE
        assert do(office, "sign", draft, **term).ends_on == date(2028, 12, 31)

    def test_undo_takes_everything_back(self, draft, office, uploads):
        key = draft.parties.get().pk
        file = SimpleUploadedFile("Vertrag.pdf", b"%PDF-1.7 signed")
        values = {"signed_on": "2026-11-09", "starts_on": "2027-01-01", "ends_on": "2028-12-31"}
        office.post(admin_url("sign", draft), {**values, f"signatory_{key}": "Ada Lovelace", "document": file})
        signed = Agreement.objects.get()
        assert (signed.stage, signed.documents.get().file_name) == (Stage.SIGNED, "Vertrag.pdf")
        assert signed.documents.get().is_internal
        assert "Vertrag.pdf" in text_of(office, admin_url("inspect", draft))
        assert "Lovelace" not in text_of(office, admin_url("history", draft))
        words = text_of(office, admin_url("undo", draft))
        assert "Signature recorded" in words
        assert "Readers see nothing of it." in words
        undone = do(office, "undo", draft)
        assert (undone.stage, undone.starts_on, undone.signed_on) == (Stage.AWAITING_SIGNATURE, None, None)
        party = undone.parties.get()
        assert (party.signed_on, party.signatory, party.name_at_signature) == (None, "", "")
        assert not AgreementDocument.objects.exists()
        assert "Undo" not in acts(office, draft)

    def test_a_signature_after_the_end_is_refused_with_the_reason(self, draft, office):
        form = Form.open(office, admin_url("sign", draft))
        form["signed_on"], form["starts_on"], form["ends_on"] = "2030-01-01", "2027-01-01", "2028-12-31"
        page = form.refused("")
        assert "1 January 2030" in page.soup.select_one("main").get_text()
        assert Agreement.objects.get().stage == Stage.AWAITING_SIGNATURE

    def test_what_somebody_else_saves_meanwhile_is_noticed(self, draft, office):
        draft.parties.all().delete()
        form = Form.open(office, admin_url("sign", draft))
        assert "names at least one institution" in form.refused("").soup.get_text()


class TestEnding:
    @pytest.fixture
    def agreement(self, unit):
        partner = PartnerFactory(name_de="Oulu")
        return AgreementFactory(
            name_de="Austausch",
            reference="AZ 1",
            unit=unit,
            starts_on=date(2022, 1, 1),
            ends_on=date(2026, 12, 31),
            partners=[partner],
            confirmed_on=None,
        )

    def test_terminating_says_what_readers_will_see_and_when(self, agreement, office):
        address = admin_url("terminate", agreement)
        words = effects(office, address, terminated_on="30.11.2026")
        assert "readers see: “in force until 30 November 2026”" in words
        assert "From 1 December 2026 on, they see: “ended by notice on 30 November 2026”." in words
        ended = do(office, "terminate", agreement, terminated_on="30. November 2026", termination_reason="Umbau")
        assert (ended.stage, ended.terminated_on, ended.termination_reason) == (
            Stage.TERMINATED,
            date(2026, 11, 30),
            "Umbau",
        )
        undone = do(office, "undo", agreement)
        assert (undone.stage, undone.terminated_on, undone.termination_reason) == (Stage.SIGNED, None, "")

    def test_before_its_beginning_is_refused_and_what_was_typed_stays(self, agreement, office):
        form = Form.open(office, admin_url("terminate", agreement))
        form["terminated_on"] = "1.1.2020"
        page = form.refused("")
        assert page.error_at("terminated_on")
        assert page["terminated_on"] == "1.1.2020"

    def test_renewing_takes_over_the_conditions_and_nothing_of_the_signature(self, agreement, editor, office):
        Condition.objects.create(agreement=agreement, persons=4, sort_order=0)
        document = AgreementDocument(agreement=agreement)
        document.file.save("vertrag.pdf", ContentFile(b"%PDF-1.7"), save=True)
        for client in (editor, office):
            form = Form.open(client, admin_url("renew", agreement))
            assert (form["starts_on"], form["ends_on"]) == ("1 January 2027", "31 December 2031")
        assert do(office, "renew", agreement).version == agreement.version
        new = Agreement.objects.exclude(pk=agreement.pk).get()
        assert (new.predecessor_id, new.stage, new.reference, new.signed_on) == (agreement.pk, "draft", "", None)
        assert [condition.persons for condition in new.conditions.all()] == [4]
        assert (new.parties.get().institution_id, new.parties.get().signed_on) == (
            agreement.parties.get().institution_id,
            None,
        )
        assert not new.documents.exists()
        assert "Renew" not in acts(office, agreement)
        do(office, "undo", agreement)
        assert not Agreement.objects.exclude(pk=agreement.pk).exists()

    def test_a_renewal_that_was_worked_on_is_not_deleted(self, agreement, office):
        do(office, "renew", agreement)
        Agreement.objects.exclude(pk=agreement.pk).get().save()
        form = Form.open(office, admin_url("undo", agreement))
        assert "worked on" in form.refused("").soup.get_text()
        assert Agreement.objects.count() == 2

    def test_a_gap_is_said(self, agreement, office):
        words = effects(office, admin_url("renew", agreement), starts_on="1.3.2027", ends_on="1.3.2029")
        assert "From 1 January 2027 to 28 February 2027 nothing would be in force." in words

    def test_confirming_what_went_on_by_itself(self, unit, office):
        agreement = AgreementFactory(
            unit=unit,
            starts_on=date(2020, 1, 1),
            ends_on=date(2024, 12, 31),
            renewal=Renewal.AUTOMATIC,
            renewal_months=12,
        )
        assert "Confirm continuation" in acts(office, agreement)
        confirmed = do(office, "confirm", agreement)
        assert confirmed.confirmed_on == date(2026, 11, 10)
        assert "Confirm continuation" not in acts(office, agreement)
        assert do(office, "undo", agreement).confirmed_on is None

    def test_the_rule_in_python_is_that_of_the_list(self, unit):
        for confirmed_on in (None, date(2024, 6, 1), date(2025, 12, 31), date(2026, 1, 1)):
            for ends_on, months in ((date(2024, 12, 31), 12), (date(2026, 12, 31), 12), (date(2024, 2, 29), 7)):
                AgreementFactory(
                    unit=unit,
                    ends_on=ends_on,
                    renewal=Renewal.AUTOMATIC,
                    renewal_months=months,
                    confirmed_on=confirmed_on,
                )
        listed = set(renewal.to_confirm(Agreement.objects.all()).values_list("pk", flat=True))
        assert listed == {agreement.pk for agreement in Agreement.objects.all() if renewal.is_unconfirmed(agreement)}
        assert 0 < len(listed) < 12

    def test_undo_is_over_once_somebody_saves(self, agreement, office):
        do(office, "terminate", agreement, terminated_on="2026-11-30")
        Agreement.objects.get().save()
        assert "Undo" not in acts(office, agreement)
        answer = office.get(admin_url("undo", agreement), follow=True)
        assert "There is nothing to take back" in answer.content.decode()
        assert Agreement.objects.get().stage == Stage.TERMINATED


class TestWhereTheyStand:
    def test_list_form_and_page_offer_the_same(self, unit, office):
        agreement = AgreementFactory(unit=unit, ends_on=date(2027, 12, 31))
        listed = page(office, admin_url("list", Agreement))
        form = page(office, admin_url("edit", agreement))
        for verb, words in (("renew", "Renew"), ("terminate", "Terminate")):
            address = admin_url(verb, agreement)
            for place in (listed, form, page(office, admin_url("inspect", agreement))):
                assert any(words in link.get_text() for link in place.select(f'a[href="{address}"]')), (
                    verb,
                    place.title,
                )
        assert not listed.select(f'a[href="{admin_url("sign", agreement)}"]')

    def test_no_wall_stands_behind_a_link_of_a_unit_editor(self, unit, editor):
        agreement = AgreementFactory(name_de="Austausch", unit=unit, ends_on=date(2027, 1, 31))
        assert [line.url for line in lines(editor, "ending")] == [admin_url("inspect", agreement)]
        for address in (admin_url("list", Agreement), admin_url("inspect", agreement)):
            for link in page(editor, address).select(f'main a[href*="/agreement/"][href*="/{agreement.pk}/"]'):
                assert editor.get(link["href"]).status_code == 200, link
        assert editor.get(admin_url("terminate", agreement)).status_code == 403
        assert editor.post(admin_url("terminate", agreement), {"terminated_on": "2027-01-01"}).status_code == 403

    def test_the_page_asks_a_bounded_number_of_questions(self, unit, office):
        agreement = AgreementFactory(unit=unit, partners=[PartnerFactory() for _ in range(6)], ends_on=date(2029, 1, 1))
        address = admin_url("inspect", agreement)
        office.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert office.get(address).status_code == 200
        assert len(queries) <= PAGE_BUDGET

    def test_overdue_reviews_are_on_the_desk_of_their_reader(self, office, staff, site, member_of):
        review = DueDiligenceFactory(institution=PartnerFactory(name_de="Oulu"), next_review_on=date(2026, 11, 1))
        DueDiligenceFactory(institution=PartnerFactory(name_de="Rom"), next_review_on=date(2026, 11, 10))
        reader = member_of("due-diligence reader")
        for client, address in ((office, "edit"), (reader, "inspect")):
            assert waiting(client, "reviews") == ["Oulu overdue by 9 days, since 1 November 2026"]
            assert [line.url for line in lines(client, "reviews")] == [admin_url(address, review)]
        assert waiting(reader, "ending") is None
        DueDiligence.objects.all().delete()
        assert waiting(reader, "reviews") == []
