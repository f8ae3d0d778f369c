"""The language of each condition becomes the first of several; agreements of Erasmus+ are exchanged through EWP."""

from django.db import migrations


def move_languages(apps, schema_editor):
    """Write the former two columns into `languages`, where that is still empty."""
    conditions = apps.get_model("partners", "Condition").objects.filter(languages=[]).exclude(language="")
    for language, level in conditions.values_list("language", "language_level").distinct().order_by():
        skill = {"language": language, "level": level} if level else {"language": language}
        conditions.filter(language=language, language_level=level).update(languages=[skill])


def exchange_erasmus(apps, schema_editor):
    apps.get_model("partners", "AgreementType").objects.filter(notation="erasmus").update(uses_ewp=True)


class Migration(migrations.Migration):
    dependencies = [("partners", "0005_ewp_fields")]

    operations = [
        migrations.RunPython(move_languages, migrations.RunPython.noop),
        migrations.RunPython(exchange_erasmus, migrations.RunPython.noop),
    ]
