"""Every field of day and time in the admin is ours: in forms and inline children, in dialogs and filters."""

import re
from collections.abc import Iterable

import pytest
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import get_resolver
from django.utils.translation import override
from django_filters import FilterSet
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from partners.institutions.forms import EventForm
from partners.models import Fact
from partners.reporting.views import DayForm
from portal.core.admin.days import DayField, DayInput, MomentField, MomentInput, WrittenField
from portal.core.models.fields import WrittenDateField
from tests.factories import FactFactory

OUR_FIELDS = (DayField, MomentField, WrittenField)
OUR_WIDGETS = (DayInput, MomentInput, forms.TextInput)
TEMPORAL = (forms.DateField, forms.DateTimeField, forms.TimeField, forms.SplitDateTimeField, WrittenField)
PACKAGES = ("portal.", "partners.", "programs.", "atlas.", "wagtail.")
DATED = re.compile(r"(^|_)(on|since|until|as_of|valid_from|valid_to|founded)$")


def below(kind: type) -> Iterable[type]:
    """Return all classes derived from a class, at any distance."""
    for derived in kind.__subclasses__():
        yield from (derived, *below(derived))


def edit_forms() -> list[type]:
    """Return the form classes of all pages and registered records."""
    handlers = [model.get_edit_handler() for model in get_page_models() if model is not Page]
    handlers += [model.snippet_viewset._edit_handler for model in get_snippet_models()]
    return [handler.get_form_class() for handler in handlers]


def with_children(form_classes: Iterable[type]) -> Iterable[type]:
    for form_class in form_classes:
        yield form_class
        yield from with_children(formset.form for formset in getattr(form_class, "formsets", {}).values())


def name_of(form: type) -> str:
    """Return the name of the model of a form, whose own class is made by Wagtail, or that of the form."""
    model = getattr(getattr(form, "_meta", None), "model", None)
    return (model or form).__name__


def is_temporal(filter_) -> bool:
    return any(word in kind.__name__ for kind in type(filter_).__mro__ for word in ("Date", "Time"))


def every_field() -> Iterable[tuple[str, forms.Field, forms.Widget]]:
    """Return (name, field, widget) of all fields of day and time in forms and filters of ours and of Wagtail."""
    _load_all_views = get_resolver().url_patterns
    written = [form for form in below(forms.BaseForm) if form.__module__.startswith(PACKAGES)]
    for form in {*with_children(edit_forms()), *written}:
        for name, field in getattr(form, "base_fields", {}).items():
            if isinstance(field, TEMPORAL):
                yield f"{name_of(form)}.{name}", field, field.widget
    for filters in below(FilterSet):
        for name, one_filter in filters.base_filters.items():
            if is_temporal(one_filter):
                field = one_filter.field
                fields, widgets = getattr(field, "fields", [field]), getattr(field.widget, "widgets", [field.widget])
                yield from ((f"{filters.__name__}.{name}", *pair) for pair in zip(fields, widgets, strict=True))


def test_every_field_of_day_and_time_is_read_and_shown_in_one_place():
    found = list(every_field())
    assert [name for name, field, _widget in found if not isinstance(field, OUR_FIELDS)] == []
    assert [name for name, _field, widget in found if not isinstance(widget, OUR_WIDGETS)] == []
    names = {name for name, _field, _widget in found}
    assert {"DayForm.day", "RenameForm.on", "EnrolmentPeriod.closes_on", "Seat.until"} <= names
    assert {"Program.go_live_at", "HomePage.expire_at", "Fact.as_of"} <= names
    assert {
        "UserFilterSet.last_login",
        "HistoryFilterSet.timestamp",
        "AgingPagesReportFilterSet.last_published_at",
    } <= names


def test_every_column_that_is_a_date_is_one():
    columns = [field for model in apps.get_models() for field in model._meta.local_concrete_fields]
    ours = [field for field in columns if field.model.__module__.startswith(PACKAGES[:4]) and DATED.search(field.name)]
    kinds = (models.DateField, WrittenDateField)
    assert [str(field) for field in ours if not isinstance(field, kinds)] == []
    assert len(ours) > 30


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_was_typed_stays_until_it_is_saved(language):
    with override(language):
        for typed in ("31. Dezember 2026", "03/04/2026", "31.02.2026"):
            assert f'value="{typed}"' in str(DayForm({"day": typed})["day"])
            assert f'value="{typed}"' in str(EventForm({"on": typed})["on"])


@pytest.mark.parametrize("language", ["de", "en"])
def test_without_the_calendar_a_field_is_a_plain_text_field(language):
    """The calendar may not touch what was typed when the field is left."""
    with override(language):
        assert 'type="text"' in str(DayForm()["day"])
        assert '"validateOnBlur": false' in str(DayForm()["day"])


@pytest.mark.django_db
def test_no_import_stores_a_date_that_is_none():
    for written in ("2025-02-30", "31.12.2026", "2015-13", "bald"):
        with pytest.raises(ValidationError, match=written), transaction.atomic():
            FactFactory(as_of=written)
        with pytest.raises(ValidationError, match=written), transaction.atomic():
            Fact.objects.bulk_create([FactFactory.build(as_of=written)])
    assert not Fact.objects.exists()


@pytest.mark.parametrize("path", ["/admin/users/", "/admin/users/results/"])
def test_a_filter_of_wagtail_takes_a_german_day_and_says_which_one_it_cannot_read(client, path):
    page = client.get(path, {"last_login_from": "1. Januar 2020", "last_login_to": "31.12.26"}).content.decode()
    assert "01.01.2020" in page  # in the list of active filters
    assert "31.12.2026" in page
    page = client.get(path, {"last_login_from": "03/04/2026"}).content.decode()
    assert "03.04.2026 oder 04.03.2026" in page


EXPLORERS = ["/admin/pages/", "/admin/pages/1/results/", "/admin/pages/usage/pages/articlepage/"]


@pytest.mark.parametrize("path", EXPLORERS)
def test_the_page_explorer_says_it_too(client, path):
    page = client.get(path, {"latest_revision_created_at_from": "03/04/2026"}).content.decode()
    assert "03.04.2026 oder 04.03.2026" in page.partition('role="alert"')[2].partition("</p>")[0]
