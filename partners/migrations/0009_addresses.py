"""Institutions that are there already get an address, and stay as visible as they were."""

import django.db.models.functions.comparison
from django.db import migrations, models

from portal.core.letters import slug_of


def give_addresses(apps, schema_editor):
    german, english = set(), set()
    for institution in apps.get_model("partners", "Institution").objects.order_by("pk"):
        # Without an English name the German address answers in both languages, so it has to be free in both.
        others = german if institution.name_en else german | english
        institution.slug_de = _free(others, slug_of(institution.name_de, institution.public_id))
        if institution.name_en:
            institution.slug_en = _free(english, slug_of(institution.name_en, institution.public_id))
        german.add(institution.slug_de)
        english.add(institution.slug_en or institution.slug_de)
        institution.has_other_role = True
        institution.save()


def _free(taken, slug):
    candidate, number = slug, 1
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


class Migration(migrations.Migration):
    dependencies = [("partners", "0008_agreements")]

    operations = [
        migrations.RunPython(give_addresses, migrations.RunPython.noop),
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
    ]
