from atlas import models
from portal.core.translation import Bilingual, NamedTexts, register


@register(models.City, models.ResearchField)
class NameTexts(NamedTexts):
    pass


@register(models.ResearchInstitution)
class InstitutionTexts(NamedTexts):
    fields = ["source", "note"]


@register(models.Source)
class SourceTexts(NamedTexts):
    fields = ["publisher", "note", "licence"]


@register(models.Measure)
class MeasureTexts(NamedTexts):
    fields = ["unit", "method"]


@register(models.Observation)
class ObservationTexts(Bilingual):
    fields = ["note"]


@register(models.IndicatorDefinition)
class IndicatorTexts(NamedTexts):
    fields = ["formula", "reading", "limits"]
