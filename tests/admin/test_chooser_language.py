"""Buttons of choosers speak the language of whoever looks at the form."""

import pytest
from django.utils.translation import override
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtail.snippets.models import get_snippet_models

from partners.institutions.forms import OtherInstitutionForm
from portal.core.rights.choosers import RecordChooser
from portal.pages.blocks import BodyBlock


def chooser_blocks(block):
    """Yield the choosers of records inside a block."""
    if isinstance(block, SnippetChooserBlock):
        yield block
    children = [*getattr(block, "child_blocks", {}).values(), getattr(block, "child_block", None)]
    for child in filter(None, children):
        yield from chooser_blocks(child)


def choosers():
    """Return every chooser that a form of the admin has; each lives as long as the process."""
    of_fields = [model.snippet_viewset.chooser_viewset.widget_class for model in get_snippet_models()]
    of_blocks = [block.widget for block in chooser_blocks(BodyBlock())]
    return [*of_fields, *of_blocks, OtherInstitutionForm.base_fields["other"].widget]


def test_every_chooser_is_translated_when_it_is_shown():
    assert len(choosers()) > 15
    assert all(isinstance(chooser, RecordChooser) for chooser in choosers())


@pytest.mark.parametrize("name", ["choose_one_text", "choose_another_text", "link_to_chosen_text"])
def test_the_first_language_does_not_stay(name):
    with override("de"):
        chooser = OtherInstitutionForm.base_fields["other"].widget
        assert "Einrichtung" in str(getattr(chooser, name))
    with override("en"):
        assert "institution" in str(getattr(chooser, name))
