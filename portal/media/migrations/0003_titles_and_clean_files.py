import wagtail.images.models
from django.db import migrations, models

import portal.media.fields

GERMAN_TITLE = {"max_length": 255, "verbose_name": "title (German)"}
ENGLISH_TITLE = {"blank": True, "default": "", "max_length": 255, "verbose_name": "title (English)"}


class Migration(migrations.Migration):
    dependencies = [("media", "0002_rights")]

    operations = [
        migrations.AddField("portalimage", "title_en", models.CharField(**ENGLISH_TITLE), preserve_default=False),
        migrations.AddField("portaldocument", "title_en", models.CharField(**ENGLISH_TITLE), preserve_default=False),
        migrations.AlterField("portalimage", "title", models.CharField(**GERMAN_TITLE)),
        migrations.AlterField("portaldocument", "title", models.CharField(**GERMAN_TITLE)),
        migrations.AlterField(
            "portalimage",
            "file",
            portal.media.fields.CleanImageField(
                height_field="height",
                upload_to=wagtail.images.models.get_upload_to,
                verbose_name="file",
                width_field="width",
            ),
        ),
    ]
