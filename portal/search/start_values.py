"""The words that every installation starts with, from `start_values.toml`; editors own them afterwards."""

import tomllib
from pathlib import Path

FILE = Path(__file__).with_name("start_values.toml")


def load(get_model) -> None:
    """Create the words where there are none of their sort yet; `get_model` turns a name into a model."""
    with FILE.open("rb") as file:
        tables = tomllib.load(file)
    compounds, synonyms = get_model("CompoundWord"), get_model("SynonymGroup")
    if not compounds.objects.exists():
        compounds.objects.bulk_create(compounds(parts=word) for word in tables["compounds"])
    if not synonyms.objects.exists():
        synonyms.objects.bulk_create(synonyms(words=group) for group in tables["synonyms"])
