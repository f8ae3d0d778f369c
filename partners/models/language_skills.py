"""The languages that people should know who go abroad under a condition: the “recommended language skill” of EWP."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.language import languages

MOST = 10
LONGEST_CLARIFICATION = 200
_CODE = re.compile(r"\d{2,4}")


@dataclass(frozen=True)
class LanguageSkill:
    """A language with its level, if any, and perhaps for one subject only: its ISCED-F code and a note on it."""

    language: str
    level: str = ""
    subject: str = ""
    clarification: str = ""

    def __str__(self) -> str:
        """Return the language with its level in the reader's language: "Englisch B2"."""
        return f"{languages.name(self.language)} {self.level}".strip()

    @property
    def in_full(self) -> str:
        """Return the same with the subject: "Englisch B2 (0533, Astronomie)"."""
        only_for = ", ".join(filter(None, [self.subject, self.clarification]))
        return f"{self} ({only_for})" if only_for else str(self)

    def check(self) -> None:
        """Raise a ValidationError for what cannot be true of any agreement."""
        languages.validate_tag(self.language)
        if self.level and (self.level, self.level) not in languages.CEFR_LEVELS:
            raise ValidationError(_("“%(value)s” is not a level."), params={"value": self.level})
        if self.subject and not _CODE.fullmatch(self.subject):
            message = _("“%(value)s” is not a code of ISCED-F. Write it like “%(example)s”.")
            raise ValidationError(message, code="subject", params={"value": self.subject, "example": "0533"})


NAMES = [field.name for field in fields(LanguageSkill)]


def skills_of(stored: Any) -> list[LanguageSkill]:
    """Return the skills of a stored value; what is none of them is left out."""
    rows = stored if isinstance(stored, list) else []
    known = ({name: row.get(name, "") for name in NAMES} for row in rows if isinstance(row, dict))
    return [LanguageSkill(**row) for row in known if row["language"] and all(isinstance(v, str) for v in row.values())]


def stored(skills: Iterable[LanguageSkill]) -> list[dict[str, str]]:
    """Return the value in which skills are stored: dictionaries without empty values."""
    return [{name: value for name, value in asdict(skill).items() if value} for skill in skills]


def validate_skills(value: Any) -> None:
    """Raise a ValidationError for anything but a list of dictionaries that are skills."""
    skills = skills_of(value)
    if not isinstance(value, list) or stored(skills) != value:
        raise ValidationError(_("Write a language in each row."))
    for skill in skills:
        skill.check()


class LanguageSkillsField(models.JSONField):
    """Several languages with level and subject; saving anything else raises a ValidationError."""

    default_validators = [validate_skills]

    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any, **options: Any) -> None:
        """Add `get_…_display`, which histories show."""
        super().contribute_to_class(cls, name, *args, **options)
        setattr(cls, f"get_{name}_display", lambda record: in_words(getattr(record, name)))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        validate_skills(value)
        return value

    def formfield(self, *args: Any, **kwargs: Any) -> Any:
        from partners.models.language_skill_forms import LanguageSkillsChoice

        # JSONField's own formfield asks for JSON; the grandparent lets ours through.
        return super(models.JSONField, self).formfield(*args, **{"form_class": LanguageSkillsChoice, **kwargs})


def in_words(value: Any) -> str:
    """Return all skills of a stored value in the reader's language."""
    return ", ".join(skill.in_full for skill in skills_of(value))


def is_level_unknown(skills: Iterable[LanguageSkill]) -> bool:
    """Tell whether some language has no level."""
    return any(not skill.level for skill in skills)
