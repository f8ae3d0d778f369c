"""The form field for several languages with level and subject: a row of four fields for each."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import BaseRenderer
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partners.models.language_skills import LONGEST_CLARIFICATION, MOST, NAMES, LanguageSkill, skills_of, stored
from portal.core.language import languages
from portal.core.language.choosing import LIST_ID, LanguageInput

FREE_ROWS = 2  # below those that are filled in


class LanguageSkillsInput(forms.Widget):
    """Rows of language, level, subject and clarification. The first field has the id, so that links lead to it."""

    @property
    def media(self) -> forms.Media:
        return LanguageInput().media + forms.Media(css={"all": ["admin/language-skills.css"]})

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        attrs = attrs or {}
        filled = value if isinstance(value, list) else []
        rows = [*filled, *({} for _free in range(FREE_ROWS))][:MOST]
        context = {
            "rows": [self._row(name, attrs.get("id", ""), at, row) for at, row in enumerate(rows)],
            "levels": [level for level, _label in languages.CEFR_LEVELS],
            "list": LIST_ID,
            "longest": LONGEST_CLARIFICATION,
            "described_by": attrs.get("aria-describedby", ""),
        }
        return render_to_string("partners/admin/language_skills.html", context)

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict, name: str) -> list[dict[str, str]]:
        return [
            {part: str(data.get(f"{name}-{at}-{part}", "")).strip() for part in NAMES}
            for at in range(MOST)
            if f"{name}-{at}-language" in data
        ]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: MultiValueDict, name: str) -> bool:
        return f"{name}-0-language" not in data

    def _row(self, name: str, id_: str, at: int, values: Mapping[str, str]) -> dict[str, Any]:
        row = {part: {"name": f"{name}-{at}-{part}", "value": values.get(part, "")} for part in NAMES}
        return {"number": at + 1, "id": "" if at else id_, **row}


class _Typed(list):
    """Rows as they were typed, which the fields show again as they are."""


class LanguageSkillsChoice(forms.Field):
    """Several languages with level and subject; the clean value is what a LanguageSkillsField stores."""

    widget = LanguageSkillsInput

    def to_python(self, value: Any) -> list[dict[str, str]]:
        errors: list[ValidationError] = []
        skills: list[LanguageSkill] = []
        for row in self._filled(value):
            try:
                skills.append(_skill(row))
            except ValidationError as error:
                errors.append(error)
        if errors:
            raise ValidationError(errors)
        return stored(skills)

    def bound_data(self, data: Any, initial: Any) -> Any:
        return _Typed(self._filled(data))

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, _Typed):
            return value
        skills = skills_of(value)
        return [{**vars(skill), "language": languages.name(skill.language)} for skill in skills]

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != (initial or [])
        except ValidationError:
            return True

    def _filled(self, value: Any) -> Iterator[dict[str, str]]:
        return (row for row in value or [] if any(row.values()))


def _skill(row: dict[str, str]) -> LanguageSkill:
    """Return the skill that somebody has typed into a row; raises a ValidationError."""
    if not row["language"]:
        raise ValidationError(_("Say of which language this is the level."), code="language")
    skill = LanguageSkill(**{**row, "language": languages.tag_of(row["language"])})
    skill.check()
    return skill
