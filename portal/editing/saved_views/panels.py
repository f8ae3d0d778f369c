"""The saved views on the start page of the admin."""

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from wagtail.admin.ui.components import Component

from portal.editing.saved_views.selectors import visible_views


class SavedViewsPanel(Component):
    name = "saved_views"
    order = 14
    template_name = "saved_views/panel.html"

    def __init__(self, user: AbstractUser | AnonymousUser) -> None:
        self.user = user

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {"views": visible_views(self.user), "user": self.user}
