"""The project's system checks report the mistakes that they look for."""

from types import SimpleNamespace

import pytest
from django.db import models
from django.test.utils import isolate_apps

from portal.core import checks
from portal.core.models import Record
from portal.core.pages.public_page import PublicPage


@pytest.fixture
def run_check(monkeypatch):
    """Return a function that runs a check on some models and returns (id, message) of its errors."""

    def run(check, *models):
        monkeypatch.setattr(checks, "apps", SimpleNamespace(get_models=lambda: models))
        return [(error.id, error.msg) for error in check(None)]

    return run


@isolate_apps("portal.core")
def test_a_column_without_its_english_half(run_check):
    class Half(models.Model):
        motto_de = models.CharField(max_length=9)

        class Meta:
            app_label = "core"

    assert run_check(checks.check_bilingual_pairs, Half) == [
        ("portal.E001", "core.Half.motto_de has no English column")
    ]
    Half.german_only = ("motto_de",)
    assert run_check(checks.check_bilingual_pairs, Half) == []


@isolate_apps("portal.core")
def test_a_whole_pair_is_fine(run_check):
    class Whole(models.Model):
        motto_de = models.CharField(max_length=9)
        motto_en = models.CharField(max_length=9, blank=True)

        class Meta:
            app_label = "core"

    assert run_check(checks.check_bilingual_pairs, Whole) == []


@isolate_apps("portal.core")
def test_a_record_that_could_not_be_shown(run_check):
    class Shapeless(Record):
        class Meta(Record.Meta):
            app_label = "core"

    assert [number for number, _message in run_check(checks.check_record_templates, Shapeless)] == ["portal.E002"]
    Shapeless.template = "shape.html"
    assert run_check(checks.check_record_templates, Shapeless) == []


def test_a_page_type_that_could_stand_anywhere(run_check):
    """Wagtail registers page types permanently, so the example is not a real one."""
    homeless = type("Homeless", (PublicPage,), {"Meta": type("Meta", (), {"abstract": True}), "__module__": "tests"})
    assert [number for number, _message in run_check(checks.check_parent_page_types, homeless)] == ["portal.E003"]
    homeless.parent_page_types = ["pages.HomePage"]
    assert run_check(checks.check_parent_page_types, homeless) == []


def test_our_own_models_keep_the_rules():
    for check in (
        checks.check_bilingual_pairs,
        checks.check_record_templates,
        checks.check_parent_page_types,
    ):
        assert check(None) == []
