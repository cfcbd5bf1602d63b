"""Writing the sample exercise as its planners did: a first draft, then step after step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from exerciseplanner.domain.checks.dismissing import subject_of
from exerciseplanner.domain.checks.registry import Problem
from exerciseplanner.domain.intake import Intake, Proposed
from exerciseplanner.exchange.sample.story import SetAside, sample_story
from exerciseplanner.workspace.operations.dismissals import dismiss_problems
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.checks import problems
from exerciseplanner.workspace.queries.intake import dry_run
from exerciseplanner.workspace.workspace import Workspace

LAST_STEP = "Set known problems aside, each with its reason"
"""The name of the step after which the sample is in a clean state."""


def write_sample(path: Path) -> Workspace:
    """Make the sample exercise at `path`, every step of its history in it, and open it.

    The first draft is founded with the file and cannot be taken back; every later step can.

    Raises:
        Fault: the file cannot be made there.
    """
    story = sample_story()
    workspace = Workspace.create(path, story.draft.source, content=story.draft)
    try:
        for chapter in story.chapters:
            with workspace.one_step(chapter.label):
                workspace.do(take_in, chapter.intake, overwrite=True)
                if chapter.removed:
                    _remove(workspace, chapter.intake, chapter.removed)
        _set_aside(workspace, story.set_aside, story.set_aside_by)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _remove(workspace: Workspace, source: Intake, rows: tuple[Proposed, ...]) -> None:
    """Remove rows that came with the draft; a later one may rest on an earlier."""
    known = workspace.ask(dry_run, Intake(source.source, source.kind, rows)).rows
    ids: dict[str, list[str]] = defaultdict(list)
    for row in reversed(known):
        if row.proposed.noun in VERBS:
            ids[row.proposed.noun].append(row.row_id)
    for noun, listed in ids.items():
        workspace.do(VERBS[noun].remove, listed)


def _set_aside(workspace: Workspace, listed: Iterable[SetAside], by: str) -> None:
    standing = workspace.ask(problems)
    with workspace.one_step(LAST_STEP):
        for each in listed:
            subjects = [subject_of(problem) for problem in standing if _is_meant(problem, each)]
            if subjects:
                workspace.do(dismiss_problems, subjects, each.reason, by)


def _is_meant(problem: Problem, said: SetAside) -> bool:
    return problem.code == said.code and said.words in problem.sentence
