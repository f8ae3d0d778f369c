"""The inline children of a programme, each with texts in both languages."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from partners.geography import coordinates
from portal.core.language.languages import CEFR_LEVELS
from portal.core.models.languages import LanguageField


class CriterionType(models.TextChoices):
    QUALIFICATION = "qualification", _("Qualification")
    PARENTS_DEGREE = "parents-degree", _("Parents’ degree")
    RESIDENCE_STATUS = "residence-status", _("Residence status")
    AGE = "age", _("Age")
    ENROLLED = "enrolled", _("Enrolled")
    CHILDREN = "children", _("Children")
    SUBJECT = "subject", _("Subject")
    LANGUAGE_LEVEL = "language-level", _("Language level")


class Operator(models.TextChoices):
    EQUAL = "equal", _("is")
    IN = "in", _("is one of")
    AT_LEAST = "at-least", _("is at least")
    AT_MOST = "at-most", _("is at most")


class Criterion(Orderable):
    """A condition for applying, as structured data and as a sentence."""

    program = ParentalKey("programs.Program", related_name="criteria")
    criterion = models.CharField(_("criterion"), max_length=20, choices=CriterionType)
    operator = models.CharField(_("operator"), max_length=10, choices=Operator, default=Operator.EQUAL)
    value = models.CharField(_("value"), max_length=100, help_text=_("Several values are separated by commas."))
    is_hard = models.BooleanField(_("required"), default=True, help_text=_("Otherwise welcome, but not required."))
    explanation = models.CharField(_("explanation"), max_length=300)

    class Meta(Orderable.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")

    def __str__(self) -> str:
        return self.explanation_de

    def clean(self) -> None:
        super().clean()
        if self.criterion == CriterionType.AGE and not self.value.isdecimal():
            raise ValidationError({"value": _("An age is a whole number of years.")})
        if self.criterion == CriterionType.LANGUAGE_LEVEL and (self.value, self.value) not in CEFR_LEVELS:
            raise ValidationError({"value": _("A language level is one of A1, A2, B1, B2, C1, C2.")})


class CostOption(Orderable):
    program = ParentalKey("programs.Program", related_name="cost_options")
    amount = models.DecimalField(
        _("amount"), max_digits=9, decimal_places=2, default=0, validators=[MinValueValidator(0)]
    )
    currency = models.CharField(
        _("currency"), max_length=3, default="EUR", validators=[RegexValidator(r"^[A-Z]{3}$", _("ISO 4217: EUR."))]
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("cost")
        verbose_name_plural = _("costs")


class RequiredDocument(Orderable):
    program = ParentalKey("programs.Program", related_name="required_documents")
    text = models.CharField(_("document"), max_length=300)

    class Meta(Orderable.Meta):
        verbose_name = _("document to hand in")
        verbose_name_plural = _("documents to hand in")

    def __str__(self) -> str:
        return self.text_de


class ApplicationStep(Orderable):
    program = ParentalKey("programs.Program", related_name="application_steps")
    text = models.CharField(_("step"), max_length=300)

    class Meta(Orderable.Meta):
        verbose_name = _("step of applying")
        verbose_name_plural = _("steps of applying")

    def __str__(self) -> str:
        return self.text_de


class TeachingLanguage(Orderable):
    program = ParentalKey("programs.Program", related_name="teaching_languages")
    language = LanguageField(_("language"))
    level = models.CharField(
        _("level"), max_length=2, choices=CEFR_LEVELS, blank=True, help_text=_("What one should bring along (CEFR).")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("teaching language")
        verbose_name_plural = _("teaching languages")

    def __str__(self) -> str:
        return f"{self.get_language_display()} {self.level}".strip()


class Place(Orderable):
    program = ParentalKey("programs.Program", related_name="places")
    name = models.CharField(_("name"), max_length=120)
    address = models.CharField(_("postal address"), max_length=200, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    accessibility = models.CharField(
        _("accessibility"),
        max_length=300,
        blank=True,
        help_text=_("Steps, doors, lift, induction loop."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self) -> str:
        return self.name_de

    def clean(self) -> None:
        super().clean()
        coordinates.validate_pair(self)
