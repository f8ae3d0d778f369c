"""Institutions have drafts now: an editor's needs the same approval as that of a programme."""

from django.db import migrations


def assign(apps, schema_editor):
    kinds = apps.get_model("contenttypes", "ContentType").objects
    assigned = apps.get_model("wagtailcore", "WorkflowContentType").objects
    program = assigned.filter(content_type__app_label="programs", content_type__model="program").first()
    if program:  # else an administrator has taken the approval away
        institution, _is_new = kinds.get_or_create(app_label="partners", model="institution")
        assigned.get_or_create(content_type=institution, defaults={"workflow_id": program.workflow_id})


class Migration(migrations.Migration):
    dependencies = [
        ("editing", "0002_approval"),
        ("partners", "0008_agreements"),
    ]

    operations = [migrations.RunPython(assign, migrations.RunPython.noop)]
