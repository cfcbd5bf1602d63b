"""The commands about the history: `undo`, `redo`, `history` and `verify`."""

from __future__ import annotations

from pathlib import Path

from exerciseplanner.cli.console import complain, say, say_json, say_table
from exerciseplanner.cli.opening import to_change, to_read
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.changes import Changes


def undo(path: Path) -> None:
    """Take back the newest standing step. Raises Refusal where there is none."""
    with to_change(path) as workspace:
        changes = workspace.undo()
    if changes is None:
        raise Refusal(f"There is nothing to undo in {path.name}.")
    say(f"Undone: {changes.label} ({_extent(changes)}). `redo` brings it back.")


def redo(path: Path) -> None:
    """Bring back what the newest undo took. Raises Refusal where there is nothing."""
    with to_change(path) as workspace:
        changes = workspace.redo()
    if changes is None:
        raise Refusal(f"There is nothing to redo in {path.name}.")
    say(f"Redone: {changes.label} ({_extent(changes)}).")


def _extent(changes: Changes) -> str:
    rows = sum(len(ids) for table, ids in changes.touched.items() if table != "import_record")
    return "1 row" if rows == 1 else f"{rows} rows"


def say_history(path: Path, limit: int, *, as_json: bool) -> None:
    """Write the steps, the newest first."""
    with to_read(path) as workspace:
        steps = workspace.history(limit)
    if as_json:
        say_json(
            [
                {
                    "step": step.id,
                    "at": step.at,
                    "label": step.label,
                    "kind": step.kind,
                    "reverses": step.reverses,
                    "author": step.author,
                    "workstation": step.workstation,
                    "hash": step.hash,
                }
                for step in steps
            ]
        )
        return
    names = {"undo": "Undo ", "redo": "Redo "}
    say_table(
        ("Step", "When (UTC)", "What", "Who", "Hash"),
        (
            (
                str(step.id),
                step.at[:19].replace("T", " "),
                f"{names.get(step.kind, '')}{step.label}",
                f"{step.author}@{step.workstation}",
                step.hash[:12],
            )
            for step in steps
        ),
    )


def verify(path: Path) -> int:
    """Check the whole file; returns the exit code: 0 for a sound file, 1 otherwise."""
    with to_read(path) as workspace:
        found = workspace.verify()
    if found.sound:
        say(f"{path} is sound: {found.rows} rows agree with {found.steps} chained steps.")
        say(f"Newest step: {found.head}")
        return 0
    for complaint in found.complaints:
        complain(f"- {complaint}")
    complain(
        f"{path.name} is not sound: {len(found.complaints)} of its rows or steps are not as the "
        "program wrote them. Nothing was changed. Work on with a backup; "
        "`exerciseplanner doctor` says where backups lie."
    )
    return 1
