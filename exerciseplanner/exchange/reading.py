"""Reading somebody else's file, whatever it is: the one way in for the window and the commands."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from exerciseplanner.domain.intake import Intake
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.c2sim.reading import read_c2sim
from exerciseplanner.exchange.catalogue_sheets.reading import is_catalogue, read_catalogue
from exerciseplanner.exchange.detect import Kind, detect
from exerciseplanner.exchange.msdl.reading import read_msdl
from exerciseplanner.exchange.orbat_mapper.reading import read_orbat
from exerciseplanner.exchange.plan import context_of
from exerciseplanner.exchange.spreadsheets.guards import check_file
from exerciseplanner.exchange.spreadsheets.intake import propose
from exerciseplanner.exchange.spreadsheets.mapping import MappingProposal
from exerciseplanner.exchange.spreadsheets.profiles import Profile, load_profile
from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from exerciseplanner.exchange.unit_sheets.owners import plan_of
from exerciseplanner.exchange.unit_sheets.reading import is_unit_list, read_units
from exerciseplanner.workspace.jobs import Job, Progress, finish
from exerciseplanner.workspace.workspace import Workspace

_HEAD = 4096
_FORCES: Mapping[Kind, Callable[..., Intake]] = {
    Kind.C2SIM: read_c2sim,
    Kind.MSDL: read_msdl,
}
"""Formats whose sides say what they are to each other, and not what they are to the planner."""


def is_json(path: Path) -> bool:
    """Whether a file is JSON by its content; what it is called does not matter.

    Raises Refusal for what is missing, a folder, unreadable, empty or beyond all measure.
    """
    check_file(path)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    text = head.decode(json.detect_encoding(head), "ignore")
    return text.lstrip()[:1] in ("{", "[")


def reading(
    path: Path,
    workspace: Workspace,
    *,
    profile: str | Profile | MappingProposal | None = None,
    viewpoint: str = "",
) -> Job[Intake]:
    """Read a file for the plan of `workspace`: forces, units, standards or a list of injects.

    `profile` is for lists of injects: a saved mapping, by name, as it is, or as corrected in a
    preview. `viewpoint` is for files in which sides only say what they are to each other: the one
    that sees friend and hostile, by name or id. Raises Refusal for a file that cannot be used; it
    names file, cause and remedy.
    """
    yield Progress(0, 3, f"Looking at {path.name}")
    read_forces = reader_of_forces(path, viewpoint)
    if read_forces is not None:
        if profile is not None:
            raise Refusal(
                f"{path.name} is no spreadsheet, so there are no columns to map.",
                field="profile",
                remedy="Import it without a profile.",
            )
        yield Progress(1, 3, f"Reading {path.name}")
        intake = read_forces(path)
    else:
        mapping = load_profile(profile) if isinstance(profile, str) else profile
        yield Progress(1, 3, f"Reading {path.name}")
        workbook = read_workbook(path)
        yield Progress(2, 3, "Telling columns and times apart")
        if mapping is None and is_unit_list(workbook):
            intake = read_units(workbook, plan_of(workspace))
        elif mapping is None and is_catalogue(workbook):
            intake = read_catalogue(workbook)
        else:
            intake = propose(workbook, mapping, context_of(workspace))
    yield Progress(3, 3, "Weighing it against the plan")
    return intake


def reader_of_forces(path: Path, viewpoint: str = "") -> Callable[[Path], Intake] | None:
    """What reads an order of battle of this kind; None for what is to be read as a table.

    Raises Refusal for a viewpoint where the file says itself who is friend and who is hostile.
    """
    related = None if is_json(path) else _FORCES.get(detect(path))
    if related is not None:
        return partial(related, viewpoint=viewpoint) if viewpoint else related
    if viewpoint:
        raise Refusal(
            f"{path.name} says itself who is friend and who is hostile.",
            field="viewpoint",
            remedy="Import it without a viewpoint.",
        )
    return read_orbat if is_json(path) else None


def viewpoints(path: Path, intake: Intake) -> tuple[str, ...]:
    """The sides that may see friend and hostile; none where the file says itself who is which."""
    if is_json(path) or detect(path) not in _FORCES:
        return ()
    sides = tuple(str(row.values["name"]) for row in intake.rows if row.noun == "side")
    return sides if len(sides) > 1 else ()


def read(
    path: Path,
    workspace: Workspace,
    *,
    profile: str | Profile | MappingProposal | None = None,
    viewpoint: str = "",
) -> Intake:
    """Read a file to its end, as `reading` does, without showing progress. Raises Refusal."""
    return finish(reading(path, workspace, profile=profile, viewpoint=viewpoint))
