"""What may be added up, what may be selected, and what an observation has to say."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from atlas.diversity.results import diversity
from atlas.models import Observation
from atlas.observations.filters import older_than_source
from atlas.observations.index import atlas_index
from atlas.observations.selection import selection
from tests.factories import (
    CityFactory,
    MeasureFactory,
    ObservationFactory,
    ResearchFieldFactory,
    ResearchInstitutionFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by_field(db):
    """Return a function that makes figures by field: a city, an institution, and values by field."""
    total = MeasureFactory(notation="eu_projects", name_de="Projekte")
    parts = MeasureFactory(notation="parts", counting="fractional", level=1, parts_of=total)

    def make(city, institution, values, **columns):
        return [
            ObservationFactory(city=city, institution=institution, measure=parts, field=field, value=value, **columns)
            for field, value in values.items()
        ]

    return make


def refused(**columns):
    with pytest.raises(ValidationError) as error:
        ObservationFactory.build(measure=MeasureFactory(), source=SourceFactory(), **columns).full_clean()
    return set(error.value.message_dict)


def test_an_institution_in_two_cities_counts_in_each_by_its_site_and_once_in_the_region(by_field, rf):
    from atlas.portraits.view import View

    west, east, field = CityFactory(), CityFactory(), ResearchFieldFactory()
    place = ResearchInstitutionFactory(cities=[west, east])
    by_field(west, place, {field: 3})
    by_field(east, place, {field: Decimal("1.5")})
    index = atlas_index()
    view = View(index, selection(index, {}), rf.get("/"))
    assert view.by_city == {west.pk: {field.pk: 3}, east.pk: {field.pk: Decimal("1.5")}}
    assert view.by_institution == {place.pk: {field.pk: Decimal("4.5")}}
    assert view.region == {field.pk: Decimal("4.5")}
    assert index.homes[place.pk] == [west.pk, east.pk]


def test_figures_that_do_not_belong_together_are_not_added_up(by_field):
    field, place = ResearchFieldFactory(), ResearchInstitutionFactory()
    by_field(None, place, {field: 3})
    by_field(None, place, {field: 4}, first_year=2021, last_year=2027)
    tagged = ObservationFactory(institution=place, field=field, measure=MeasureFactory(counting="tagged", level=1))
    total = ObservationFactory(institution=place)
    index = atlas_index()
    figures = {row.measure: row for row in index.figures}
    with pytest.raises(ValueError, match="different measures or periods"):
        index.amounts(row for row in index.figures if row.field and row.measure != tagged.measure_id)
    with pytest.raises(ValueError, match="do not add up"):
        index.amounts([figures[tagged.measure_id]])
    with pytest.raises(ValueError, match="no part of a sum"):
        index.amounts([figures[total.measure_id]])


def test_what_has_no_field_counts_in_no_index(by_field):
    known, residual = ResearchFieldFactory(), ResearchFieldFactory(is_residual=True)
    by_field(None, ResearchInstitutionFactory(), {known: 3, residual: 9})
    index = atlas_index()
    result = diversity(index, index.amounts(index.of("parts", (2014, 2020))))
    assert (result.richness, result.effective) == (1, 1)


def test_no_data_a_single_field_and_few_projects_are_told_apart(by_field):
    field = ResearchFieldFactory()
    by_field(None, ResearchInstitutionFactory(), {field: 3})
    index = atlas_index()
    assert diversity(index, {}).richness is None
    assert diversity(index, {field.pk: Decimal(0)}).effective is None
    single = diversity(index, {field.pk: Decimal(3)}, projects=Decimal(10))
    assert (single.effective, single.evenness, single.is_small) == (1, None, False)
    assert diversity(index, {field.pk: Decimal(3)}, projects=Decimal(9)).is_small


def test_a_figure_without_place_with_its_years_reversed_or_without_its_field_is_refused():
    field = ResearchFieldFactory()
    assert refused(institution=None) == {"institution"}
    assert refused(institution=ResearchInstitutionFactory(), first_year=2021, last_year=2020) == {"last_year"}
    assert refused(institution=ResearchInstitutionFactory(), note_de="Gerundet") == {"note_en"}
    by_second = MeasureFactory(counting="fractional", level=2)
    figure = ObservationFactory.build(measure=by_second, source=SourceFactory(), field=field, city=CityFactory())
    figure.institution = None
    with pytest.raises(ValidationError) as error:
        figure.full_clean()
    assert set(error.value.message_dict) == {"field"}


def test_the_tree_of_fields_has_two_levels():
    first = ResearchFieldFactory()
    second = ResearchFieldFactory(parent=first)
    for wrong in (
        ResearchFieldFactory.build(parent=second),
        ResearchFieldFactory.build(parent=first, scheme="dfg"),
        first,
    ):
        wrong.parent = wrong.parent or ResearchFieldFactory()
        with pytest.raises(ValidationError):
            wrong.clean()


def test_a_source_gives_one_figure_for_one_thing_and_none_below_zero():
    figure = ObservationFactory()
    same = {name: getattr(figure, name) for name in ("institution", "measure", "source", "first_year", "last_year")}
    for columns in (same, {"value": -1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ObservationFactory(**columns)


def test_a_tagged_measure_adds_up_to_nothing():
    with pytest.raises(IntegrityError), transaction.atomic():
        MeasureFactory(counting="tagged", level=1, parts_of=MeasureFactory())


def test_staff_find_what_is_older_than_its_source():
    source = SourceFactory(as_of="2026-08-06")
    older = ObservationFactory(source=source, taken_on="2025-01")
    ObservationFactory(source=source, taken_on="2026-08-06")
    ObservationFactory(source=source, taken_on="2026")
    assert list(older_than_source(Observation.objects.all())) == [older]


@pytest.mark.parametrize(
    ("parameters", "period", "notices"),
    [
        ({}, (2014, 2020), 0),
        ({"period": "2021-2027"}, (2021, 2027), 0),
        ({"period": "1999-2000", "measure": "gold", "level": "7"}, (2014, 2020), 3),
        ({"level": "2"}, (2014, 2020), 1),
    ],
)
def test_what_cannot_be_selected_is_left_out_and_said(by_field, parameters, period, notices):
    field, place = ResearchFieldFactory(), ResearchInstitutionFactory()
    by_field(None, place, {field: 3})
    by_field(None, place, {field: 4}, first_year=2021, last_year=2027)
    chosen = selection(atlas_index(), parameters)
    assert (chosen.period, len(chosen.notices)) == (period, notices)


def test_without_figures_there_is_nothing_to_select():
    assert selection(atlas_index(), {}) is None
