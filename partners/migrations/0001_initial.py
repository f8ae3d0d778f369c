import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import modelcluster.fields
import modelsearch.index
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models

import partners.geography.countries
import partners.models.document
import partners.models.fields
import portal.core.models.fields
import portal.core.models.first_version
import portal.core.models.previews
import portal.core.models.public_id
import portal.core.time.edtf
import portal.media.private


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("media", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AgreementType",
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
                    "lead_months",
                    models.PositiveSmallIntegerField(
                        default=6,
                        help_text="From the first talk to the signature.",
                        verbose_name="usual lead time (months)",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "type of agreement",
                "verbose_name_plural": "types of agreement",
                "ordering": ["position", "sort_de"],
            },
        ),
        migrations.CreateModel(
            name="Contact",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("advice", "Advice"),
                            ("coordinator", "Coordination"),
                            ("nominations", "Nominations"),
                            ("incoming", "Incoming students"),
                            ("outgoing", "Outgoing students"),
                            ("signatory", "Signatory"),
                            ("inclusion", "Inclusion"),
                            ("emergency", "Emergency"),
                            ("office", "Office"),
                        ],
                        default="advice",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "person",
                    models.CharField(
                        blank=True,
                        help_text="Leave empty where a mailbox of the office will do.",
                        max_length=200,
                        verbose_name="person",
                    ),
                ),
                (
                    "publication_basis",
                    models.CharField(
                        blank=True,
                        help_text="Why this person may be named in public, for instance “consent of 3 May 2026”. Empty: internal.",
                        max_length=300,
                        verbose_name="basis for publication",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=16,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+[1-9]\\d{6,14}$", "Write it as +49201…, without blanks (E.164)."
                            )
                        ],
                        verbose_name="phone",
                    ),
                ),
                ("hours_de", models.CharField(blank=True, max_length=200, verbose_name="hours (German)")),
                ("hours_en", models.CharField(blank=True, max_length=200, verbose_name="hours (English)")),
                (
                    "languages",
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
                        verbose_name="languages",
                    ),
                ),
                ("last_confirmed_on", models.DateField(blank=True, null=True, verbose_name="last confirmed on")),
                ("delete_after", models.DateField(blank=True, null=True, verbose_name="delete after")),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": ["sort_de"],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="SubjectField",
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
                    "code",
                    models.CharField(
                        max_length=4,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^\\d{2,4}$", "Two to four digits.")],
                        verbose_name="code",
                    ),
                ),
            ],
            options={
                "verbose_name": "field of study",
                "verbose_name_plural": "fields of study",
                "ordering": ["code"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Tag",
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
            ],
            options={
                "verbose_name": "tag",
                "verbose_name_plural": "tags",
                "ordering": ["sort_de"],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Agreement",
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
                ("reference", models.CharField(blank=True, max_length=80, verbose_name="reference")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("negotiation", "In negotiation"),
                            ("awaiting-signature", "Awaiting signature"),
                            ("signed", "Signed"),
                            ("terminated", "Terminated"),
                            ("superseded", "Superseded"),
                            ("rejected", "Rejected"),
                        ],
                        default="draft",
                        max_length=20,
                        verbose_name="stage",
                    ),
                ),
                (
                    "signed_on",
                    models.DateField(
                        blank=True, help_text="The day of the last signature.", null=True, verbose_name="signed on"
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="in force from")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="The last day, inclusive.", null=True, verbose_name="in force until"
                    ),
                ),
                ("is_open_ended", models.BooleanField(default=False, verbose_name="no fixed end")),
                (
                    "renewal",
                    models.CharField(
                        choices=[
                            ("none", "ends"),
                            ("automatic", "goes on by itself unless notice is given"),
                            ("by-agreement", "goes on if both agree"),
                        ],
                        default="none",
                        max_length=15,
                        verbose_name="at its end it",
                    ),
                ),
                (
                    "renewal_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(240),
                        ],
                        verbose_name="renewed by (months)",
                    ),
                ),
                (
                    "notice_months",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Before the end.",
                        validators=[django.core.validators.MaxValueValidator(60)],
                        verbose_name="notice (months)",
                    ),
                ),
                (
                    "terminated_on",
                    models.DateField(
                        blank=True,
                        help_text="The last day on which it is in force.",
                        null=True,
                        verbose_name="terminated with effect from",
                    ),
                ),
                (
                    "termination_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="reason for terminating"),
                ),
                (
                    "activities",
                    portal.core.models.fields.ChoiceArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("study", "Study"),
                                ("traineeship", "Traineeship"),
                                ("doctoral", "Doctoral studies"),
                                ("teaching", "Teaching"),
                                ("staff-training", "Staff training"),
                                ("research", "Research"),
                                ("development", "Institutional development"),
                            ],
                            max_length=15,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="activities",
                    ),
                ),
                ("summary_de", models.TextField(blank=True, max_length=1000, verbose_name="summary (German)")),
                ("summary_en", models.TextField(blank=True, max_length=1000, verbose_name="summary (English)")),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True,
                        help_text="After it has gone on by itself.",
                        null=True,
                        verbose_name="continuation confirmed on",
                    ),
                ),
                (
                    "internal_note",
                    models.TextField(
                        blank=True, help_text="Never leaves the staff area.", verbose_name="internal note"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="deputy",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="partners.agreement",
                        verbose_name="takes the place of",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="agreements",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="responsible person",
                    ),
                ),
                (
                    "agreement_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="partners.agreementtype",
                        verbose_name="type of agreement",
                    ),
                ),
                (
                    "subjects",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        related_name="agreements",
                        to="partners.subjectfield",
                        verbose_name="fields of study (ISCED-F 2013)",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement",
                "verbose_name_plural": "agreements",
                "ordering": ["sort_de"],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="AgreementDocument",
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
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contract", "Text of the agreement"),
                            ("annex", "Annex"),
                            ("amendment", "Amendment"),
                            ("notice", "Notice"),
                            ("correspondence", "Correspondence"),
                        ],
                        default="contract",
                        max_length=15,
                        verbose_name="kind",
                    ),
                ),
                ("title_de", models.CharField(blank=True, max_length=200, verbose_name="title (German)")),
                ("title_en", models.CharField(blank=True, max_length=200, verbose_name="title (English)")),
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
                        default="de",
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                ("is_signed", models.BooleanField(default=False, verbose_name="signed")),
                (
                    "is_internal",
                    models.BooleanField(
                        default=True,
                        help_text="Readers may have it only where this is not ticked.",
                        verbose_name="internal",
                    ),
                ),
                (
                    "file",
                    portal.media.private.CheckedFileField(
                        help_text="PDF or DOCX, 20 MB at most.",
                        upload_to=partners.models.document._folder,
                        verbose_name="file",
                    ),
                ),
                ("file_name", models.CharField(editable=False, max_length=200)),
                (
                    "agreement",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="documents", to="partners.agreement"
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Fact",
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
                ("statement_de", models.CharField(max_length=400, verbose_name="statement (German)")),
                ("statement_en", models.CharField(blank=True, max_length=400, verbose_name="statement (English)")),
                (
                    "value_de",
                    models.CharField(
                        blank=True,
                        help_text="As it is to be shown: “> 400”, “33 %”.",
                        max_length=40,
                        verbose_name="figure (German)",
                    ),
                ),
                (
                    "value_en",
                    models.CharField(
                        blank=True,
                        help_text="As it is to be shown: “> 400”, “33 %”.",
                        max_length=40,
                        verbose_name="figure (English)",
                    ),
                ),
                (
                    "unit_de",
                    models.CharField(
                        blank=True,
                        help_text="Stands below the figure.",
                        max_length=200,
                        verbose_name="what is counted (German)",
                    ),
                ),
                (
                    "unit_en",
                    models.CharField(
                        blank=True,
                        help_text="Stands below the figure.",
                        max_length=200,
                        verbose_name="what is counted (English)",
                    ),
                ),
                (
                    "as_of",
                    portal.core.models.fields.WrittenDateField(blank=True, max_length=10, verbose_name="as of"),
                ),
                (
                    "as_of_note_de",
                    models.CharField(
                        blank=True,
                        help_text="Where there is no exact date.",
                        max_length=200,
                        verbose_name="note on the date (German)",
                    ),
                ),
                (
                    "as_of_note_en",
                    models.CharField(
                        blank=True,
                        help_text="Where there is no exact date.",
                        max_length=200,
                        verbose_name="note on the date (English)",
                    ),
                ),
                ("source_de", models.CharField(max_length=300, verbose_name="source (German)")),
                ("source_en", models.CharField(blank=True, max_length=300, verbose_name="source (English)")),
                ("source_url", models.URLField(blank=True, max_length=500, verbose_name="address of the source")),
                (
                    "conflicts_with",
                    models.ManyToManyField(blank=True, to="partners.fact", verbose_name="other sources say"),
                ),
            ],
            options={
                "verbose_name": "fact",
                "verbose_name_plural": "facts",
                "ordering": ["pk"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Institution",
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
                    "disability_support",
                    models.CharField(
                        choices=[("not-asked", "not yet asked"), ("yes", "yes"), ("partly", "in part"), ("no", "no")],
                        default="not-asked",
                        max_length=10,
                        verbose_name="support with disabilities",
                    ),
                ),
                (
                    "family_support",
                    models.CharField(
                        choices=[("not-asked", "not yet asked"), ("yes", "yes"), ("partly", "in part"), ("no", "no")],
                        default="not-asked",
                        max_length=10,
                        verbose_name="support for families",
                    ),
                ),
                (
                    "equality_policy_url",
                    partners.models.fields.WebsiteField(blank=True, verbose_name="address of the equality policy"),
                ),
                ("inclusion_note_de", models.TextField(blank=True, verbose_name="note on inclusion (German)")),
                ("inclusion_note_en", models.TextField(blank=True, verbose_name="note on inclusion (English)")),
                ("inclusion_source", models.CharField(blank=True, max_length=300, verbose_name="source")),
                ("inclusion_checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "country",
                    models.CharField(
                        choices=partners.geography.countries.choices, max_length=2, verbose_name="country"
                    ),
                ),
                ("city_de", models.CharField(blank=True, max_length=120, verbose_name="city (German)")),
                ("city_en", models.CharField(blank=True, max_length=120, verbose_name="city (English)")),
                ("region", models.CharField(blank=True, max_length=120, verbose_name="region")),
                ("street", models.CharField(blank=True, max_length=200, verbose_name="street")),
                ("postal_code", models.CharField(blank=True, max_length=20, verbose_name="postal code")),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        help_text="Degrees north of the equator, south of it with a minus: 51.42850.",
                        max_digits=7,
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
                        help_text="Degrees east of Greenwich, west of it with a minus: 6.80060.",
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
                    "precision",
                    models.CharField(
                        choices=[
                            ("site", "Building or campus"),
                            ("city", "City"),
                            ("country", "Country"),
                            ("unknown", "Unknown"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="precision",
                    ),
                ),
                (
                    "location_source",
                    models.CharField(blank=True, max_length=200, verbose_name="source of the location"),
                ),
                ("abbreviation", models.CharField(blank=True, max_length=40, verbose_name="abbreviation")),
                (
                    "name_original",
                    models.CharField(
                        blank=True,
                        help_text="As it writes itself: “北京大学”.",
                        max_length=300,
                        verbose_name="name in the original script",
                    ),
                ),
                (
                    "original_lang",
                    models.CharField(
                        blank=True,
                        help_text="A tag of BCP 47: “zh”, “ar”, “el”.",
                        max_length=12,
                        verbose_name="language of the original name",
                    ),
                ),
                (
                    "name_latin",
                    models.CharField(
                        blank=True,
                        help_text="“Běijīng Dàxué”.",
                        max_length=300,
                        verbose_name="original name in Latin letters",
                    ),
                ),
                (
                    "institution_type",
                    models.CharField(
                        choices=[
                            ("university", "University"),
                            ("applied-sciences", "University of applied sciences"),
                            ("arts", "University of the arts"),
                            ("teacher-training", "Teacher training college"),
                            ("research-institute", "Research institute"),
                            ("company", "Company"),
                            ("public-body", "Public body"),
                            ("ngo", "Non-governmental organisation"),
                            ("network", "Network"),
                            ("school", "School"),
                            ("other", "Other"),
                        ],
                        default="university",
                        max_length=20,
                        verbose_name="type",
                    ),
                ),
                ("website", partners.models.fields.WebsiteField(blank=True, verbose_name="website")),
                ("description_de", wagtail.fields.RichTextField(blank=True, verbose_name="description (German)")),
                ("description_en", wagtail.fields.RichTextField(blank=True, verbose_name="description (English)")),
                (
                    "cooperation_without_agreement",
                    models.BooleanField(
                        default=False,
                        help_text="A partner although nothing was signed.",
                        verbose_name="cooperation without an agreement",
                    ),
                ),
                (
                    "has_other_role",
                    models.BooleanField(
                        default=False,
                        help_text="The university itself, an awarding body, a network, somebody who offers programmes: readers see it although it is no partner. Leave this open for those who might become partners: they are not shown.",
                        verbose_name="known in another role",
                    ),
                ),
                (
                    "internal_note",
                    models.TextField(
                        blank=True, help_text="Never leaves the staff area.", verbose_name="internal note"
                    ),
                ),
                (
                    "inclusion_contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="partners.contact",
                        verbose_name="contact for questions of inclusion",
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
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="media.portalimage",
                        verbose_name="logo",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="partners.institution",
                        verbose_name="part of",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="partners.institution",
                    ),
                ),
                (
                    "tags",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="institutions", to="partners.tag", verbose_name="tags"
                    ),
                ),
            ],
            options={
                "verbose_name": "institution",
                "verbose_name_plural": "institutions",
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
            name="DueDiligence",
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
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("open", "Not decided"),
                            ("cleared", "No objection"),
                            ("conditions", "With conditions"),
                            ("refused", "Objection"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="decision",
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="reviewed on")),
                ("next_review_on", models.DateField(blank=True, null=True, verbose_name="next review on")),
                (
                    "note",
                    models.TextField(blank=True, help_text="Never leaves the staff area.", verbose_name="reasons"),
                ),
                (
                    "institution",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="due_diligence",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "due-diligence review",
                "verbose_name_plural": "due-diligence reviews",
                "ordering": ["institution__sort_de"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name="contact",
            name="institution",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacts",
                to="partners.institution",
                verbose_name="institution",
            ),
        ),
        migrations.CreateModel(
            name="InstitutionEvent",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("renamed", "Renamed"),
                            ("merged", "Merged into another institution"),
                            ("split", "A part became an institution of its own"),
                            ("closed", "Closed"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("on", models.DateField(help_text="The first day on which it held.", verbose_name="on")),
                ("note_de", models.CharField(blank=True, max_length=300, verbose_name="note (German)")),
                ("note_en", models.CharField(blank=True, max_length=300, verbose_name="note (English)")),
                ("before", models.JSONField(default=dict, editable=False)),
                ("after", models.JSONField(default=dict, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events_elsewhere",
                        to="partners.institution",
                        verbose_name="other institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="InstitutionIdentifier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "scheme",
                    models.CharField(
                        choices=[
                            ("ror", "ROR"),
                            ("isni", "ISNI"),
                            ("wikidata", "Wikidata"),
                            ("erasmus", "Erasmus code"),
                            ("pic", "PIC"),
                            ("oid", "OID"),
                            ("schac", "SCHAC"),
                        ],
                        max_length=10,
                        verbose_name="scheme",
                    ),
                ),
                ("value", models.CharField(max_length=120, verbose_name="identifier")),
                ("normalized", models.CharField(editable=False, max_length=120)),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid until")),
                (
                    "institution",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identifiers",
                        to="partners.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "identifier of a register",
                "verbose_name_plural": "identifiers of registers",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InstitutionName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("value", models.CharField(max_length=300, verbose_name="name")),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="A tag of BCP 47, for instance “fr” or “zh”.",
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "script",
                    models.CharField(
                        blank=True,
                        help_text="Four letters of ISO 15924, for instance “Cyrl” or “Hans”.",
                        max_length=4,
                        verbose_name="script",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "Official name"),
                            ("exonym", "Name in another language"),
                            ("former", "Former name"),
                            ("acronym", "Abbreviation"),
                        ],
                        default="official",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "valid_from",
                    portal.core.models.fields.WrittenDateField(blank=True, max_length=10, verbose_name="valid from"),
                ),
                (
                    "valid_to",
                    portal.core.models.fields.WrittenDateField(blank=True, max_length=10, verbose_name="valid until"),
                ),
                (
                    "institution",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="partners.institution"
                    ),
                ),
            ],
            options={
                "verbose_name": "further name",
                "verbose_name_plural": "further names",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Network",
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
                ("summary_de", models.CharField(max_length=300, verbose_name="summary (German)")),
                ("summary_en", models.CharField(blank=True, max_length=300, verbose_name="summary (English)")),
                ("mission_de", wagtail.fields.RichTextField(verbose_name="what it is for (German)")),
                ("mission_en", wagtail.fields.RichTextField(blank=True, verbose_name="what it is for (English)")),
                ("guarantors_de", wagtail.fields.RichTextField(blank=True, verbose_name="who vouches for it (German)")),
                (
                    "guarantors_en",
                    wagtail.fields.RichTextField(blank=True, verbose_name="who vouches for it (English)"),
                ),
                ("legal_form_de", models.CharField(blank=True, max_length=200, verbose_name="legal form (German)")),
                ("legal_form_en", models.CharField(blank=True, max_length=200, verbose_name="legal form (English)")),
                (
                    "founded_on",
                    portal.core.models.fields.WrittenDateField(
                        blank=True,
                        help_text="A year, a month or a day: 2009, October 2009 or 1 October 2009.",
                        max_length=10,
                        verbose_name="founded on",
                    ),
                ),
                ("predecessor_de", models.CharField(blank=True, max_length=200, verbose_name="predecessor (German)")),
                ("predecessor_en", models.CharField(blank=True, max_length=200, verbose_name="predecessor (English)")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "facts",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="networks", to="partners.fact", verbose_name="figures"
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
                "verbose_name": "network",
                "verbose_name_plural": "networks",
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
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "name_de",
                    models.CharField(
                        blank=True,
                        help_text="Only where the institution is called otherwise today, or is no more.",
                        max_length=300,
                        verbose_name="name at that time (German)",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Only where the institution is called otherwise today, or is no more.",
                        max_length=300,
                        verbose_name="name at that time (English)",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("university", "Universities"),
                            ("city", "City and city marketing"),
                            ("business", "Business"),
                            ("culture", "Culture and research"),
                            ("service", "Services for students"),
                        ],
                        default="university",
                        max_length=12,
                        verbose_name="kind of member",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("full", "Member"), ("supporting", "Supporting member")],
                        default="full",
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                (
                    "since",
                    portal.core.models.fields.WrittenDateField(
                        help_text="A year, a month or a day: 2009, October 2009 or 1 October 2009.",
                        max_length=10,
                        verbose_name="since",
                    ),
                ),
                (
                    "until",
                    portal.core.models.fields.WrittenDateField(
                        blank=True,
                        help_text="Its last day, month or year. Empty: until today.",
                        max_length=10,
                        verbose_name="until",
                    ),
                ),
                ("note_de", models.CharField(blank=True, max_length=300, verbose_name="note (German)")),
                ("note_en", models.CharField(blank=True, max_length=300, verbose_name="note (English)")),
                ("source_de", models.CharField(max_length=300, verbose_name="source (German)")),
                ("source_en", models.CharField(blank=True, max_length=300, verbose_name="source (English)")),
                ("source_url", models.URLField(blank=True, max_length=500, verbose_name="address of the source")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where an institution that has left is now.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.institution",
                        verbose_name="became part of",
                    ),
                ),
                (
                    "network",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to="partners.network"
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GuidingPrinciple",
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
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="It lights the strand.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(6),
                        ],
                        verbose_name="number",
                    ),
                ),
                (
                    "version",
                    models.PositiveSmallIntegerField(
                        default=1, validators=[django.core.validators.MinValueValidator(1)], verbose_name="version"
                    ),
                ),
                ("text_de", models.TextField(max_length=1000, verbose_name="text in our words (German)")),
                ("text_en", models.TextField(blank=True, max_length=1000, verbose_name="text in our words (English)")),
                (
                    "official_text_de",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Only where the network has allowed it.",
                        verbose_name="official text (German)",
                    ),
                ),
                (
                    "official_text_en",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Only where the network has allowed it.",
                        verbose_name="official text (English)",
                    ),
                ),
                (
                    "valid_from",
                    portal.core.models.fields.WrittenDateField(
                        help_text="A year, a month or a day: 2009, October 2009 or 1 October 2009.",
                        max_length=10,
                        verbose_name="valid from",
                    ),
                ),
                (
                    "valid_until",
                    portal.core.models.fields.WrittenDateField(
                        blank=True,
                        help_text="A year, a month or a day: 2009, October 2009 or 1 October 2009.",
                        max_length=10,
                        verbose_name="valid until",
                    ),
                ),
                ("source_de", models.CharField(max_length=300, verbose_name="source (German)")),
                ("source_en", models.CharField(blank=True, max_length=300, verbose_name="source (English)")),
                ("source_url", models.URLField(blank=True, max_length=500, verbose_name="address of the source")),
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
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="principles",
                        to="partners.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "guiding principle",
                "verbose_name_plural": "guiding principles",
                "ordering": ["number", "version"],
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
            name="Committee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("name_de", models.CharField(max_length=200, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=200, verbose_name="name (English)")),
                ("mandate_de", models.CharField(max_length=500, verbose_name="mandate (German)")),
                ("mandate_en", models.CharField(blank=True, max_length=500, verbose_name="mandate (English)")),
                (
                    "network",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="committees", to="partners.network"
                    ),
                ),
            ],
            options={
                "verbose_name": "committee",
                "verbose_name_plural": "committees",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NetworkDate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "on",
                    portal.core.models.fields.WrittenDateField(
                        help_text="A year, a month or a day: 2009, October 2009 or 1 October 2009.",
                        max_length=10,
                        verbose_name="on",
                    ),
                ),
                ("text_de", models.CharField(max_length=300, verbose_name="what happened (German)")),
                ("text_en", models.CharField(blank=True, max_length=300, verbose_name="what happened (English)")),
                ("source_de", models.CharField(max_length=300, verbose_name="source (German)")),
                ("source_en", models.CharField(blank=True, max_length=300, verbose_name="source (English)")),
                ("source_url", models.URLField(blank=True, max_length=500, verbose_name="address of the source")),
                (
                    "network",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="dates", to="partners.network"
                    ),
                ),
            ],
            options={
                "verbose_name": "date",
                "verbose_name_plural": "dates",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "name_at_signature",
                    models.CharField(
                        blank=True,
                        help_text="Left empty: the name that it bore then.",
                        max_length=300,
                        verbose_name="name at the signature",
                    ),
                ),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                (
                    "signatory",
                    models.CharField(
                        blank=True, help_text="Never leaves the staff area.", max_length=200, verbose_name="signed by"
                    ),
                ),
                (
                    "left_on",
                    models.DateField(
                        blank=True,
                        help_text="Only if this party has left and the others go on: its last day.",
                        null=True,
                        verbose_name="party until",
                    ),
                ),
                (
                    "agreement",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parties", to="partners.agreement"
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "party",
                "verbose_name_plural": "parties",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Profile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "name",
                    models.CharField(
                        help_text="As the service calls itself: “Instagram”.", max_length=80, verbose_name="name"
                    ),
                ),
                ("url", models.URLField(verbose_name="address")),
                (
                    "network",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="profiles", to="partners.network"
                    ),
                ),
            ],
            options={
                "verbose_name": "profile elsewhere",
                "verbose_name_plural": "profiles elsewhere",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("office_de", models.CharField(max_length=200, verbose_name="office (German)")),
                ("office_en", models.CharField(blank=True, max_length=200, verbose_name="office (English)")),
                (
                    "since",
                    portal.core.models.fields.WrittenDateField(
                        blank=True,
                        help_text="A year, a month or a day: 2009, October 2009 or 1 October 2009.",
                        max_length=10,
                        verbose_name="since",
                    ),
                ),
                (
                    "until",
                    portal.core.models.fields.WrittenDateField(
                        blank=True,
                        help_text="A year, a month or a day: 2009, October 2009 or 1 October 2009.",
                        max_length=10,
                        verbose_name="until",
                    ),
                ),
                (
                    "committee",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seats", to="partners.committee"
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="partners.contact",
                        verbose_name="contact",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "seat",
                "verbose_name_plural": "seats",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
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
                    "activity",
                    models.CharField(
                        choices=[
                            ("study", "Study"),
                            ("traineeship", "Traineeship"),
                            ("doctoral", "Doctoral studies"),
                            ("teaching", "Teaching"),
                            ("staff-training", "Staff training"),
                            ("research", "Research"),
                            ("development", "Institutional development"),
                        ],
                        default="study",
                        max_length=15,
                        verbose_name="activity",
                    ),
                ),
                (
                    "persons",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="persons per year",
                    ),
                ),
                (
                    "months",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(9999),
                        ],
                        verbose_name="months per year, of all together",
                    ),
                ),
                (
                    "eqf_levels",
                    portal.core.models.fields.ChoiceArrayField(
                        base_field=models.PositiveSmallIntegerField(choices=[(5, "5"), (6, "6"), (7, "7"), (8, "8")]),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="levels (European Qualifications Framework)",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
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
                    "language_level",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2"), ("C1", "C1"), ("C2", "C2")],
                        max_length=2,
                        verbose_name="level",
                    ),
                ),
                (
                    "agreement",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="conditions", to="partners.agreement"
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.subjectfield",
                        verbose_name="field of study",
                    ),
                ),
            ],
            options={
                "verbose_name": "condition",
                "verbose_name_plural": "conditions",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Unit",
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
                ("abbreviation", models.CharField(blank=True, max_length=40, verbose_name="abbreviation")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "editors",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Accounts of the group “unit editor” that edit what belongs to this unit and to its parts.",
                        related_name="units",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="unit editors",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only for the unit at the top: the university itself.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="partners.unit",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "unit",
                "verbose_name_plural": "units",
                "ordering": ["sort_de"],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name="contact",
            name="unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacts",
                to="partners.unit",
                verbose_name="unit",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="further_units",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True, related_name="agreements_shared", to="partners.unit", verbose_name="further units"
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="partners.unit",
                verbose_name="responsible unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=models.CheckConstraint(
                condition=models.Q(("source_de__regex", "\\S")),
                name="partners_fact_has_source",
                violation_error_message="Say who says so.",
            ),
        ),
        migrations.AddConstraint(
            model_name="institutionevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind__in", ["merged", "closed"])),
                fields=("institution",),
                name="partners_event_ends_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="institutionidentifier",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to", None)), fields=("scheme", "normalized"), name="partners_identifier_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="network",
            constraint=models.UniqueConstraint(fields=("slug_de",), name="partners_network_slug_de"),
        ),
        migrations.AddConstraint(
            model_name="network",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Coalesce(
                    django.db.models.functions.comparison.NullIf("slug_en", models.Value("")), "slug_de"
                ),
                name="partners_network_slug_en",
            ),
        ),
        migrations.AddConstraint(
            model_name="guidingprinciple",
            constraint=models.UniqueConstraint(fields=("slug_de",), name="partners_guidingprinciple_slug_de"),
        ),
        migrations.AddConstraint(
            model_name="guidingprinciple",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Coalesce(
                    django.db.models.functions.comparison.NullIf("slug_en", models.Value("")), "slug_de"
                ),
                name="partners_guidingprinciple_slug_en",
            ),
        ),
        migrations.AddConstraint(
            model_name="guidingprinciple",
            constraint=models.UniqueConstraint(
                fields=("network", "number", "version"), name="partners_principle_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.UniqueConstraint(fields=("slug_de",), name="partners_institution_slug_de"),
        ),
        migrations.AddConstraint(
            model_name="institution",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Coalesce(
                    django.db.models.functions.comparison.NullIf("slug_en", models.Value("")), "slug_de"
                ),
                name="partners_institution_slug_en",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", None), ("institution", None), _connector="XOR"),
                name="partners_unit_root_has_institution",
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(fields=["stage", "starts_on", "ends_on"], name="partners_agreement_validity"),
        ),
    ]
