"""The edit forms, with both languages side by side."""

from partners.panels.agreements import agreement_form, agreement_type_panels, subject_panels
from partners.panels.institutions import (
    contact_panels,
    due_diligence_panels,
    fact_panels,
    institution_form,
    tag_panels,
    unit_panels,
)
from partners.panels.networks import network_form, principle_form

__all__ = [
    "agreement_form",
    "agreement_type_panels",
    "contact_panels",
    "due_diligence_panels",
    "fact_panels",
    "institution_form",
    "network_form",
    "principle_form",
    "subject_panels",
    "tag_panels",
    "unit_panels",
]
