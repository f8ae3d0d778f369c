"""The indices a second time, written from the papers with matrices, to compare with `atlas.diversity.indices`.

Shannon 1948, Hill 1973, Jost 2007 (equations 11 and 17), Rao 1982, Stirling 2007.
"""

import numpy as np


def hill(table, order):
    """Return the effective number of kinds of the columns of `table`, pooled, of any order but 1 by its formula."""
    p = np.asarray(table, dtype=float).sum(axis=0)
    p = p[p > 0] / p.sum()
    if order == 1:
        return float(np.prod(p**-p))
    return float((p**order).sum() ** (1 / (1 - order)))


def alpha(table):
    """Return the diversity of order 1 within the rows of `table`, each weighing as much as it has."""
    rows = np.asarray(table, dtype=float)
    rows = rows[rows.sum(axis=1) > 0]
    weights = rows.sum(axis=1) / rows.sum()
    return float(np.prod([hill([row], 1) ** weight for row, weight in zip(rows, weights, strict=True)]))


def rao(amounts, distances):
    """Return p' D p."""
    p = np.asarray(amounts, dtype=float) / np.sum(amounts)
    return float(p @ np.asarray(distances, dtype=float) @ p)


def tree_distances(parents):
    """Return the matrix of distances of fields with these parents: the part of the tree that two do not share."""
    groups = np.asarray(parents)
    return (1 + (groups[:, None] != groups[None, :])) / 2 * (1 - np.eye(len(groups)))
