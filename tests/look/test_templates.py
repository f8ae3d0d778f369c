"""Every template compiles; otherwise a missing tag would be noticed only when the page is visited."""

from pathlib import Path

import pytest
from django.template.loader import get_template

FOLDER = Path(__file__).resolve().parents[2] / "templates"
TEMPLATES = sorted(str(file.relative_to(FOLDER)) for file in FOLDER.rglob("*.*"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_it_knows_all_its_tags(name):
    assert get_template(name)
