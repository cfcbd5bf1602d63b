"""The command `show`: what the plan holds, as aligned columns or as JSON."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from exerciseplanner.cli.console import say, say_json, say_pairs, say_table
from exerciseplanner.cli.listed import Listed
from exerciseplanner.cli.listing import Listing
from exerciseplanner.cli.listings import LISTINGS
from exerciseplanner.cli.opening import to_read
from exerciseplanner.cli.rows import Object, Rows, cell, in_tree_order
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.workspace.queries import objectives
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.workspace import Workspace

_CRITERION_KEYS = ("id", "code", "title", "weight", "critical")


def show(path: Path, listed: Listed, *, as_json: bool) -> None:
    """List what the word stands for: one object a row, or one line a row."""
    with to_read(path) as workspace:
        objects = listed_objects(workspace, listed)
    if as_json:
        say_json(objects)
    elif listed is Listed.EXERCISE:
        _say_exercise(objects[0])
    else:
        _say_listing(LISTINGS[listed], objects)


def listed_objects(workspace: Workspace, listed: Listed) -> list[Object]:
    """The rows that a word stands for, as objects; units and strands in the order of their tree."""
    rows = Rows(workspace)
    if listed is Listed.EXERCISE:
        return rows.objects("exercise", [workspace.ask(exercise)])
    listing = LISTINGS[listed]
    found = workspace.ask(listing.query)
    objects = rows.objects(listing.noun, found)
    if listed is Listed.OBJECTIVES:
        _add_criteria(workspace, rows, objects)
    return [each for _, each in in_tree_order(objects)] if listing.tree else objects


def _add_criteria(workspace: Workspace, rows: Rows, found: list[Object]) -> None:
    by_objective: dict[str, list[Object]] = defaultdict(list)
    found_criteria = workspace.ask(objectives.criteria)
    for each in rows.objects("criterion", found_criteria):
        by_objective[each["objective_id"]].append({key: each[key] for key in _CRITERION_KEYS})
    for objective in found:
        objective["criteria"] = by_objective[objective["id"]]
        objective["criteria_count"] = len(objective["criteria"])


def _say_exercise(row: Object) -> None:
    labels = {field.name: field.label for field in NOUNS["exercise"].fields}
    pairs = [
        (label, cell(row[f"{name}_dtg"] if f"{name}_dtg" in row else row[name]))
        for name, label in labels.items()
    ]
    say_pairs((label, value) for label, value in pairs if value)


def _say_listing(listing: Listing, objects: list[Object]) -> None:
    noun = NOUNS[listing.noun]
    if not objects:
        say(f"There are no {noun.plural}.")
        return
    ordered = in_tree_order(objects) if listing.tree else [(0, each) for each in objects]
    used = [
        (heading, key)
        for number, (heading, key) in enumerate(listing.columns)
        if number == 0 or any(cell(each[key]) for each in objects)
    ]
    say_table(
        [heading for heading, _ in used],
        (
            [f"{'  ' * depth if key == used[0][1] else ''}{cell(each[key])}" for _, key in used]
            for depth, each in ordered
        ),
    )
    say()
    say(f"1 {noun.singular}" if len(objects) == 1 else f"{len(objects)} {noun.plural}")
