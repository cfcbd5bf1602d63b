"""The assignment problem, solved exactly: which column takes which field."""

from __future__ import annotations

import math
from collections.abc import Sequence


def assign(scores: Sequence[Sequence[float]], worth: float = 0.0) -> list[int | None]:
    """For each row the column that makes the total of the scores largest, or None.

    Each column is taken at most once; a row stays without one where that adds more than `worth`
    loses. Shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957, in the form of
    Jonker and Volgenant 1987): of the order rows squared times columns.
    """
    height = len(scores)
    width = len(scores[0]) if height else 0
    costs = [[worth - score for score in row] + [0.0] * height for row in scores]
    taken = _cheapest(costs, height, width + height)
    return [column if column < width and costs[row][column] < 0 else None
            for row, column in enumerate(taken)]  # fmt: skip


def _cheapest(costs: list[list[float]], height: int, width: int) -> list[int]:
    by_row, by_column = [0.0] * (height + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, height + 1):
        owner[0] = row
        end, before = _shortest_path(costs, width, owner, by_row, by_column)
        while end:
            owner[end] = owner[before[end]]
            end = before[end]
    taken = [0] * height
    for column in range(1, width + 1):
        if owner[column]:
            taken[owner[column] - 1] = column - 1
    return taken


def _shortest_path(
    costs: list[list[float]],
    width: int,
    owner: list[int],
    by_row: list[float],
    by_column: list[float],
) -> tuple[int, list[int]]:
    """The free column reached most cheaply from the row that column 0 owns, and the way to it."""
    slack = [math.inf] * (width + 1)
    before = [0] * (width + 1)
    reached = [False] * (width + 1)
    here = 0
    while owner[here]:
        reached[here] = True
        row = owner[here]
        step, nearest = math.inf, 0
        for column in range(1, width + 1):
            if reached[column]:
                continue
            left = costs[row - 1][column - 1] - by_row[row] - by_column[column]
            if left < slack[column]:
                slack[column], before[column] = left, here
            if slack[column] < step:
                step, nearest = slack[column], column
        for column in range(width + 1):
            if reached[column]:
                by_row[owner[column]] += step
                by_column[column] -= step
            else:
                slack[column] -= step
        here = nearest
    return here, before
