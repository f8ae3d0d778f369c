from django.db import migrations, models

# From a concept to its programmes without a look at the table; Django's own indexes hold one column each.
LINKS = {"life_situations": "lifesituation_id", "kinds": "kind_id", "phases": "phase_id", "modes": "mode_id"}


class Migration(migrations.Migration):
    dependencies = [("programs", "0003_rights")]
    operations = [
        migrations.AddIndex(
            model_name="program",
            index=models.Index(
                condition=models.Q(("live", True)),
                fields=["id"],
                include=("status", "expire_at", "responsible_unit", "service_languages", "sort_de", "sort_en"),
                name="programs_program_listed",
            ),
        ),
        migrations.AddIndex(
            model_name="enrolmentperiod",
            index=models.Index(
                fields=["program"], include=("kind", "opens_on", "closes_on"), name="programs_period_standing"
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
