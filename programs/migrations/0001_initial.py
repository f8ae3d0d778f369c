import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import modelcluster.fields
import modelsearch.index
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models

import portal.core.models.fields
import portal.core.models.first_version
import portal.core.models.previews
import portal.core.models.public_id
import portal.core.time.edtf

# From a concept to its programmes without a look at the table; Django's own indexes hold one column each.
LINKS = {"life_situations": "lifesituation_id", "kinds": "kind_id", "phases": "phase_id", "modes": "mode_id"}


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("media", "0001_initial"),
        ("partners", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=portal.core.models.public_id.new_public_id,
                        editable=False,
                        max_length=8,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9]{8}$")],
                        verbose_name="identifier",
                    ),
                ),
                ("name_de", models.CharField(max_length=300, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=300, verbose_name="name (English)")),
                ("sort_de", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("sort_en", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                (
                    "notation",
                    models.SlugField(
                        help_text="Stands in addresses, the same in both languages.",
                        max_length=40,
                        unique=True,
                        verbose_name="notation",
                    ),
                ),
                (
                    "synonyms_de",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (German)",
                    ),
                ),
                (
                    "synonyms_en",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (English)",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "form of delivery",
                "verbose_name_plural": "forms of delivery",
                "ordering": ["position", "sort_de"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Kind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=portal.core.models.public_id.new_public_id,
                        editable=False,
                        max_length=8,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9]{8}$")],
                        verbose_name="identifier",
                    ),
                ),
                ("name_de", models.CharField(max_length=300, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=300, verbose_name="name (English)")),
                ("sort_de", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("sort_en", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                (
                    "notation",
                    models.SlugField(
                        help_text="Stands in addresses, the same in both languages.",
                        max_length=40,
                        unique=True,
                        verbose_name="notation",
                    ),
                ),
                (
                    "synonyms_de",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (German)",
                    ),
                ),
                (
                    "synonyms_en",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (English)",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "kind of offer",
                "verbose_name_plural": "kinds of offer",
                "ordering": ["position", "sort_de"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Level",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=portal.core.models.public_id.new_public_id,
                        editable=False,
                        max_length=8,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9]{8}$")],
                        verbose_name="identifier",
                    ),
                ),
                ("name_de", models.CharField(max_length=300, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=300, verbose_name="name (English)")),
                ("sort_de", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("sort_en", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                (
                    "notation",
                    models.SlugField(
                        help_text="Stands in addresses, the same in both languages.",
                        max_length=40,
                        unique=True,
                        verbose_name="notation",
                    ),
                ),
                (
                    "synonyms_de",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (German)",
                    ),
                ),
                (
                    "synonyms_en",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (English)",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "level",
                "verbose_name_plural": "levels",
                "ordering": ["position", "sort_de"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Mode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=portal.core.models.public_id.new_public_id,
                        editable=False,
                        max_length=8,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9]{8}$")],
                        verbose_name="identifier",
                    ),
                ),
                ("name_de", models.CharField(max_length=300, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=300, verbose_name="name (English)")),
                ("sort_de", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("sort_en", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                (
                    "notation",
                    models.SlugField(
                        help_text="Stands in addresses, the same in both languages.",
                        max_length=40,
                        unique=True,
                        verbose_name="notation",
                    ),
                ),
                (
                    "synonyms_de",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (German)",
                    ),
                ),
                (
                    "synonyms_en",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (English)",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "mode of study",
                "verbose_name_plural": "modes of study",
                "ordering": ["position", "sort_de"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Phase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=portal.core.models.public_id.new_public_id,
                        editable=False,
                        max_length=8,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9]{8}$")],
                        verbose_name="identifier",
                    ),
                ),
                ("name_de", models.CharField(max_length=300, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=300, verbose_name="name (English)")),
                ("sort_de", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("sort_en", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                (
                    "notation",
                    models.SlugField(
                        help_text="Stands in addresses, the same in both languages.",
                        max_length=40,
                        unique=True,
                        verbose_name="notation",
                    ),
                ),
                (
                    "synonyms_de",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (German)",
                    ),
                ),
                (
                    "synonyms_en",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (English)",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "study phase",
                "verbose_name_plural": "study phases",
                "ordering": ["position", "sort_de"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CertificationScheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=portal.core.models.public_id.new_public_id,
                        editable=False,
                        max_length=8,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9]{8}$")],
                        verbose_name="identifier",
                    ),
                ),
                ("name_de", models.CharField(max_length=300, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=300, verbose_name="name (English)")),
                ("sort_de", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("sort_en", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("equality", "Equality"),
                            ("diversity", "Diversity"),
                            ("family", "Family"),
                            ("internationalisation", "International outlook"),
                            ("research-careers", "Research careers"),
                            ("teaching", "Teaching"),
                            ("sustainability", "Sustainability"),
                        ],
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("certificate", "Certificate"),
                            ("award", "Award"),
                            ("charter", "Charter"),
                            ("reporting-cycle", "Reporting cycle"),
                            ("audit-participation", "Participation in an audit"),
                            ("funding-selection", "Selection for funding"),
                            ("accreditation", "Accreditation"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("description_de", models.CharField(max_length=600, verbose_name="what it looks at (German)")),
                (
                    "description_en",
                    models.CharField(blank=True, max_length=600, verbose_name="what it looks at (English)"),
                ),
                (
                    "limits_de",
                    models.CharField(
                        help_text="An honest sentence for readers.",
                        max_length=400,
                        verbose_name="what it does not certify (German)",
                    ),
                ),
                (
                    "limits_en",
                    models.CharField(
                        blank=True,
                        help_text="An honest sentence for readers.",
                        max_length=400,
                        verbose_name="what it does not certify (English)",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "awarding_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schemes",
                        to="partners.institution",
                        verbose_name="awarding body",
                    ),
                ),
            ],
            options={
                "verbose_name": "certification scheme",
                "verbose_name_plural": "certification schemes",
                "ordering": ["sort_de"],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="LifeSituation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=portal.core.models.public_id.new_public_id,
                        editable=False,
                        max_length=8,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9]{8}$")],
                        verbose_name="identifier",
                    ),
                ),
                ("name_de", models.CharField(max_length=300, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=300, verbose_name="name (English)")),
                ("sort_de", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("sort_en", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                (
                    "slug_de",
                    models.SlugField(
                        blank=True,
                        db_index=False,
                        help_text="The last part of the address. Leave it empty and it is made from the name.",
                        max_length=120,
                        verbose_name="address (German)",
                    ),
                ),
                (
                    "slug_en",
                    models.SlugField(
                        blank=True,
                        db_index=False,
                        help_text="The last part of the address. Leave it empty and it is made from the name.",
                        max_length=120,
                        verbose_name="address (English)",
                    ),
                ),
                ("assured_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "assured_by",
                    models.CharField(
                        blank=True, help_text="An office, not a person.", max_length=200, verbose_name="checked by"
                    ),
                ),
                (
                    "review_interval",
                    models.PositiveSmallIntegerField(
                        default=12,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="check again after (months)",
                    ),
                ),
                (
                    "notation",
                    models.SlugField(
                        help_text="Stands in addresses, the same in both languages.",
                        max_length=40,
                        unique=True,
                        verbose_name="notation",
                    ),
                ),
                (
                    "synonyms_de",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (German)",
                    ),
                ),
                (
                    "synonyms_en",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="What people type who look for it, separated by commas.",
                        size=None,
                        verbose_name="synonyms (English)",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "sentence_de",
                    models.CharField(
                        help_text="Goes on after “I …”: “have children”.",
                        max_length=120,
                        verbose_name="sentence (German)",
                    ),
                ),
                (
                    "sentence_en",
                    models.CharField(
                        blank=True,
                        help_text="Goes on after “I …”: “have children”.",
                        max_length=120,
                        verbose_name="sentence (English)",
                    ),
                ),
                ("title_de", models.CharField(max_length=120, verbose_name="title of the page (German)")),
                ("title_en", models.CharField(blank=True, max_length=120, verbose_name="title of the page (English)")),
                ("summary_de", models.CharField(blank=True, max_length=200, verbose_name="summary (German)")),
                ("summary_en", models.CharField(blank=True, max_length=200, verbose_name="summary (English)")),
                ("introduction_de", wagtail.fields.RichTextField(blank=True, verbose_name="introduction (German)")),
                ("introduction_en", wagtail.fields.RichTextField(blank=True, verbose_name="introduction (English)")),
                (
                    "is_sensitive",
                    models.BooleanField(
                        default=False,
                        help_text="The page offers a quick way out and leaves no trace in caches.",
                        verbose_name="sensitive",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "life situation",
                "verbose_name_plural": "life situations",
                "ordering": ["position", "sort_de"],
                "abstract": False,
            },
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                wagtail.models.preview.PreviewableMixin,
                modelsearch.index.Indexed,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="Program",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=portal.core.models.public_id.new_public_id,
                        editable=False,
                        max_length=8,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9]{8}$")],
                        verbose_name="identifier",
                    ),
                ),
                ("name_de", models.CharField(max_length=300, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=300, verbose_name="name (English)")),
                ("sort_de", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("sort_en", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                (
                    "slug_de",
                    models.SlugField(
                        blank=True,
                        db_index=False,
                        help_text="The last part of the address. Leave it empty and it is made from the name.",
                        max_length=120,
                        verbose_name="address (German)",
                    ),
                ),
                (
                    "slug_en",
                    models.SlugField(
                        blank=True,
                        db_index=False,
                        help_text="The last part of the address. Leave it empty and it is made from the name.",
                        max_length=120,
                        verbose_name="address (English)",
                    ),
                ),
                ("assured_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "assured_by",
                    models.CharField(
                        blank=True, help_text="An office, not a person.", max_length=200, verbose_name="checked by"
                    ),
                ),
                (
                    "review_interval",
                    models.PositiveSmallIntegerField(
                        default=12,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="check again after (months)",
                    ),
                ),
                ("alternate_name_de", models.CharField(blank=True, max_length=200, verbose_name="other name (German)")),
                (
                    "alternate_name_en",
                    models.CharField(blank=True, max_length=200, verbose_name="other name (English)"),
                ),
                ("summary_de", models.CharField(max_length=200, verbose_name="summary (German)")),
                ("summary_en", models.CharField(blank=True, max_length=200, verbose_name="summary (English)")),
                ("description_de", wagtail.fields.RichTextField(verbose_name="description (German)")),
                ("description_en", wagtail.fields.RichTextField(blank=True, verbose_name="description (English)")),
                ("eligibility_de", wagtail.fields.RichTextField(blank=True, verbose_name="who may apply (German)")),
                ("eligibility_en", wagtail.fields.RichTextField(blank=True, verbose_name="who may apply (English)")),
                (
                    "alert_de",
                    models.CharField(
                        blank=True,
                        help_text="Stands above everything else.",
                        max_length=300,
                        verbose_name="alert (German)",
                    ),
                ),
                (
                    "alert_en",
                    models.CharField(
                        blank=True,
                        help_text="Stands above everything else.",
                        max_length=300,
                        verbose_name="alert (English)",
                    ),
                ),
                (
                    "easy_summary_de",
                    wagtail.fields.RichTextField(blank=True, verbose_name="summary in Leichte Sprache"),
                ),
                (
                    "easy_checked_by",
                    models.CharField(blank=True, max_length=200, verbose_name="Leichte Sprache checked by"),
                ),
                ("easy_checked_on", models.DateField(blank=True, null=True, verbose_name="Leichte Sprache checked on")),
                (
                    "status",
                    models.CharField(
                        choices=[("active", "Active"), ("paused", "Paused"), ("ended", "Ended")],
                        default="active",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "service_languages",
                    portal.core.models.fields.ChoiceArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("de", "German"),
                                ("en", "English"),
                                ("ar", "Arabic"),
                                ("es", "Spanish"),
                                ("fa", "Persian"),
                                ("fr", "French"),
                                ("gsg", "German Sign Language"),
                                ("pl", "Polish"),
                                ("ru", "Russian"),
                                ("tr", "Turkish"),
                                ("uk", "Ukrainian"),
                                ("zh", "Chinese"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="advice given in",
                    ),
                ),
                ("apply_url", models.URLField(blank=True, verbose_name="address for applying")),
                ("source_url", models.URLField(blank=True, verbose_name="source")),
                (
                    "contacts",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="programs", to="partners.contact", verbose_name="contacts"
                    ),
                ),
                (
                    "deliveries",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="programs", to="programs.delivery", verbose_name="delivery"
                    ),
                ),
                (
                    "kinds",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="programs", to="programs.kind", verbose_name="kinds"
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "levels",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="programs", to="programs.level", verbose_name="levels"
                    ),
                ),
                (
                    "life_situations",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="programs", to="programs.lifesituation", verbose_name="intended for"
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "main_kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programs.kind",
                        verbose_name="main kind",
                    ),
                ),
                (
                    "modes",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="programs", to="programs.mode", verbose_name="modes of study"
                    ),
                ),
                (
                    "partner_institutions",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        related_name="programs",
                        to="partners.institution",
                        verbose_name="partner institutions",
                    ),
                ),
                (
                    "phases",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="programs", to="programs.phase", verbose_name="study phases"
                    ),
                ),
                (
                    "principles",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        related_name="programs",
                        to="partners.guidingprinciple",
                        verbose_name="guiding principles it serves",
                    ),
                ),
                (
                    "related_programs",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        related_name="related_from",
                        to="programs.program",
                        verbose_name="related programmes",
                    ),
                ),
                (
                    "responsible_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programs",
                        to="partners.unit",
                        verbose_name="responsible unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "programme",
                "verbose_name_plural": "programmes",
                "ordering": ["sort_de"],
                "abstract": False,
            },
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                wagtail.models.preview.PreviewableMixin,
                modelsearch.index.Indexed,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("name_de", models.CharField(max_length=120, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=120, verbose_name="name (English)")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="postal address")),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-90),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-180),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "accessibility_de",
                    models.CharField(
                        blank=True,
                        help_text="Steps, doors, lift, induction loop.",
                        max_length=300,
                        verbose_name="accessibility (German)",
                    ),
                ),
                (
                    "accessibility_en",
                    models.CharField(
                        blank=True,
                        help_text="Steps, doors, lift, induction loop.",
                        max_length=300,
                        verbose_name="accessibility (English)",
                    ),
                ),
                (
                    "program",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="places", to="programs.program"
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EnrolmentPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("fixed", "Fixed dates"), ("rolling", "At any time"), ("on-request", "On request")],
                        default="fixed",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "term",
                    models.CharField(
                        blank=True,
                        help_text="2027S for the summer semester of 2027, 2026W for the winter semester of 2026/27.",
                        max_length=5,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}[SW]$", "The year and S or W: 2027S, or 2026W for 2026/27."
                            )
                        ],
                        verbose_name="term",
                    ),
                ),
                ("opens_on", models.DateField(blank=True, null=True, verbose_name="opens on")),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="closes on")),
                ("note_de", models.CharField(blank=True, max_length=200, verbose_name="note (German)")),
                ("note_en", models.CharField(blank=True, max_length=200, verbose_name="note (English)")),
                (
                    "life_situations",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, to="programs.lifesituation", verbose_name="only for"
                    ),
                ),
                (
                    "program",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="enrolment_periods",
                        to="programs.program",
                    ),
                ),
            ],
            options={
                "verbose_name": "enrolment period",
                "verbose_name_plural": "enrolment periods",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "criterion",
                    models.CharField(
                        choices=[
                            ("qualification", "Qualification"),
                            ("parents-degree", "Parents’ degree"),
                            ("residence-status", "Residence status"),
                            ("age", "Age"),
                            ("enrolled", "Enrolled"),
                            ("children", "Children"),
                            ("subject", "Subject"),
                            ("language-level", "Language level"),
                        ],
                        max_length=20,
                        verbose_name="criterion",
                    ),
                ),
                (
                    "operator",
                    models.CharField(
                        choices=[
                            ("equal", "is"),
                            ("in", "is one of"),
                            ("at-least", "is at least"),
                            ("at-most", "is at most"),
                        ],
                        default="equal",
                        max_length=10,
                        verbose_name="operator",
                    ),
                ),
                (
                    "value",
                    models.CharField(
                        help_text="Several values are separated by commas.", max_length=100, verbose_name="value"
                    ),
                ),
                (
                    "is_hard",
                    models.BooleanField(
                        default=True, help_text="Otherwise welcome, but not required.", verbose_name="required"
                    ),
                ),
                ("explanation_de", models.CharField(max_length=300, verbose_name="explanation (German)")),
                ("explanation_en", models.CharField(blank=True, max_length=300, verbose_name="explanation (English)")),
                (
                    "program",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="criteria", to="programs.program"
                    ),
                ),
            ],
            options={
                "verbose_name": "criterion",
                "verbose_name_plural": "criteria",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CostOption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=9,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="amount",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        default="EUR",
                        max_length=3,
                        validators=[django.core.validators.RegexValidator("^[A-Z]{3}$", "ISO 4217: EUR.")],
                        verbose_name="currency",
                    ),
                ),
                ("note_de", models.CharField(blank=True, max_length=200, verbose_name="note (German)")),
                ("note_en", models.CharField(blank=True, max_length=200, verbose_name="note (English)")),
                (
                    "program",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cost_options", to="programs.program"
                    ),
                ),
            ],
            options={
                "verbose_name": "cost",
                "verbose_name_plural": "costs",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ApplicationStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text_de", models.CharField(max_length=300, verbose_name="step (German)")),
                ("text_en", models.CharField(blank=True, max_length=300, verbose_name="step (English)")),
                (
                    "program",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="application_steps",
                        to="programs.program",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of applying",
                "verbose_name_plural": "steps of applying",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RequiredDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text_de", models.CharField(max_length=300, verbose_name="document (German)")),
                ("text_en", models.CharField(blank=True, max_length=300, verbose_name="document (English)")),
                (
                    "program",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="required_documents",
                        to="programs.program",
                    ),
                ),
            ],
            options={
                "verbose_name": "document to hand in",
                "verbose_name_plural": "documents to hand in",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TeachingLanguage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("de", "German"),
                            ("en", "English"),
                            ("ar", "Arabic"),
                            ("es", "Spanish"),
                            ("fa", "Persian"),
                            ("fr", "French"),
                            ("gsg", "German Sign Language"),
                            ("pl", "Polish"),
                            ("ru", "Russian"),
                            ("tr", "Turkish"),
                            ("uk", "Ukrainian"),
                            ("zh", "Chinese"),
                        ],
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2"), ("C1", "C1"), ("C2", "C2")],
                        help_text="What one should bring along (CEFR).",
                        max_length=2,
                        verbose_name="level",
                    ),
                ),
                (
                    "program",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="teaching_languages",
                        to="programs.program",
                    ),
                ),
            ],
            options={
                "verbose_name": "teaching language",
                "verbose_name_plural": "teaching languages",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Certification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=portal.core.models.public_id.new_public_id,
                        editable=False,
                        max_length=8,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[a-z0-9]{8}$")],
                        verbose_name="identifier",
                    ),
                ),
                ("name_de", models.CharField(max_length=300, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=300, verbose_name="name (English)")),
                ("sort_de", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("sort_en", models.CharField(db_collation="C", db_index=True, editable=False, max_length=200)),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                (
                    "slug_de",
                    models.SlugField(
                        blank=True,
                        db_index=False,
                        help_text="The last part of the address. Leave it empty and it is made from the name.",
                        max_length=120,
                        verbose_name="address (German)",
                    ),
                ),
                (
                    "slug_en",
                    models.SlugField(
                        blank=True,
                        db_index=False,
                        help_text="The last part of the address. Leave it empty and it is made from the name.",
                        max_length=120,
                        verbose_name="address (English)",
                    ),
                ),
                ("assured_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "assured_by",
                    models.CharField(
                        blank=True, help_text="An office, not a person.", max_length=200, verbose_name="checked by"
                    ),
                ),
                (
                    "review_interval",
                    models.PositiveSmallIntegerField(
                        default=12,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="check again after (months)",
                    ),
                ),
                ("level_de", models.CharField(blank=True, max_length=100, verbose_name="level (German)")),
                ("level_en", models.CharField(blank=True, max_length=100, verbose_name="level (English)")),
                ("round_de", models.CharField(blank=True, max_length=100, verbose_name="round (German)")),
                ("round_en", models.CharField(blank=True, max_length=100, verbose_name="round (English)")),
                ("summary_de", models.TextField(max_length=400, verbose_name="summary (German)")),
                ("summary_en", models.TextField(blank=True, max_length=400, verbose_name="summary (English)")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("applied", "Applied for"),
                            ("held", "Held"),
                            ("lapsed", "Lapsed"),
                            ("withdrawn", "Withdrawn"),
                            ("not-awarded", "Not awarded"),
                        ],
                        default="planned",
                        help_text="Planned, applied for and not awarded: never public.",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "decided_on",
                    portal.core.models.fields.WrittenDateField(
                        blank=True,
                        help_text="A year, a month or a day: 2009, October 2009 or 1 October 2009.",
                        max_length=10,
                        verbose_name="decided on",
                    ),
                ),
                (
                    "valid_from",
                    portal.core.models.fields.WrittenDateField(
                        blank=True,
                        help_text="May lie before the decision. Empty: from the decision on.",
                        max_length=10,
                        verbose_name="valid from",
                    ),
                ),
                (
                    "valid_until",
                    portal.core.models.fields.WrittenDateField(
                        blank=True, help_text="Its last day, month or year.", max_length=10, verbose_name="valid until"
                    ),
                ),
                ("is_open_ended", models.BooleanField(default=False, verbose_name="without an end")),
                (
                    "extended_until",
                    portal.core.models.fields.WrittenDateField(
                        blank=True,
                        help_text="While the next decision is being made.",
                        max_length=10,
                        verbose_name="extended until",
                    ),
                ),
                (
                    "extension_reason_de",
                    models.CharField(blank=True, max_length=200, verbose_name="reason for the extension (German)"),
                ),
                (
                    "extension_reason_en",
                    models.CharField(blank=True, max_length=200, verbose_name="reason for the extension (English)"),
                ),
                (
                    "ended_on",
                    portal.core.models.fields.WrittenDateField(
                        blank=True,
                        help_text="Its last day, where it ended before its time.",
                        max_length=10,
                        verbose_name="lapsed or withdrawn on",
                    ),
                ),
                ("source_de", models.CharField(max_length=300, verbose_name="source (German)")),
                ("source_en", models.CharField(blank=True, max_length=300, verbose_name="source (English)")),
                (
                    "report_url",
                    models.URLField(blank=True, max_length=500, verbose_name="address of the proof or report"),
                ),
                (
                    "next_milestone_de",
                    models.CharField(
                        blank=True, help_text="For staff only.", max_length=200, verbose_name="next milestone (German)"
                    ),
                ),
                (
                    "next_milestone_en",
                    models.CharField(
                        blank=True, help_text="For staff only.", max_length=200, verbose_name="next milestone (English)"
                    ),
                ),
                (
                    "next_milestone_on",
                    models.DateField(blank=True, null=True, verbose_name="day of the next milestone"),
                ),
                (
                    "award",
                    models.ForeignKey(
                        blank=True,
                        help_text="The award with which this add-on is shown.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="add_ons",
                        to="programs.certification",
                        verbose_name="add-on to",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="The certificate itself, as everybody may see it.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="media.portaldocument",
                        verbose_name="document",
                    ),
                ),
                (
                    "holder_institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certifications",
                        to="partners.institution",
                        verbose_name="held by the institution",
                    ),
                ),
                (
                    "holder_unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certifications",
                        to="partners.unit",
                        verbose_name="held by the unit",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="programs.certification",
                        verbose_name="predecessor",
                    ),
                ),
                (
                    "responsible_unit",
                    models.ForeignKey(
                        help_text="Is reminded of the next milestone.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certifications_in_care",
                        to="partners.unit",
                        verbose_name="responsible office",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certifications",
                        to="programs.certificationscheme",
                        verbose_name="scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "certification",
                "verbose_name_plural": "certifications",
                "ordering": ["sort_de"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("slug_de",), name="programs_certification_slug_de"),
                    models.UniqueConstraint(
                        django.db.models.functions.comparison.Coalesce(
                            django.db.models.functions.comparison.NullIf("slug_en", models.Value("")), "slug_de"
                        ),
                        name="programs_certification_slug_en",
                    ),
                ],
            },
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                wagtail.models.preview.PreviewableMixin,
                modelsearch.index.Indexed,
                models.Model,
            ),
        ),
        migrations.AddConstraint(
            model_name="lifesituation",
            constraint=models.UniqueConstraint(fields=("slug_de",), name="programs_lifesituation_slug_de"),
        ),
        migrations.AddConstraint(
            model_name="lifesituation",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Coalesce(
                    django.db.models.functions.comparison.NullIf("slug_en", models.Value("")), "slug_de"
                ),
                name="programs_lifesituation_slug_en",
            ),
        ),
        migrations.AddIndex(
            model_name="program",
            index=models.Index(
                condition=models.Q(("live", True)),
                fields=["id"],
                include=("status", "expire_at", "responsible_unit", "service_languages", "sort_de", "sort_en"),
                name="programs_program_listed",
            ),
        ),
        migrations.AddConstraint(
            model_name="program",
            constraint=models.UniqueConstraint(fields=("slug_de",), name="programs_program_slug_de"),
        ),
        migrations.AddConstraint(
            model_name="program",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Coalesce(
                    django.db.models.functions.comparison.NullIf("slug_en", models.Value("")), "slug_de"
                ),
                name="programs_program_slug_en",
            ),
        ),
        migrations.AddIndex(
            model_name="enrolmentperiod",
            index=models.Index(
                fields=["program"], include=("kind", "opens_on", "closes_on"), name="programs_period_availability"
            ),
        ),
        *(
            migrations.RunSQL(
                f"CREATE INDEX programs_finder_{name} ON programs_program_{name} ({column}, program_id)",
                f"DROP INDEX programs_finder_{name}",
            )
            for name, column in LINKS.items()
        ),
    ]
