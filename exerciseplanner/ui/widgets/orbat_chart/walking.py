"""Going from card to card by the arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt

from exerciseplanner.domain.orbat_layout import Card, Measures

KEYS = (
    "Arrows go from unit to unit, Space opens and closes a branch, Enter shows the unit in the "
    "order of battle, T shows the units as a table, plus and minus zoom, 0 shows everything."
)

Branches = Mapping[str, Sequence[str]]


def neighbour(
    key: Qt.Key,
    card: Card,
    cards: Mapping[str, Card],
    parents: Mapping[str, str | None],
    branches: Branches,
    measures: Measures,
) -> str | None:
    """The unit that an arrow leads to from a card; None where there is none that way."""
    if key == Qt.Key.Key_Up:
        return _above(card, cards, parents, measures)
    if key == Qt.Key.Key_Down:
        return _below(card, cards, branches, measures)
    right = key == Qt.Key.Key_Right
    return _beside(card, cards, measures, 1 if right else -1)


def _above(
    card: Card, cards: Mapping[str, Card], parents: Mapping[str, str | None], measures: Measures
) -> str | None:
    if not card.is_listed and parents.get(card.id):
        return parents[card.id]
    over = [each for each in _column(card, cards, measures) if each.y < card.y]
    return _nearest(over, lambda each: card.y - each.y)


def _below(
    card: Card, cards: Mapping[str, Card], branches: Branches, measures: Measures
) -> str | None:
    inside = [cards[unit] for unit in branches.get(card.id, ()) if unit in cards]
    if inside:
        return _nearest(inside, lambda each: abs(each.x - card.x) + (each.y - card.y))
    under = [each for each in _column(card, cards, measures) if each.y > card.y]
    return _nearest(under, lambda each: each.y - card.y)


def _beside(card: Card, cards: Mapping[str, Card], measures: Measures, way: int) -> str | None:
    """The nearest card to that side on about the same height, or the nearest further off."""
    found = [each for each in cards.values() if way * (each.x - card.x) >= measures.width / 2]
    level = [each for each in found if abs(each.y - card.y) < measures.height]
    return _nearest(level or found, lambda each: way * (each.x - card.x) + 3 * abs(each.y - card.y))


def _column(card: Card, cards: Mapping[str, Card], measures: Measures) -> list[Card]:
    """The cards that stand over and under a card."""
    near = measures.width * 0.75
    return [each for each in cards.values() if abs(each.x - card.x) < near]


def _nearest(cards: Sequence[Card], far: Callable[[Card], float]) -> str | None:
    return min(cards, key=lambda each: (far(each), each.y, each.x)).id if cards else None
