"""The door of the admin: every address of the resolver says what it is about, and who may not read that stays out."""

from django.db.models import Model
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.views.reports.workflows import WorkflowView

from portal.core.rights.door import subject_of
from portal.core.rights.subjects import EVERYBODY
from programs.models import Program
from tests.accounts.resolver import places

CLOSED = {"wagtailadmin_error_test", "django.views.generic.base.TemplateView"}  # Wagtail's tests of error pages


def test_every_address_of_the_admin_says_what_it_is_about():
    unknown = {place.name for place in places() if not _is_known(place)}
    assert unknown == CLOSED


def _is_known(place):
    if {"app_label", "app_name", "content_type_app_name"} & set(place.arguments):
        return True  # the arguments say it
    subject = subject_of(place.view, place.name, {})
    return subject is EVERYBODY or (isinstance(subject, type) and issubclass(subject, Model))


def test_no_export_of_the_admin_writes_a_formula():
    for place in places():
        view = getattr(place.view, "view_class", None)
        if view and issubclass(view, SpreadsheetExportMixin):
            for export_format in SpreadsheetExportMixin.FORMATS:
                cell = view().preprocess_field_value("title", "=HYPERLINK(1)", export_format)
                assert cell == "'=HYPERLINK(1)", place.name


def test_what_a_report_of_wagtail_writes_in_its_own_way_is_no_formula_either():
    view = WorkflowView()
    assert view.preprocess_field_value("content_object", Program(name_de="=1+1"), "csv") == "'=1+1"
