"""The long parts of an import as jobs: reading a file, and trying what it would do to the plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exerciseplanner.domain.intake import Intake
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.catalogue_sheets.reading import is_catalogue, read_catalogue
from exerciseplanner.exchange.plan import context_of
from exerciseplanner.exchange.reading import reader_of_forces, viewpoints
from exerciseplanner.exchange.spreadsheets.intake import propose, time_examples
from exerciseplanner.exchange.spreadsheets.mapping import MappingProposal
from exerciseplanner.exchange.spreadsheets.profiles import Profile
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping
from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from exerciseplanner.exchange.spreadsheets.sheets import Workbook
from exerciseplanner.exchange.unit_sheets.owners import plan_of
from exerciseplanner.exchange.unit_sheets.reading import is_unit_list, read_units
from exerciseplanner.workspace.jobs import Job, Progress
from exerciseplanner.workspace.queries.intake import dry_run
from exerciseplanner.workspace.weighing import Weighing
from exerciseplanner.workspace.workspace import Workspace

TimeExamples = dict[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Found:
    """What a file holds: a workbook with a proposed mapping, or what needs none.

    That is an intake, or a list of units, whose columns are known by their headings. `viewpoints`
    are the sides that may see friend and hostile, where the file leaves that open.
    """

    path: Path
    intake: Intake | None = None
    units: Workbook | None = None
    workbook: Workbook | None = None
    mapping: MappingProposal | None = None
    viewpoints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trial:
    """What taking a file in would do, row by row."""

    intake: Intake
    weighing: Weighing


def look_into(path: Path, viewpoint: str = "") -> Job[Found]:
    """Read a file, whatever it is, as `viewpoint` sees it.

    Raises Refusal that names file, cause and remedy.
    """
    yield Progress(0, 2, f"Reading {path.name}")
    read_forces = reader_of_forces(path, viewpoint)
    if read_forces is not None:
        intake = read_forces(path)
        return Found(path, intake=intake, viewpoints=viewpoints(path, intake))
    workbook = read_workbook(path)
    if is_unit_list(workbook):
        return Found(path, units=workbook)
    if is_catalogue(workbook):
        return Found(path, intake=read_catalogue(workbook))
    yield Progress(1, 2, "Telling the columns apart")
    mapping = propose_mapping(workbook)
    yield Progress(2, 2, "Telling the columns apart")
    return Found(path, workbook=workbook, mapping=mapping)


def remapped(workbook: Workbook, profile: Profile) -> Job[MappingProposal]:
    """The mapping of a workbook as a profile decides it."""
    yield Progress(0, 1, f"Applying the profile {profile.name}")
    return propose_mapping(workbook, profile)


def try_out(
    workspace: Workspace,
    found: Found,
    mapping: MappingProposal | None,
    *,
    overwrite: bool,
) -> Job[Trial]:
    """Weigh a file against the plan; changes nothing. Raises Refusal where it has no injects."""
    yield Progress(0, 2, "Reading the rows")
    intake = found.intake
    if found.units is not None:
        intake = read_units(found.units, plan_of(workspace))
    if intake is None:
        assert found.workbook is not None
        intake = propose(found.workbook, mapping, context_of(workspace))
    yield Progress(1, 2, f"Comparing {len(intake.rows):,} rows with the plan")
    weighing = workspace.ask(dry_run, intake, overwrite=overwrite)
    yield Progress(2, 2, "Comparing the rows with the plan")
    return Trial(intake, weighing)


def read_times(
    workspace: Workspace, workbook: Workbook, mapping: MappingProposal
) -> Job[TimeExamples]:
    """The first times of each sheet as written and as they would be planned."""
    yield Progress(0, 1, "Reading the times")
    try:
        return time_examples(workbook, mapping, context_of(workspace))
    except Refusal:
        return {}
