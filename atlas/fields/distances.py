"""The distances between fields of research, as fixed by the tree of fields: Rao-Stirling needs them.

Half of the tree lies between two fields of the second level with the same parent, all of it between any others. Of the
first level, all are equally far apart.
"""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Field = TypeVar("Field", bound=Hashable)

NONE, SIBLINGS, FARTHEST = 0.0, 0.5, 1.0


def distance(first: Field, second: Field, parents: Mapping[Field, Field]) -> float:
    """Return the distance of two fields by their keys, from 0 to 1; `parents` holds the keys of their parents.

    Raises ValueError for fields of different levels: a field has no distance to its own part.
    """
    if (first in parents) != (second in parents):
        raise ValueError(f"{first} and {second} are fields of different levels.")
    if first == second:
        return NONE
    return SIBLINGS if first in parents and parents[first] == parents[second] else FARTHEST
