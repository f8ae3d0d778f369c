from atlas.models.city import City
from atlas.models.field import ResearchField, Scheme
from atlas.models.indicator import Calculation, IndicatorDefinition
from atlas.models.institution import PlaceKind, ResearchInstitution, ResearchSite
from atlas.models.measure import Counting, Measure
from atlas.models.observation import Observation, ObservationStatus
from atlas.models.source import Source

__all__ = [
    "Calculation",
    "City",
    "Counting",
    "IndicatorDefinition",
    "Measure",
    "Observation",
    "ObservationStatus",
    "PlaceKind",
    "ResearchField",
    "ResearchInstitution",
    "ResearchSite",
    "Scheme",
    "Source",
]
