"""Two records of one institution or unit become one: everything moves, addresses lead on, and undoing restores it."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import ModelLogEntry, Revision

from partners.institutions import lifecycle
from partners.models import (
    Agreement,
    Institution,
    InstitutionEvent,
    InstitutionIdentifier,
    InstitutionName,
    Membership,
    Network,
    Party,
    Unit,
)
from portal.core.joining import joins
from portal.core.models import Join, SlugHistory
from portal.core.time.moment import today
from programs.models import Certification, Program
from tests.factories import (
    AgreementFactory,
    CertificationFactory,
    ContactFactory,
    DueDiligenceFactory,
    InstitutionFactory,
    NetworkFactory,
    ProgramFactory,
    TagFactory,
    UnitFactory,
)

pytestmark = pytest.mark.django_db
LEFT_OUT = {
    "core.Join",
    "core.FollowUp",
    "search.SearchDocument",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.ReferenceIndex",
    "wagtailsearch.IndexEntry",
}
UNSTABLE = {"last_published_at", "version", "confirmed_at"}


def whole_state():
    """Return the rows of all tables of this site, without what is written anew with every save."""
    labels = ("partners", "programs", "core", "wagtailcore")
    models = [model for label in labels for model in apps.get_app_config(label).get_models(include_auto_created=True)]
    return {
        model._meta.label: sorted(
            repr(sorted((name, value) for name, value in row.items() if name not in _unstable(model)))
            for row in model._base_manager.values()
        )
        for model in models
        if model._meta.label not in LEFT_OUT
    }


def _unstable(model):
    return {*UNSTABLE, "id"} if model._meta.auto_created else UNSTABLE


@pytest.fixture
def kept():
    return InstitutionFactory(name_de="Universität Kyōto", name_en="Kyoto University", country="JP")


@pytest.fixture
def duplicate():
    duplicate = InstitutionFactory(
        name_de="Uni Kyoto", name_en="Kyoto Univ.", country="JP", website="https://k.example"
    )
    duplicate.tags.set([TagFactory(name_de="Asien")])
    duplicate.save()
    InstitutionName.objects.create(institution=duplicate, value="Kyōdai")
    InstitutionIdentifier.objects.create(institution=duplicate, scheme="ror", value="04mz5ra38")
    InstitutionEvent.objects.create(institution=duplicate, kind="closed", on=date(2020, 1, 1))
    return duplicate


@pytest.fixture
def dependents(kept, duplicate):
    """Records of every kind that hang on the duplicate; two of them have drafts, and one names both."""
    AgreementFactory(partners=[duplicate])
    ContactFactory(unit=None, institution=duplicate)
    DueDiligenceFactory(institution=duplicate)
    InstitutionFactory(name_de="Institut", parent=duplicate)
    CertificationFactory(holder_institution=duplicate)
    network = NetworkFactory(memberships=[{"institution": duplicate, "since": "2010"}])
    program = ProgramFactory()
    program.partner_institutions.set([kept, duplicate])
    program.save()
    for record in (network, program, kept):
        record.save_revision()


@pytest.mark.usefixtures("dependents")
def test_everything_moves_and_the_drafts_know_it(kept, duplicate):
    joins.join(kept, duplicate, None)
    assert not Institution.objects.filter(pk=duplicate.pk).exists()
    for rows in (kept.parties, kept.contacts, kept.events, kept.memberships, kept.parts, kept.tags, kept.identifiers):
        assert rows.count() == 1
    assert kept.due_diligence
    assert Certification.objects.get().holder_institution == kept
    assert list(Program.objects.get().partner_institutions.all()) == [kept]
    names = set(kept.names.values_list("value", flat=True))
    assert names == {"Uni Kyoto", "Kyoto Univ.", "Kyōdai"}
    for record in (Network.objects.get(), Program.objects.get(), kept):
        for revision in Revision.objects.for_instance(record).order_by("pk"):
            revision.publish()  # older versions, too: going back to one must not fail
    assert Membership.objects.get().institution == kept
    assert list(Program.objects.get().partner_institutions.all()) == [kept]
    assert set(kept.names.values_list("value", flat=True)) == names
    assert kept.tags.count() == kept.identifiers.count() == 1


@pytest.mark.usefixtures("dependents")
def test_undoing_restores_every_row(kept, duplicate):
    duplicate.save_revision()
    before = whole_state()
    done = joins.join(kept, duplicate, None)
    assert whole_state() != before
    joins.undo(done, None)
    after = whole_state()
    changed = {label: {*rows} ^ {*after[label]} for label, rows in before.items() if rows != after[label]}
    assert changed == {}
    assert not Join.objects.exists()
    actions = ModelLogEntry.objects.for_instance(kept).values_list("action", flat=True)
    assert {joins.JOINED, joins.UNDONE} <= set(actions)


def test_what_was_changed_since_stays(kept, duplicate):
    agreement = AgreementFactory(partners=[duplicate])
    done = joins.join(kept, duplicate, None)
    other = InstitutionFactory()
    Party.objects.filter(agreement=agreement).update(institution=other)
    joins.undo(done, None)
    assert Party.objects.get(agreement=agreement).institution == other


def test_old_addresses_lead_to_the_record_that_is_kept(site, kept, duplicate):
    former = SlugHistory.objects.count()
    done = joins.join(kept, duplicate, None)
    for old, new in (
        ("/de/partnerschaften/uni-kyoto/", "/de/partnerschaften/universitaet-kyoto/"),
        ("/en/partnerships/kyoto-univ/", "/en/partnerships/kyoto-university/"),
    ):
        answer = Client().get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)
    joins.undo(done, None)
    assert SlugHistory.objects.count() == former
    assert Client().get("/de/partnerschaften/uni-kyoto/").status_code == 200


def test_an_address_that_was_given_away_since_keeps_the_duplicate_away(kept, duplicate):
    done = joins.join(kept, duplicate, None)
    InstitutionFactory(name_de="Uni Kyoto")
    with pytest.raises(ValidationError, match=r"in use|vergeben"):
        joins.undo(done, None)
    assert Join.objects.count() == 1


def test_what_both_have_only_once_is_named(kept, duplicate):
    DueDiligenceFactory(institution=kept)
    DueDiligenceFactory(institution=duplicate)
    before = whole_state()
    with pytest.raises(ValidationError, match="Uni Kyoto"):
        joins.join(kept, duplicate, None)
    assert whole_state() == before


def test_what_happened_in_life_is_no_duplicate(kept):
    part = InstitutionFactory(name_de="Teil")
    lifecycle.split(kept, part, today())
    for pair in ((kept, part), (part, kept), (kept, kept)):
        with pytest.raises(ValidationError):
            joins.join(*pair, None)
    merged = InstitutionFactory(name_de="Alt")
    lifecycle.merge(merged, part, today())
    with pytest.raises(ValidationError, match="Alt"):
        joins.join(kept, Institution.objects.get(pk=merged.pk), None)


def test_units_are_joined_too():
    root = UnitFactory(name_de="Universität")
    kept, duplicate = (UnitFactory(name_de=name, parent=root, institution=None) for name in ("Physik", "Fak. Physik"))
    AgreementFactory(unit=duplicate)
    UnitFactory(name_de="Institut", parent=duplicate, institution=None)
    ProgramFactory(responsible_unit=duplicate)
    with pytest.raises(ValidationError):
        joins.join(root, duplicate, None)
    done = joins.join(kept, duplicate, None)
    assert Agreement.objects.get().unit == Program.objects.get().responsible_unit == kept
    assert kept.children.get().name_de == "Institut"
    joins.undo(done, None)
    assert Unit.objects.get(pk=duplicate.pk).children.count() == 1
