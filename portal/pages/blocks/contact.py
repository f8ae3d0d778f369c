from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from partners.contacts.selectors import public_contacts
from partners.models import Contact
from portal.core.blocks.examples import either
from portal.core.blocks.record import TranslatedChooserBlock
from portal.examples import records


class ContactsValue(blocks.StructValue):
    @cached_property
    def contacts(self) -> list[Contact]:
        """Return the chosen contacts that are public today, in the chosen order: one query."""
        return public_contacts([contact.pk for contact in self["chosen"] if contact])


class ContactsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    chosen = blocks.ListBlock(TranslatedChooserBlock("partners.Contact"), label=_("Contacts"), min_num=1, max_num=6)

    class Meta:
        icon = "mail"
        label = _("Contacts")
        template = "blocks/contacts.html"
        description = _("Whom to ask. A contact that is not public is left out.")
        value_class = ContactsValue

    def get_preview_value(self) -> blocks.StructValue:
        value = self.normalize({"heading": either("Fragen Sie uns", "Ask us"), "chosen": []})
        value.contacts = [records.contact()]
        return value
