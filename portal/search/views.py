"""The page of the admin's search over records of every type."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.core.admin.staff_page import StaffPageView
from portal.core.rights.subjects import EVERYBODY
from portal.search.finding import find


class FindView(StaffPageView):
    """What is found by the words in the address: of every type, what the user may read."""

    subject = EVERYBODY
    template_name = "search/find.html"
    page_title = _("Search everything")
    header_icon = "search"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        text = self.request.GET.get("q", "").strip()
        return {**super().get_context_data(**kwargs), "groups": find(self.request.user, text), "text": text}
