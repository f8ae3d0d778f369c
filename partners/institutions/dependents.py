"""The records that refer to an institution and would have to be deleted or changed before it."""

from dataclasses import dataclass

from partners.models import Institution

# These belong to the institution and are deleted with it.
OWN_RELATIONS = {"names", "identifiers", "events", "due_diligence"}
SHOWN = 20


@dataclass(frozen=True)
class Dependents:
    """The dependent records of one model: the names of the first ones, and how many there are."""

    label: str
    names: list[str]
    count: int

    @property
    def more(self) -> int:
        """Return how many are not named."""
        return self.count - len(self.names)


def dependents_of(institution: Institution) -> list[Dependents]:
    """Return the records of all apps that refer to the institution, by model: one or two queries for each."""
    dependents = []
    for relation in Institution._meta.related_objects:
        if relation.get_accessor_name() in OWN_RELATIONS or relation.hidden:
            continue
        related = relation.field.model._base_manager.filter(**{relation.field.name: institution.pk})
        names = [str(getattr(record, "agreement", record)) for record in related[: SHOWN + 1]]
        if names:
            count = len(names) if len(names) <= SHOWN else related.count()
            label = str(relation.field.model._meta.verbose_name_plural)
            dependents.append(Dependents(label, names[:SHOWN], count))
    return dependents
