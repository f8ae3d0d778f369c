"""The English of a page or record as its newest draft has it, and what may be done with it."""

from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, LockableMixin, Page

from portal.core.language.bilingual import ENGLISH, GERMAN
from portal.core.models import Identified
from portal.core.pages.public_page import PublicPage
from portal.core.rights import scope
from portal.translation.pairs import PagePair, RecordPair
from portal.translation.passages import Passage

SAVE, PUBLISH, SUBMIT = "save", "publish", "submit"


class English:
    """What a translator writes: `instance` is the newest draft of the English page or of the record.

    Without an English page there is no instance, and the passages have no English.
    """

    def __init__(self, pair: PagePair | RecordPair, german: Any, instance: Any) -> None:
        self.pair, self.german, self.instance = pair, german, instance

    @property
    def passages(self) -> list[Passage]:
        """Return the passages that have a text in either language."""
        return [passage for passage in self.pair.passages if passage.german or passage.english]

    @property
    def has_drafts(self) -> bool:
        return isinstance(self.instance, DraftStateMixin)

    def lock_for(self, user: AbstractUser | AnonymousUser) -> Any:
        """Return the lock that keeps the user from saving, or None."""
        lock = self.instance.get_lock() if isinstance(self.instance, LockableMixin) else None
        return lock if lock and lock.for_user(user) else None

    def actions_of(self, user: AbstractUser | AnonymousUser) -> list[str]:
        """Return what the user may do with what was written, beginning with saving it."""
        if self.instance is None or self.lock_for(user):
            return []
        actions = [SAVE]
        if self.has_drafts and not self.instance.workflow_in_progress:
            actions += [PUBLISH] if self._may_publish(user) else [SUBMIT] if self.instance.get_workflow() else []
        return actions

    def _may_publish(self, user: AbstractUser | AnonymousUser) -> bool:
        if isinstance(self.instance, Page):
            return self.instance.permissions_for_user(user).can_publish()
        policy = scope.policy_of(type(self.instance))
        return policy.user_has_permission_for_instance(user, "publish", self.instance)


def compare_url(instance: Model) -> str:
    """Return the address at which the English of a page or record is compared and written."""
    key = instance.translation_key if isinstance(instance, Page) else instance.pk
    return reverse("translation_compare", args=[ContentType.objects.get_for_model(instance).pk, key])


def edit_links(english: English) -> list[tuple[str, str]]:
    """Return (address, label) of the edit forms of the page pair or record."""
    if not isinstance(english.german, Page):
        model = type(english.german)
        return [(scope.edit_url(model, english.german.pk), _("Edit"))] if hasattr(model, "snippet_viewset") else []
    links = [(scope.edit_url(Page, english.german.pk), _("Edit the German"))]
    return [*links, (scope.edit_url(Page, english.instance.pk), _("Edit the English"))] if english.instance else links


def read(kind: int, key: str, *, for_saving: bool = False) -> English:
    """Return the English of a page (by its translation key) or record of a content type; raises Http404.

    For saving, the row is locked until the end of the transaction, so that it is read as it will be replaced.
    """
    content_type = ContentType.objects.filter(pk=kind).first()
    model: Any = content_type.model_class() if content_type else None
    if model is not None and issubclass(model, PublicPage):
        return _page(model, key, for_saving=for_saving)
    if model is not None and issubclass(model, Identified) and key.isdecimal():
        record = _newest(_rows(model, for_saving=for_saving).filter(pk=key).first())
        if record is not None:
            return English(RecordPair(record, for_writing=True), record, record)
    raise Http404


def _page(model: type[PublicPage], key: str, *, for_saving: bool) -> English:
    rows = _rows(model, for_saving=for_saving).filter(alias_of=None).select_related("locale")
    pages = {page.locale.language_code: page for page in rows.filter(translation_key=_uuid(key))}
    if GERMAN not in pages or model.german_only:
        raise Http404
    german = pages[GERMAN] if pages[GERMAN].live else _newest(pages[GERMAN])
    english = _newest(pages.get(ENGLISH))
    return English(PagePair(german, english), german, english)


def _uuid(key: str) -> UUID:
    """Return the translation key of a page; raises Http404 for what is none."""
    try:
        return UUID(key)
    except ValueError as error:
        raise Http404 from error


def _rows(model: Any, *, for_saving: bool) -> Any:
    rows = model._base_manager.all()
    return rows.select_for_update(of=["self"]) if for_saving else rows


def _newest(instance: Any) -> Any:
    """Return the newest draft, or the object itself where there are no drafts."""
    return instance.get_latest_revision_as_object() if isinstance(instance, DraftStateMixin) else instance
