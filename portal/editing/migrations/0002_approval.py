"""One approval, by a moderator, for pages and for records with drafts. Whoever may publish needs none."""

from django.db import migrations

from portal.accounts.groups import MODERATOR

NAME = "Freigabe / Approval"
RECORDS = (("programs", "program"), ("programs", "lifesituation"), ("partners", "institution"))


def assign(apps, schema_editor):
    workflow = _workflow(apps)
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    apps.get_model("wagtailcore", "WorkflowPage").objects.update_or_create(page=root, defaults={"workflow": workflow})
    for app, model in RECORDS:
        apps.get_model("wagtailcore", "WorkflowContentType").objects.update_or_create(
            content_type=_kind(apps, app, model), defaults={"workflow": workflow}
        )


def _workflow(apps):
    """Return the workflow that Wagtail has made for moderators, under a name in both languages; or a new one."""
    moderators = apps.get_model("auth", "Group").objects.get(name=MODERATOR)
    tasks = apps.get_model("wagtailcore", "GroupApprovalTask").objects
    task = tasks.filter(groups=moderators, active=True).first()
    if task is None:
        task = tasks.create(name=NAME, content_type=_kind(apps, "wagtailcore", "groupapprovaltask"))
    task.groups.set([moderators])
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    workflow = workflows.filter(workflow_tasks__task=task, active=True).first() or workflows.create(name=NAME)
    apps.get_model("wagtailcore", "WorkflowTask").objects.get_or_create(workflow=workflow, task_id=task.pk)
    for named in (task, workflow):
        named.name = NAME
        named.save()
    return workflow


def _kind(apps, app: str, model: str):
    """Django makes the rows of content types only after all migrations have run."""
    kind, _is_new = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    return kind


class Migration(migrations.Migration):
    dependencies = [
        ("editing", "0001_initial"),
        ("accounts", "0002_groups"),
        ("partners", "0001_initial"),
        ("programs", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(assign, migrations.RunPython.noop)]
