import django.db.models.deletion
import modelcluster.fields
import wagtail.contrib.routable_page.models
from django.db import migrations, models

import portal.core.data
import portal.core.models.fields
import portal.core.models.first_version
import portal.core.models.previews


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("partners", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
                ("body", portal.core.models.fields.PlainStreamField([], blank=True, verbose_name="body")),
                (
                    "purpose",
                    models.CharField(
                        choices=[("easy", "Leichte Sprache"), ("sign", "Gebärdensprache")],
                        max_length=20,
                        verbose_name="purpose",
                    ),
                ),
            ],
            options={
                "verbose_name": "page in Leichte Sprache or sign language",
                "verbose_name_plural": "pages in Leichte Sprache or sign language",
            },
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="ArticlePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
                ("body", portal.core.models.fields.PlainStreamField([], blank=True, verbose_name="body")),
            ],
            options={"verbose_name": "article", "verbose_name_plural": "articles"},
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="CertificationIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
            ],
            options={"verbose_name": "list of certifications", "verbose_name_plural": "lists of certifications"},
            bases=(
                portal.core.data.DataMixin,
                wagtail.contrib.routable_page.models.RoutablePageMixin,
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="ContactPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
                ("body", portal.core.models.fields.PlainStreamField([], blank=True, verbose_name="body")),
                (
                    "purpose",
                    models.CharField(
                        choices=[("contact", "Contact"), ("barrier", "Report a barrier")],
                        max_length=20,
                        verbose_name="purpose",
                    ),
                ),
            ],
            options={"verbose_name": "contact page", "verbose_name_plural": "contact pages"},
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="GuidingPrincipleIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
                (
                    "headline",
                    models.CharField(
                        blank=True,
                        help_text="Stands in large type at the top, instead of the title.",
                        max_length=60,
                        verbose_name="headline",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of guiding principles",
                "verbose_name_plural": "lists of guiding principles",
            },
            bases=(
                portal.core.data.DataMixin,
                wagtail.contrib.routable_page.models.RoutablePageMixin,
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
                ("body", portal.core.models.fields.PlainStreamField([], blank=True, verbose_name="body")),
            ],
            options={"verbose_name": "home page", "verbose_name_plural": "home pages"},
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="LegalPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
                ("body", portal.core.models.fields.PlainStreamField([], blank=True, verbose_name="body")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("imprint", "Imprint"),
                            ("privacy", "Privacy"),
                            ("accessibility", "Accessibility statement"),
                        ],
                        max_length=20,
                        verbose_name="purpose",
                    ),
                ),
            ],
            options={"verbose_name": "legal page", "verbose_name_plural": "legal pages"},
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="LifeSituationIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
            ],
            options={"verbose_name": "list of life situations", "verbose_name_plural": "lists of life situations"},
            bases=(
                portal.core.data.DataMixin,
                wagtail.contrib.routable_page.models.RoutablePageMixin,
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="MySubjectPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
            ],
            options={"verbose_name": "page “my subject”", "verbose_name_plural": "pages “my subject”"},
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="NetworkPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
            ],
            options={"verbose_name": "page of a network", "verbose_name_plural": "pages of networks"},
            bases=(
                portal.core.data.DataMixin,
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="PartnershipIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
            ],
            options={"verbose_name": "list of partnerships", "verbose_name_plural": "lists of partnerships"},
            bases=(
                portal.core.data.DataMixin,
                wagtail.contrib.routable_page.models.RoutablePageMixin,
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="ProgramIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
            ],
            options={"verbose_name": "programme list", "verbose_name_plural": "programme lists"},
            bases=(
                portal.core.data.DataMixin,
                wagtail.contrib.routable_page.models.RoutablePageMixin,
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="SearchPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
            ],
            options={"verbose_name": "search page", "verbose_name_plural": "search pages"},
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="SectionPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lede",
                    models.TextField(
                        blank=True,
                        help_text="Stands below the title and in lists.",
                        max_length=300,
                        verbose_name="opening sentence",
                    ),
                ),
                ("body", portal.core.models.fields.PlainStreamField([], blank=True, verbose_name="body")),
            ],
            options={"verbose_name": "section page", "verbose_name_plural": "section pages"},
            bases=(
                portal.core.models.previews.NarrowPreviewMixin,
                portal.core.models.first_version.FirstVersionMixin,
                "wagtailcore.page",
            ),
        ),
        migrations.AddField(
            model_name="contactpage",
            name="contacts",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True, to="partners.contact", verbose_name="contacts"
            ),
        ),
        migrations.AddField(
            model_name="mysubjectpage",
            name="zero_results_contact",
            field=models.ForeignKey(
                blank=True,
                help_text="Named where nothing matches, for instance the student counselling.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="partners.contact",
                verbose_name="whom to ask",
            ),
        ),
        migrations.AddField(
            model_name="networkpage",
            name="network",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pages",
                to="partners.network",
                verbose_name="network",
            ),
        ),
        migrations.AddField(
            model_name="partnershipindexpage",
            name="statement",
            field=models.ForeignKey(
                blank=True,
                help_text="A number of partnerships with its source: stands beside what is counted here.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="partners.fact",
                verbose_name="what is said elsewhere",
            ),
        ),
        migrations.AddField(
            model_name="partnershipindexpage",
            name="story",
            field=models.ForeignKey(
                blank=True,
                help_text="The page that explains why these numbers are not the same.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.page",
                verbose_name="read on",
            ),
        ),
        migrations.AddField(
            model_name="partnershipindexpage",
            name="zero_results_contact",
            field=models.ForeignKey(
                blank=True,
                help_text="Named where nothing matches, for instance the student counselling.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="partners.contact",
                verbose_name="whom to ask",
            ),
        ),
        migrations.AddField(
            model_name="programindexpage",
            name="zero_results_contact",
            field=models.ForeignKey(
                blank=True,
                help_text="Named where nothing matches, for instance the student counselling.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="partners.contact",
                verbose_name="whom to ask",
            ),
        ),
    ]
