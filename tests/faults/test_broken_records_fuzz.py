"""A record with a value that no form would accept: every page is shown, without the part that cannot be."""

import datetime as dt
import random

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied
from django.db import Error, OperationalError, models, transaction
from django.http import Http404
from django.template import Context, Origin, Template
from django.test import RequestFactory
from modelcluster.fields import ParentalKey

from partners.models import Fact
from portal.chrome import sitemap
from portal.core import content_version, parts
from portal.core.content_version.visible_rows import is_watched
from portal.pages.models import AccessPage
from tests.faults.requests import Asker, number

APPS = ("partners", "programs", "pages", "media")
TEXTS = ["2025-02-30", "??", "", "x", "<b>", "9999999", "-1", "{", "\u202e", "0000", "no-such-choice", "http://["]
VALUES = {
    ArrayField: [["no-such-choice"], ["", "x"], []],
    models.JSONField: [{"x": 1}, [], "text", 7, [{"type": "text", "value": 7}], [{"type": "no-such-block"}]],
    models.DateTimeField: [dt.datetime(1000, 1, 1, tzinfo=dt.UTC), dt.datetime(9998, 1, 1, tzinfo=dt.UTC), None],
    models.DateField: [dt.date.min, dt.date.max, None],
    models.IntegerField: [-1, 0, 2147483647, 32767],
    models.FloatField: [float("nan"), float("inf"), -999.0],
    models.DecimalField: [-1, 0],
    models.CharField: TEXTS,
    models.TextField: TEXTS,
}
KEPT = {"path", "depth", "numchild", "url_path", "id"}  # Wagtail's tree, which only its own code writes
FORMATS = ("", "", "?format=json", "?format=csv", "?format=geojson", "?as_of=2015-01-01", "?q=Beratung")


def columns():
    """Return (model, field) for each value that visitors may see something of."""
    tables = [model for model in apps.get_models() if model._meta.app_label in APPS and is_watched(model)]
    fields = [(model, field) for model in tables for field in model._meta.local_concrete_fields]
    return [(model, field) for model, field in fields if odd_values(field) and field.name not in KEPT]


def odd_values(field):
    """Return odd values for a field, or nothing for one that the database alone keeps right."""
    if field.primary_key or field.is_relation:
        return []
    if "StreamField" in type(field).__name__:
        return VALUES[models.JSONField]
    return next((values for kind, values in VALUES.items() if isinstance(field, kind)), [])


def breaks(row, field, value) -> bool:
    """Store a value without any validation, and return whether the database took it."""
    try:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**{field.attname: value})
    except (Error, ValueError, TypeError, AttributeError):
        return False
    content_version.forget()
    return True


def own_addresses(row, addresses):
    """Return the addresses of a record, or of the record that a part belongs to."""
    for field in row._meta.concrete_fields:
        if isinstance(field, ParentalKey):
            return own_addresses(getattr(row, field.name), addresses)
    slugs = {getattr(row, f"slug{suffix}", "") for suffix in ("_de", "_en", "")} - {""}
    return [address for address in addresses if any(address.endswith(f"/{slug}/") for slug in slugs)]


def public_addresses():
    return [entry.canonical.removeprefix("http://testserver") for entry in sitemap.entries(RequestFactory().get("/"))]


def test_no_broken_record_ends_a_page(demo_content, broken_parts):
    seed = random.getrandbits(32)
    draw, asker, pairs = random.Random(seed), Asker(), columns()  # noqa: S311
    addresses = public_addresses()
    overview = [address for address in addresses if address.count("/") <= 3]
    for _time in range(number(8, 1000)):
        model, field = draw.choice(pairs)
        row = draw.choice(list(model._base_manager.order_by("pk")[:200]) or [None])
        with transaction.atomic():
            value = draw.choice(odd_values(field))
            if row is not None and breaks(row, field, value):
                paths = [draw.choice(overview), draw.choice(overview), *own_addresses(row, addresses)[:2]]
                for path in (*paths, "/sitemap.xml") if draw.random() < 0.1 else paths:
                    asker.ask("get", f"{path}{draw.choice(FORMATS)}", note=f"{field} of {row.pk} = {value!r}")
            transaction.set_rollback(True)
        content_version.forget()
    assert asker.faults == [], f"seed {seed}, {asker.count} requests"


def test_a_fact_with_a_day_that_does_not_exist_is_shown_without_it_and_so_is_the_rest(demo_content, broken_parts):
    broken, good = Fact.objects.filter(networks__isnull=False).distinct().order_by("pk")[:2]
    texts = {"statement_de": "Wahrer Satz.", "source_de": "Quelle 7", "value_de": "", "unit_de": "", "source_url": ""}
    Fact.objects.filter(pk=broken.pk).update(as_of="2025-02-30", **texts)
    Fact.objects.filter(pk=good.pk).update(value_de="4711")
    content_version.forget()
    page = Asker().ask("get", "/de/univercity-bochum/").content.decode()
    for words in ("Wahrer Satz.", "Quelle 7", "4711", "</footer>"):
        assert words in page
    assert "2025" not in page.partition("Quelle 7")[2][:40]
    assert "source.html" in broken_parts[0].getMessage()
    assert '"as_of": "2025-02-30"' in Asker().ask("get", "/de/univercity-bochum/?format=json").content.decode()


@pytest.mark.parametrize("value", [7, True, {"type": "text"}, "text", [3], [{"type": "text"}]])
def test_a_page_whose_blocks_are_none_is_shown_without_them(demo_content, client, broken_parts, value):
    page = AccessPage.objects.live().get(slug="gebaerdensprache")
    assert breaks(page, AccessPage._meta.get_field("body"), value)
    assert client.get("/de/gebaerdensprache/").status_code == 200


def test_lists_leave_out_what_cannot_be_made_of_a_record(broken_parts):
    assert list(parts.each(["1", "x", "3"], int)) == [1, 3]
    assert "str" in broken_parts[0].getMessage()


def test_parts_of_packages_are_never_left_out(broken_parts):
    """A field of a form that was left out would be stored empty."""
    source = "{% for field in fields %}{{ field|edtf }}{% endfor %}"
    template = Template("{% load formats %}" + source, Origin("/elsewhere/admin/form.html"))
    with pytest.raises(ValueError, match="day is out of range"):
        template.render(Context({"fields": ["2025-02-30"]}))


@pytest.mark.parametrize("error", [Http404, PermissionDenied, OperationalError])
def test_what_concerns_the_whole_page_is_passed_on(error):
    def fail(_item):
        raise error

    with pytest.raises(error):
        list(parts.each([1], fail))
