"""The vocabularies that every installation starts with, from `start_values.toml`; editors may change them later."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db.models import Model

from portal.core.language.letters import slug_of, sort_key
from portal.core.models.public_id import new_public_id

FILE = Path(__file__).with_name("start_values.toml")
MODELS = {
    "life_situations": "LifeSituation",
    "kinds": "Kind",
    "phases": "Phase",
    "levels": "Level",
    "modes": "Mode",
    "deliveries": "Delivery",
}
SITUATION_COLUMNS = [
    f"{field}_{language}"
    for field in ("slug", "sentence", "people", "title", "summary", "introduction")
    for language in ("de", "en")
]


def load(get_model: Callable[[str], type[Model]]) -> None:
    """Create the concepts whose notation is missing; `get_model` returns the model of a name."""
    with FILE.open("rb") as file:
        tables = tomllib.load(file)
    for table, name in MODELS.items():
        model = get_model(name)
        existing = set(model._default_manager.values_list("notation", flat=True))
        for position, row in enumerate(tables[table], start=1):
            if row["notation"] not in existing:
                model._default_manager.create(**_known(model, _columns(table, row, position)))


def fill(get_model: Callable[[str], type[Model]], column: str) -> None:
    """Write a column that has come in later to the concepts that are still without it."""
    with FILE.open("rb") as file:
        tables = tomllib.load(file)
    for table, name in MODELS.items():
        for row in tables[table]:
            if column in row:
                concepts = get_model(name)._default_manager.filter(notation=row["notation"])
                concepts.update(**{column: row[column]})


def _known(model: type[Model], columns: dict[str, Any]) -> dict[str, Any]:
    """Return the columns that the table has at the present step of the migrations."""
    fields = {field.name for field in model._meta.get_fields()}
    return {column: value for column, value in columns.items() if column in fields}


def _columns(table: str, row: dict[str, Any], position: int) -> dict[str, Any]:
    """Return the columns of a row, including those that `save` computes: migrations do not call our `save`."""
    columns = {
        "public_id": new_public_id(),
        "notation": row["notation"],
        "position": position,
        "name_de": row["label_de"],
        "name_en": row["label_en"],
        "sort_de": sort_key(row["label_de"]),
        "sort_en": sort_key(row["label_en"]),
        "synonyms_de": row.get("synonyms_de", []),
        "synonyms_en": row.get("synonyms_en", []),
    }
    if table == "life_situations":
        columns |= {column: row.get(column, "").strip() for column in SITUATION_COLUMNS}
        columns["slug_de"] = columns["slug_de"] or slug_of(row["label_de"], row["notation"])
        columns["is_sensitive"] = row.get("is_sensitive", False)
    if table == "kinds":
        columns["entry"] = row.get("entry", "apply")
    return columns
