"""What would be lost or left hanging if an institution were deleted."""

from dataclasses import dataclass

from partners.models import Institution

# They belong to it and go with it.
OWN = {"names", "identifiers", "events", "due_diligence"}
SHOWN = 20


@dataclass(frozen=True)
class Dependents:
    """Records of one type: the first of them by name, and how many there are."""

    label: str
    names: list[str]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.names)


def dependents_of(institution: Institution) -> list[Dependents]:
    """Return everything that names the institution, whichever app it belongs to: one query for each kind."""
    found = []
    for relation in Institution._meta.related_objects:
        if relation.get_accessor_name() in OWN or relation.hidden:
            continue
        related = relation.related_model._base_manager.filter(**{relation.field.name: institution.pk})
        named = [str(getattr(one, "agreement", one)) for one in related[: SHOWN + 1]]
        if named:
            count = len(named) if len(named) <= SHOWN else related.count()
            found.append(Dependents(str(relation.related_model._meta.verbose_name_plural), named[:SHOWN], count))
    return found
