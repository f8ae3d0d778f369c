"""What Erasmus Without Paper knows of agreements, and the numbers of those who went."""

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models

import partners.models.academic_years
import partners.models.language_skills
import portal.core.models.languages


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0004_agreement_desk"),
    ]

    operations = [
        # The two former columns stay for the release before this one; new rows get empty texts there.
        migrations.AlterField(
            model_name="condition",
            name="language",
            field=models.CharField(blank=True, db_default="", max_length=12, verbose_name="language"),
        ),
        migrations.AlterField(
            model_name="condition",
            name="language_level",
            field=models.CharField(blank=True, db_default="", max_length=2, verbose_name="level"),
        ),
        migrations.AddField(
            model_name="agreementtype",
            name="uses_ewp",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="The portal then says what such an agreement lacks for the exchange.",
                verbose_name="exchanged through Erasmus Without Paper",
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="blended",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Students may combine a short stay with a part online.",
                verbose_name="also blended",
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="days",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                help_text="For staff.",
                max_digits=6,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(0),
                    django.core.validators.MaxValueValidator(9999),
                ],
                verbose_name="days per year, of all together",
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="first_year",
            field=partners.models.academic_years.AcademicYearField(
                blank=True, null=True, verbose_name="first academic year"
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="languages",
            field=partners.models.language_skills.LanguageSkillsField(
                blank=True, db_default=[], default=list, verbose_name="languages to be known"
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="last_year",
            field=partners.models.academic_years.AcademicYearField(
                blank=True, null=True, verbose_name="last academic year"
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="other_terms",
            field=models.TextField(
                blank=True, db_default="", default="", max_length=1000, verbose_name="further terms"
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="own_contact",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="partners.contact",
                verbose_name="our contact",
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="own_unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.unit",
                verbose_name="our faculty",
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="partner_contact",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="partners.contact",
                verbose_name="the partner’s contact",
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="partner_unit",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200, verbose_name="the partner’s faculty"
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="subject_clarification",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Only what the name of the field does not say.",
                max_length=200,
                verbose_name="note on the field",
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="agreement_code",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Under which the partner keeps it.",
                max_length=80,
                verbose_name="its own number of the agreement",
            ),
        ),
        migrations.AlterField(
            model_name="agreementdocument",
            name="language",
            field=portal.core.models.languages.LanguageField(default="de", max_length=12, verbose_name="language"),
        ),
        migrations.AlterField(
            model_name="condition",
            name="months",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                help_text="For students.",
                max_digits=6,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(0),
                    django.core.validators.MaxValueValidator(9999),
                ],
                verbose_name="months per year, of all together",
            ),
        ),
        migrations.AlterField(
            model_name="contact",
            name="languages",
            field=portal.core.models.languages.LanguagesField(
                base_field=portal.core.models.languages.LanguageField(max_length=12),
                blank=True,
                default=list,
                size=None,
                verbose_name="languages",
            ),
        ),
        migrations.AlterField(
            model_name="institution",
            name="original_lang",
            field=portal.core.models.languages.LanguageField(
                blank=True, max_length=12, verbose_name="language of the original name"
            ),
        ),
        migrations.AlterField(
            model_name="institutionname",
            name="language",
            field=portal.core.models.languages.LanguageField(blank=True, max_length=12, verbose_name="language"),
        ),
        migrations.CreateModel(
            name="MobilityNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("year", partners.models.academic_years.AcademicYearField(verbose_name="academic year")),
                (
                    "group",
                    models.CharField(
                        choices=[("students", "students"), ("staff", "staff")],
                        default="students",
                        max_length=10,
                        verbose_name="who",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[("outgoing", "from us to them"), ("incoming", "from them to us")],
                        default="outgoing",
                        max_length=10,
                        verbose_name="direction",
                    ),
                ),
                (
                    "agreed",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Left empty: the places of the conditions.",
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(9999)],
                        verbose_name="agreed",
                    ),
                ),
                (
                    "actual",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(9999)],
                        verbose_name="went",
                    ),
                ),
                (
                    "agreement",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mobility_numbers",
                        to="partners.agreement",
                    ),
                ),
            ],
            options={
                "verbose_name": "mobility number",
                "verbose_name_plural": "mobility numbers",
                "ordering": ["sort_order"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "year", "group", "direction"),
                        name="partners_mobility_number_once",
                        violation_error_message="These people, this direction and this year stand here twice.",
                    )
                ],
            },
        ),
    ]
