"""Slugs of tags: taggit makes them from names, and those of long names would become too long with a number behind."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from taggit.models import Tag

from portal.core.language.letters import numbered


@receiver(pre_save, sender=Tag)
def number_slug(instance: Tag, raw: bool = False, **_signal: Any) -> None:
    """Give a new tag a free slug before taggit looks for one."""
    if raw or instance.pk:
        return
    longest = Tag._meta.get_field("slug").max_length
    slugs = numbered(instance.slug, longest, "_")
    instance.slug = next(slug for slug in slugs if not Tag.objects.filter(slug=slug).exists())
