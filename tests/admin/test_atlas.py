"""The figures of the atlas in the admin: forms, histories, what is refused, what is older than its source."""

from bs4 import BeautifulSoup

from atlas.models import Observation, ResearchInstitution
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.admin.test_field_history import edit, history
from tests.admin.test_lists import query_count
from tests.factories import (
    CityFactory,
    MeasureFactory,
    ObservationFactory,
    ResearchInstitutionFactory,
    SourceFactory,
)


def test_a_figure_keeps_its_history_in_words(staff, site):
    figure = ObservationFactory(value=7)
    edit(staff("editor"), figure, value="8,5", note_de="Gerundet", note_en="Rounded")
    figure.refresh_from_db()
    assert str(figure.value) == "8.5000"
    (entry,) = history(staff("moderator", "en"), figure)
    assert "Value: 7" in entry
    assert "Note (German): – → Gerundet" in entry


def test_a_figure_without_any_place_is_refused_at_its_field(client):
    form = Form.open(client, admin_url("edit", ObservationFactory()))
    form["institution"] = ""
    answer = form.save()
    assert answer.status_code == 200
    assert "Wählen Sie eine Einrichtung oder eine Stadt." in answer.content.decode()


def test_an_institution_gets_another_site(client):
    place, other = ResearchInstitutionFactory(), CityFactory()
    form = Form.open(client, admin_url("edit", place))
    form.add("sites", city=other.pk)
    assert form.save().status_code == 302
    assert [site.city for site in ResearchInstitution.objects.get().sites.all()][-1] == other


def test_the_list_shows_what_is_older_than_its_source_with_as_many_queries(client):
    source = SourceFactory(name_de="Neue Ausgabe", as_of="2026-08-06")
    for day in ("2025", "2026-08-06"):
        ObservationFactory(source=source, taken_on=day, measure=MeasureFactory(name_de=f"Maß von {day}"))
    page = BeautifulSoup(client.get(admin_url("list", Observation, age="older")).content, "html.parser")
    assert "Maß von 2025" in page.main.get_text()
    assert "Maß von 2026-08-06" not in page.select_one("table.listing").get_text()
    baseline = query_count(client, admin_url("list", Observation))
    ObservationFactory.create_batch(6)
    assert query_count(client, admin_url("list", Observation)) == baseline


def test_who_may_only_read_sees_a_figure_in_words(staff, site):
    as_reader = staff("international-office")
    figure = ObservationFactory(note_de="Gerundet")
    page = as_reader.get(admin_url("inspect", figure))
    assert page.status_code == 200
    assert "Gerundet" in page.content.decode()
    assert as_reader.get(admin_url("edit", figure)).status_code == 403
