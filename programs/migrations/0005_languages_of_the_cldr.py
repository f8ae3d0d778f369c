from django.db import migrations

import portal.core.models.languages


class Migration(migrations.Migration):
    dependencies = [
        ("programs", "0004_fill_words_for_deadlines"),
    ]

    operations = [
        migrations.AlterField(
            model_name="program",
            name="service_languages",
            field=portal.core.models.languages.LanguagesField(
                base_field=portal.core.models.languages.LanguageField(max_length=12),
                blank=True,
                default=list,
                size=None,
                verbose_name="advice given in",
            ),
        ),
        migrations.AlterField(
            model_name="teachinglanguage",
            name="language",
            field=portal.core.models.languages.LanguageField(max_length=12, verbose_name="language"),
        ),
    ]
