"""The forms for recording an event of an institution."""

from django import forms
from django.utils.translation import gettext_lazy

from partners.models import EventKind, Institution
from portal.core.admin.days import DayField
from portal.core.rights.choosers import RecordChooser


class EventForm(forms.Form):
    """The fields of every event: a day, and a note in both languages."""

    on = DayField(label=gettext_lazy("On"), help_text=gettext_lazy("The first day it held."))
    note_de = forms.CharField(label=gettext_lazy("Note (German)"), max_length=300, required=False)
    note_en = forms.CharField(label=gettext_lazy("Note (English)"), max_length=300, required=False)


class RenameForm(EventForm):
    name_de = forms.CharField(label=gettext_lazy("New name (German)"), max_length=300)
    name_en = forms.CharField(label=gettext_lazy("New name (English)"), max_length=300, required=False)
    abbreviation = forms.CharField(label=gettext_lazy("Abbreviation"), max_length=40, required=False)
    name_original = forms.CharField(label=gettext_lazy("Name in the original script"), max_length=300, required=False)
    name_latin = forms.CharField(label=gettext_lazy("Original name in Latin letters"), max_length=300, required=False)
    field_order = ["on", "name_de", "name_en", "abbreviation", "name_original", "name_latin", "note_de", "note_en"]


class OtherInstitutionForm(EventForm):
    other = forms.ModelChoiceField(
        Institution.objects.all(), label=gettext_lazy("Other institution"), widget=RecordChooser(Institution)
    )
    field_order = ["on", "other", "note_de", "note_en"]


FORMS = {
    EventKind.RENAMED: RenameForm,
    EventKind.MERGED: OtherInstitutionForm,
    EventKind.SPLIT: OtherInstitutionForm,
    EventKind.CLOSED: EventForm,
}


NAMES = ("name_de", "name_en", "abbreviation", "name_original", "name_latin")
