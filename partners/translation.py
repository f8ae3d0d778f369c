from partners import models
from portal.core.translation import Bilingual, NamedTexts, RecordTexts, register


@register(models.Unit, models.Tag, models.AgreementType, models.SubjectField)
class NameTexts(NamedTexts):
    pass


@register(models.Institution)
class InstitutionTexts(RecordTexts):
    fields = ["inclusion_note", "city", "description"]


@register(models.Agreement)
class AgreementTexts(NamedTexts):
    fields = ["summary"]


@register(models.AgreementDocument)
class DocumentTexts(Bilingual):
    fields = ["title"]


@register(models.Contact)
class ContactTexts(NamedTexts):
    fields = ["hours"]


@register(models.InstitutionEvent)
class EventTexts(Bilingual):
    fields = ["note"]


@register(models.Fact)
class FactTexts(Bilingual):
    fields = ["statement", "value", "unit", "as_of_note", "source"]


@register(models.Network)
class NetworkTexts(RecordTexts):
    fields = ["summary", "mission", "guarantors", "legal_form", "predecessor"]


@register(models.Membership)
class MembershipTexts(Bilingual):
    fields = ["name", "note", "source"]


@register(models.NetworkDate)
class NetworkDateTexts(Bilingual):
    fields = ["text", "source"]


@register(models.Committee)
class CommitteeTexts(Bilingual):
    fields = ["name", "mandate"]


@register(models.Seat)
class SeatTexts(Bilingual):
    fields = ["office"]


@register(models.GuidingPrinciple)
class PrincipleTexts(RecordTexts):
    fields = ["text", "official_text", "source"]
