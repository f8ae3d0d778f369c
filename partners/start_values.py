"""The initial vocabularies: types of agreement, and the fields of study of ISCED-F 2013 (UNESCO)."""

import tomllib
from collections.abc import Callable
from pathlib import Path

from django.db.models import Model

from portal.core.language.letters import sort_key
from portal.core.models.public_id import new_public_id

TYPES = Path(__file__).with_name("start_values.toml")
SUBJECTS = Path(__file__).with_name("isced_f_2013.toml")


def load(get_model: Callable[[str], type[Model]]) -> None:
    """Create the rows that do not exist yet; `get_model` returns the model of a name."""
    _load_types(get_model("AgreementType"))
    _load_subjects(get_model("SubjectField"))


def _load_types(model: type[Model]) -> None:
    existing = set(model._default_manager.values_list("notation", flat=True))
    for position, row in enumerate(_rows(TYPES, "agreement_type"), start=1):
        if row["notation"] not in existing:
            columns = {"notation": row["notation"], "lead_months": row["lead_months"], "position": position}
            model._default_manager.create(**columns, **_named(row["label_de"], row["label_en"]))


def _load_subjects(model: type[Model]) -> None:
    existing = set(model._default_manager.values_list("code", flat=True))
    new = [row for row in _rows(SUBJECTS, "field") if row["code"] not in existing]
    model._default_manager.bulk_create(model(code=row["code"], **_named(row["de"], row["en"])) for row in new)


def _rows(file: Path, table: str) -> list[dict]:
    with file.open("rb") as stream:
        return tomllib.load(stream)[table]


def _named(german: str, english: str) -> dict:
    """Return the columns of a name, with those that `save` computes: migrations do not run our `save` methods."""
    sort = {"sort_de": sort_key(german), "sort_en": sort_key(english)}
    return {"public_id": new_public_id(), "name_de": german, "name_en": english, **sort}
