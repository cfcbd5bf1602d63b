"""What C2SIM holds of the forces, and the count of everything that it does not."""

from __future__ import annotations

from collections.abc import Mapping

from exerciseplanner.exchange.c2sim import notes
from exerciseplanner.exchange.writing import LossCount, fields_lost, whole_rows_lost
from exerciseplanner.workspace.queries.force_picture import ForcePicture

HELD: Mapping[str, frozenset[str]] = {
    "side": frozenset({"name", "identity"}),
    "unit": frozenset(
        {
            *("name", "side_id", "parent_id", "echelon", "domain", "sidc", "status"),
            *("latitude", "longitude", "participant_id"),
        }
    ),
    "participant": frozenset({"code", "name"}),
    "equipment": frozenset({"title", "unit_id", "quantity_planned", "quantity_present", "sidc"}),
    "command_relation": frozenset({"unit_id", "superior_id", "relation"}),
}
_SAID_APART = frozenset({"note", "strength_planned", "strength_present"})
"""Fields of which a part goes out; what does not is counted where it is written."""


def count_unheld(picture: ForcePicture, losses: LossCount) -> None:
    """Count what no part of a message holds, whatever the unit."""
    for noun, rows in (
        ("side", picture.sides),
        ("unit", picture.units),
        ("equipment", picture.equipment),
        ("command_relation", picture.command_relations),
    ):
        fields_lost(noun, rows, HELD[noun] | _SAID_APART, losses)
    whole_rows_lost(picture, HELD, losses)
    for system in picture.systems:
        losses.add("Systems", system.title)
    for side in picture.sides:
        say_note(losses, "Side", side.note, side.name)
    if picture.sides and all(side.identity != "friend" for side in picture.sides):
        losses.add("Who is a friend: sides are only friend or hostile to each other")
    if picture.exercise.marking:
        losses.add("Marking of the exercise: stands in a comment only")
    if not picture.exercise.startex:
        losses.add("STARTEX, which is not fixed: written as a date that is none")


def say_note(losses: LossCount, noun: str, note: str, name: str) -> None:
    """Count a note of which more is lost than the lines that go out elsewhere."""
    if notes.beyond(note):
        losses.add(f"{noun}: Note", name)
