"""The edit forms of certifications and their schemes."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from portal.core.admin.panels import assurance_panels, pair
from portal.translation.panels import record_form
from programs.certifications.forms import CertificationForm

CERTIFICATION_TEXTS = ["name", "slug", "summary", "level", "round", "source", "extension_reason", "next_milestone"]


certification_form = record_form(
    CERTIFICATION_TEXTS,
    form_class=CertificationForm,
    long=("summary", "source", "extension_reason", "next_milestone"),
    what=(
        _("What and whose"),
        [
            FieldRowPanel([FieldPanel("scheme"), FieldPanel("status")]),
            FieldRowPanel([FieldPanel("holder_unit"), FieldPanel("holder_institution")]),
            FieldRowPanel([FieldPanel("award"), FieldPanel("predecessor")]),
            FieldPanel("document"),
            FieldPanel("report_url"),
        ],
    ),
    since=(
        _("Since and until when"),
        [
            FieldRowPanel([FieldPanel("decided_on"), FieldPanel("valid_from")]),
            FieldRowPanel([FieldPanel("valid_until"), FieldPanel("is_open_ended")]),
            FieldRowPanel([FieldPanel("extended_until"), FieldPanel("ended_on")]),
        ],
    ),
    care=(
        _("Next milestone"),
        [
            FieldRowPanel([FieldPanel("responsible_unit"), FieldPanel("next_milestone_on")]),
            *assurance_panels(),
        ],
    ),
)


scheme_panels = [
    pair("name"),
    FieldRowPanel([FieldPanel("awarding_body"), FieldPanel("theme"), FieldPanel("kind")]),
    pair("description", long=True),
    pair("limits", long=True),
    FieldPanel("website"),
]
