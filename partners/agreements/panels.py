"""The edit forms of agreements and of the vocabularies that they use."""

from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, TabbedInterface

from partners import models
from partners.agreements.ewp_panel import ReadinessPanel
from partners.agreements.forms import AgreementForm
from portal.core.admin.panels import FoldedPanel, children, pair
from portal.core.admin.widgets import LongChecklist

subject_matter = [
    pair("name"),
    FieldPanel("agreement_type", widget=Select),
    FieldRowPanel([FieldPanel("stage"), FieldPanel("reference")]),
    children(
        models.Party,
        "parties",
        [
            FieldRowPanel([FieldPanel("institution"), FieldPanel("name_at_signature"), FieldPanel("agreement_code")]),
            FieldRowPanel([FieldPanel("signed_on"), FieldPanel("signatory"), FieldPanel("left_on")]),
        ],
    ),
    FieldRowPanel([FieldPanel("unit", widget=Select), FieldPanel("signed_on")]),
    FieldPanel("further_units", widget=LongChecklist),
    pair("summary", long=True),
]

term = [
    FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("is_open_ended")]),
    FieldRowPanel([FieldPanel("renewal"), FieldPanel("renewal_months"), FieldPanel("notice_months")]),
    FieldPanel("confirmed_on"),
    FieldRowPanel([FieldPanel("terminated_on"), FieldPanel("termination_reason")]),
    FieldPanel("predecessor"),
]

# What Erasmus Without Paper knows besides, and what most conditions need not say.
condition_details = [
    FieldRowPanel([FieldPanel("first_year"), FieldPanel("last_year"), FieldPanel("blended")]),
    FieldPanel("subject_clarification"),
    FieldRowPanel([FieldPanel("own_unit", widget=Select), FieldPanel("own_contact")]),
    FieldRowPanel([FieldPanel("partner_unit"), FieldPanel("partner_contact")]),
    FieldPanel("other_terms"),
]

purpose = [
    ReadinessPanel(),
    FieldPanel("activities"),
    FieldPanel("subjects", widget=LongChecklist),
    children(
        models.Condition,
        "conditions",
        [
            FieldRowPanel([FieldPanel("direction"), FieldPanel("activity")]),
            FieldRowPanel([FieldPanel("persons"), FieldPanel("months"), FieldPanel("days")]),
            FieldRowPanel([FieldPanel("subject"), FieldPanel("eqf_levels")]),
            FieldPanel("languages"),
            FoldedPanel(condition_details, summary=_("Years, faculties, contacts and further terms")),
        ],
    ),
]

numbers = [
    children(
        models.MobilityNumber,
        "mobility_numbers",
        [
            FieldRowPanel(
                [FieldPanel(name) for name in ("year", "group", "direction", "agreed", "actual")],
            ),
        ],
    ),
]

staff_and_files = [
    FieldRowPanel([FieldPanel("responsible", widget=Select), FieldPanel("deputy", widget=Select)]),
    children(
        models.AgreementDocument,
        "documents",
        [
            FieldPanel("file"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
            FieldRowPanel([FieldPanel("is_signed"), FieldPanel("is_internal")]),
            pair("title"),
        ],
    ),
    FieldPanel("internal_note"),
]

agreement_form = TabbedInterface(
    [
        ObjectList(subject_matter, heading=_("What and with whom")),
        ObjectList(term, heading=_("Until when")),
        ObjectList(purpose, heading=_("What for")),
        ObjectList(numbers, heading=_("How many went")),
        ObjectList(staff_and_files, heading=_("Who, and files")),
    ],
    base_form_class=AgreementForm,
)

agreement_type_panels = [
    pair("name"),
    FieldRowPanel([FieldPanel("notation"), FieldPanel("lead_months"), FieldPanel("position")]),
    FieldPanel("uses_ewp"),
]

subject_panels = [FieldPanel("code"), pair("name", long=True)]
