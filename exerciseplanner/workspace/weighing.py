"""Weighing what an importer proposes against the plan: what is new, what differs, what stays.

Three states are compared field by field: what the source said last time, what it says now, and
what stands in the plan. A field that only the source changed is taken; a field that only the
planner changed is kept; a field that both changed is left as it stands and reported, unless the
planner asks for the source's. Where the source never spoke before but the row was handed out, what
went out with it stands for what was said last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from exerciseplanner.domain.intake import Doubt, Intake, Link, Proposed
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.wording import counted, series
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.ground import Ground
from exerciseplanner.workspace.scale import Scale
from exerciseplanner.workspace.weighed import Difference, Weighed, Weighing, What

__all__ = ["Difference", "Weighed", "Weighing", "What", "weigh"]


def weigh(
    desk: Desk,
    intake: Intake,
    *,
    overwrite: bool = False,
    meant: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> Weighing:
    """Compare an intake with the plan without changing anything.

    `meant` says by noun and key which rows are meant, where that is known for certain.
    """
    ground = Ground(desk, intake, meant)
    refused = _repeated(intake.rows)
    while True:
        standing = [row for place, row in enumerate(intake.rows) if place not in refused]
        ground.place(standing)
        scale = Scale(ground, overwrite)
        weighed = [
            Weighed(row, "refused", "", message=refused[place])
            if place in refused
            else scale.weigh(row)
            for place, row in enumerate(intake.rows)
        ]
        fresh = {
            place: row.message
            for place, row in enumerate(weighed)
            if row.what == "refused" and place not in refused
        }
        refused |= fresh
        if not fresh or not _is_leant_on(intake.rows, [weighed[at].proposed for at in fresh]):
            break
    rows = _without_loops(ground, weighed)
    doubts = (*intake.doubts, *ground.doubts, *_gone(ground, intake))
    return Weighing(intake.source, rows, doubts, intake.left_out)


def _gone(ground: Ground, intake: Intake) -> Iterator[Doubt]:
    """What came from the source before and is not in it any more; it stays until somebody acts."""
    if not ground.knows_the_source:
        return
    keys = {(row.noun, row.key) for row in intake.rows}
    for noun in dict.fromkeys(row.noun for row in intake.rows):
        described = NOUNS[noun]
        names = [
            str(getattr(row, described.title, "") or row_id)
            for row_id, row in ground.came_before(noun, keys)
        ]
        if names:
            said = counted(len(names), described.singular, described.plural)
            is_or_are = "is" if len(names) == 1 else "are"
            yield Doubt(
                described.plural.capitalize(),
                f"{said} that came before {is_or_are} not in it any more, and left as "
                f"{'it stands' if len(names) == 1 else 'they stand'}: {series(names)}.",
                "note",
            )


def _is_leant_on(rows: Iterable[Proposed], refused: Iterable[Proposed]) -> bool:
    """Whether any row links to one that was refused."""
    linked = {(each.noun, each.key) for row in rows for each in _links_of(row)}
    return any((row.noun, row.key) in linked for row in refused)


def _links_of(row: Proposed) -> Iterable[Link]:
    yield from (value for value in row.values.values() if isinstance(value, Link))
    for listed in row.links.values():
        yield from listed


def _repeated(rows: Sequence[Proposed]) -> dict[int, str]:
    seen: set[tuple[str, str]] = set()
    found: dict[int, str] = {}
    if len({(row.noun, row.key) for row in rows}) == len(rows):
        return found
    for place, row in enumerate(rows):
        if (row.noun, row.key) in seen:
            found[place] = f"The source holds “{row.key}” twice; the first was taken."
        seen.add((row.noun, row.key))
    return found


def _without_loops(ground: Ground, weighed: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """Take away a superior that would make a row part of itself."""
    above: dict[str, object] = {}
    for noun in {row.proposed.noun for row in weighed if "parent_id" in row.values}:
        above |= {row_id: row.parent_id for row_id, row in ground.standing(noun).items()}
    above |= {row.row_id: row.values["parent_id"] for row in weighed if "parent_id" in row.values}
    if not above:
        return tuple(weighed)
    sound: set[object] = {None}
    return tuple(
        [
            _at_the_top(ground, row, above) if _is_in_loop(row.row_id, above, sound) else row
            for row in weighed
        ]
    )


def _is_in_loop(row_id: str, above: dict[str, object], sound: set[object]) -> bool:
    """Whether the way up from a row leads back to it; `sound` are those whose way has an end."""
    place = above.get(row_id)
    if place in sound:
        sound.add(row_id)
        return False
    seen: set[object] = {row_id}
    while place not in sound and place not in seen:
        seen.add(place)
        place = above.get(str(place))
    if place in sound:
        sound |= seen
    return place == row_id


def _at_the_top(ground: Ground, row: Weighed, above: dict[str, object]) -> Weighed:
    if "parent_id" not in row.values:
        return row
    above[row.row_id] = None
    singular = NOUNS[row.proposed.noun].singular
    said = f"A {singular} cannot be part of itself; “{row.title}” was put at the top."
    ground.doubts.append(Doubt(row.proposed.place, said))
    return row._replace(values={**row.values, "parent_id": None})
