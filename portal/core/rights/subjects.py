"""What the addresses of the admin are about where their views do not say it.

Views with a `model`, and those with an attribute `subject`, say it themselves. Here stand Wagtail's others.
"""

from enum import Enum
from typing import Final

from django.db.models import Model
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, ModelLogEntry, Page, Task, Workflow


class Everybody(Enum):
    EVERYBODY = "everybody"


# Of addresses that hold nothing of a type, or narrow what they hold to what the user may change.
EVERYBODY: Final = Everybody.EVERYBODY
Subject = type[Model] | Everybody

OPEN_ADDRESSES = frozenset(
    {
        "wagtailadmin_home",
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_account",
        "wagtailadmin_dismissibles",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_block_preview",  # an example, never a record
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_confirm",
        "wagtailadmin_password_reset_complete",
        # Links in rich text, which unit editors write too. A hook in `portal.core.wagtail_hooks` narrows the pages.
        "wagtailadmin_choose_page",
        "wagtailadmin_choose_page_child",
        "wagtailadmin_choose_page_search",
        "wagtailadmin_choose_page_external_link",
        "wagtailadmin_choose_page_email_link",
        "wagtailadmin_choose_page_phone_link",
        "wagtailadmin_choose_page_anchor_link",
        "wagtailembeds:chooser",
        "wagtailembeds:chooser_upload",
        # The types of snippets on which the user has a permission, and the own sessions.
        "wagtailsnippets:index",
        "wagtailadmin_editing_sessions:release",
        "wagtailadmin_tag_autocomplete",  # the words of tags, which no reader is denied
        "wagtail.admin.views.home.default",  # whatever has no other address: it answers 404
        "django.views.generic.base.RedirectView",  # of Wagtail's log-in to ours
    }
)


def subject_of_namespace(name: str) -> Subject | None:
    """Return what the addresses of a namespace, or one address, are about; None if nobody has said it."""
    subjects = _subjects()
    return subjects.get(name) or subjects.get(name.rpartition(":")[0])


def _subjects() -> dict[str, type[Model]]:
    return {
        "wagtailadmin_explore": Page,
        "wagtailadmin_explore_results": Page,
        "wagtailadmin_choose_page_chosen_multiple": Page,
        "wagtailadmin_pages": Page,
        "wagtailadmin_collections": Collection,
        "wagtailadmin_workflows": Workflow,
        "wagtailadmin_workflows:edit_task": Task,
        "wagtailadmin_workflows:enable_task": Task,
        "wagtailadmin_workflows:select_task_type": Task,
        "wagtailadmin_reports:site_history": ModelLogEntry,
        "wagtailadmin_reports:site_history_results": ModelLogEntry,
        "wagtailadmin_reports": Page,
        "simple_translation": Page,
        "wagtailredirects": Redirect,
        "wagtaildocs": get_document_model(),
        "wagtailimages": get_image_model(),
    }
