"""The words that every installation starts with, from `start_values.toml`; editors maintain them afterwards."""

import tomllib
from collections.abc import Callable
from pathlib import Path

from django.db.models import Model

FILE = Path(__file__).with_name("start_values.toml")


def load(get_model: Callable[[str], type[Model]]) -> None:
    """Create compound words and synonyms where there are none yet; `get_model` returns the model of a name."""
    with FILE.open("rb") as file:
        tables = tomllib.load(file)
    compounds, synonyms = get_model("CompoundWord"), get_model("SynonymGroup")
    if not compounds._default_manager.exists():
        compounds._default_manager.bulk_create(compounds(parts=word) for word in tables["compounds"])
    if not synonyms._default_manager.exists():
        synonyms._default_manager.bulk_create(synonyms(words=group) for group in tables["synonyms"])
