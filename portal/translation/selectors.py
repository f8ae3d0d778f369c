"""Every reading query of this app."""

from difflib import SequenceMatcher
from itertools import zip_longest

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Q, QuerySet, When
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.models import Page

from portal.core.bilingual import ENGLISH, bilingual_fields, is_empty, reader_language
from portal.core.models import Identified
from portal.core.pages import PublicPage
from portal.core.rights import scope
from portal.translation import texts
from portal.translation.models import STATE, State, Translation

ATTENTION = [State.MISSING, State.OUTDATED]


def translations() -> QuerySet[Translation]:
    """Return all translations with their `current_state`.

    What wants attention stands first; of that, what readers asked for most, then what waits longest.
    """
    wants_attention = Case(When(current_state__in=ATTENTION, then=0), default=1)
    return (
        Translation.objects.annotate(current_state=STATE)
        .select_related("content_type", "confirmed_by")
        .order_by(wants_attention, "-requests", "german_changed_at", "title", "pk")
    )


def waiting() -> QuerySet[Translation]:
    """Return the translations that want attention."""
    return translations().filter(current_state__in=ATTENTION)


def tracked_models() -> list[type]:
    """Return the types of records that have anything to translate."""
    return [model for model in apps.get_models() if issubclass(model, Identified) and bilingual_fields(model)]


def changeable_by(user) -> Q:
    """Return the condition for translations of what somebody may change."""
    pages = [model for model in apps.get_models() if issubclass(model, PublicPage)]
    return scope.changeable(user, [*tracked_models(), *pages], "key", "translation_key")


def of_object(instance) -> Translation | None:
    """Return the translation of a record, or of the pair that a page belongs to."""
    key = instance.translation_key if isinstance(instance, Page) else instance.pk
    content_type = ContentType.objects.get_for_model(instance)
    return translations().filter(content_type=content_type, key=str(key)).first()


def wanted(instance) -> Translation | None:
    """Return the translation that readers may ask for, or None where the English is as it should be."""
    found = of_object(instance)
    return found if found and found.state in ATTENTION else None


def wanted_by_reader(record) -> Translation | None:
    """Return the translation that the reader of a record's page may ask for: where the page is shown by fallback."""
    is_fallback = reader_language() == ENGLISH and is_empty(record.name_en)
    return wanted(record) if is_fallback else None


def pages_of(translation: Translation) -> dict[str, Page]:
    """Return the pages of a pair by language, drafts included; nothing for a record."""
    if not issubclass(translation.content_type.model_class(), PublicPage):
        return {}
    pair = Page.objects.filter(translation_key=translation.key, alias_of=None).select_related("locale")
    return {page.locale.language_code: page for page in pair}


def record_of(translation: Translation):
    """Return the record, or None for a pair of pages and where it is gone."""
    model = translation.content_type.model_class()
    return None if issubclass(model, PublicPage) else model._default_manager.filter(pk=translation.key).first()


def side_by_side(translation: Translation) -> list[tuple[str, str]]:
    """Return (German, English) for each published text. The bodies of two pages are put side by side in their order."""
    record = record_of(translation)
    if record is not None:
        english = texts.of_record(record, "en")
        return [(german, english.get(where, "")) for where, german in translation.german_texts.items() if german]
    english_page = pages_of(translation).get("en")
    english = texts.of_page(english_page.specific) if english_page else {}
    return list(zip_longest(translation.german_texts.values(), english.values(), fillvalue=""))


def edit_links(translation: Translation) -> list[tuple[str, str]]:
    """Return (address, label) of the forms in which the texts are edited."""
    record = record_of(translation)
    if record is not None:
        return [(reverse(type(record).snippet_viewset.get_url_name("edit"), args=[record.pk]), gettext("Edit"))]
    pages = pages_of(translation)
    links = [(reverse("wagtailadmin_pages:edit", args=[pages["de"].pk]), gettext("Edit the German"))]
    if "en" in pages:
        return [*links, (reverse("wagtailadmin_pages:edit", args=[pages["en"].pk]), gettext("Edit the English"))]
    return [*links, (reverse("translation_write", args=[pages["de"].pk]), gettext("Write the English version"))]


def changes(translation: Translation) -> list[dict]:
    """Return the German texts that changed since the English was confirmed, word by word.

    Each is {"where": …, "words": [(kind, text), …]} with the kinds "same", "gone" and "new".
    """
    before, now = translation.confirmed_texts, translation.german_texts
    changed = [where for where in {**before, **now} if before.get(where, "") != now.get(where, "")]
    return [{"where": where, "words": words(before.get(where, ""), now.get(where, ""))} for where in changed]


def words(before: str, now: str) -> list[tuple[str, str]]:
    """Return what stayed, what went and what came, in the order in which it is read."""
    old, new = before.split(), now.split()
    found: list[tuple[str, str]] = []
    for step, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            found.append(("same", " ".join(old[old_start:old_end])))
            continue
        found += [("gone", " ".join(old[old_start:old_end]))] if old_start < old_end else []
        found += [("new", " ".join(new[new_start:new_end]))] if new_start < new_end else []
    return found
