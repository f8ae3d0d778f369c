"""The records that refer to an institution and would have to be deleted or changed before it."""

from dataclasses import dataclass

from modelcluster.fields import ParentalKey

from partners.models import Institution
from portal.core.admin.deletion import record_of
from portal.core.rights.choosable import User, readable_of

SHOWN = 20


@dataclass(frozen=True)
class Dependents:
    """The dependent records of one model: the names of the first ones, how many there are, how many are unreadable."""

    label: str
    names: list[str]
    count: int
    unreadable: int

    @property
    def more(self) -> int:
        """Return how many readable ones are not named."""
        return self.count - self.unreadable - len(self.names)


def dependents_of(institution: Institution, user: User) -> list[Dependents]:
    """Return the records of all apps that refer to the institution, by model, with the names that the user may read."""
    dependents = []
    for relation in Institution._meta.related_objects:
        if isinstance(relation.field, ParentalKey) or relation.hidden:
            continue
        related = relation.field.model._base_manager.filter(**{relation.field.name: institution.pk})
        records = [record_of(item) for item in related]
        if records:
            readable = readable_of(user, records)
            label = str(relation.field.model._meta.verbose_name_plural)
            names = [str(record) for record in readable[:SHOWN]]
            dependents.append(Dependents(label, names, len(records), len(records) - len(readable)))
    return dependents
