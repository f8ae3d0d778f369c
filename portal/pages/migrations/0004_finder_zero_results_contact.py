import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0003_accesspage"), ("partners", "0001_initial")]
    operations = [
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
