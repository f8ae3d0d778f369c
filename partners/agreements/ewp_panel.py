"""Says in the form of an agreement what it lacks for Erasmus Without Paper."""

from typing import Any

from wagtail.admin.panels import Panel

from partners.agreements.ewp_views import readiness_of


class ReadinessPanel(Panel):
    """Shown for stored agreements of a type that is exchanged; it speaks about what is stored."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "partners/admin/ewp_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and self.instance.agreement_type.uses_ewp

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            readiness = readiness_of(self.instance)
            return {**super().get_context_data(parent_context), "readiness": readiness}
