"""The command `import`: other people's files into the plan, with every doubt and loss said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from exerciseplanner.cli.console import say, say_json, say_table, shown
from exerciseplanner.cli.opening import to_change, to_read
from exerciseplanner.domain.intake import Doubt, Intake
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.exchange.reading import reading
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.intake import dry_run
from exerciseplanner.workspace.weighing import Difference, Weighed, Weighing
from exerciseplanner.workspace.workspace import Workspace

_WORDS = {
    "added": "new",
    "changed": "changed",
    "same": "as it is",
    "kept": "kept yours",
    "refused": "left out",
}
_GRAVITY = {"note": "Note", "doubt": "Look", "refused": "Left out"}


def import_file(
    path: Path,
    source: Path,
    *,
    profile: str | None,
    viewpoint: str | None,
    dry: bool,
    take_theirs: bool,
    as_json: bool,
) -> None:
    """Read a source and take it into the exercise, or with `dry` only say what would become of it.

    Raises Refusal for a source that cannot be used and Fault for an exercise that cannot; the
    exercise is then unchanged.
    """
    with _opened(path, dry=dry) as workspace:
        intake = shown(reading(source, workspace, profile=profile, viewpoint=viewpoint or ""))
        if dry:
            weighing = workspace.ask(dry_run, intake, overwrite=take_theirs)
        else:
            weighing = workspace.do(take_in, intake, overwrite=take_theirs)
    if as_json:
        say_json(_object(intake, weighing, dry=dry))
    else:
        _say(path, source, intake, weighing, dry=dry)


@contextmanager
def _opened(path: Path, *, dry: bool) -> Iterator[Workspace]:
    with to_read(path) if dry else to_change(path) as workspace:
        yield workspace


def _object(intake: Intake, weighing: Weighing, *, dry: bool) -> dict[str, object]:
    return {
        "source": intake.source,
        "kind": intake.kind,
        "dry_run": dry,
        "read": dict(intake.read),
        "counts": {what: weighing.count(what) for what in ("added", "changed", "same")}
        | {what: weighing.count(what) for what in ("kept", "refused")},
        "rows": [_row(each) for each in weighing.rows],
        "doubts": [_doubt(each) for each in weighing.doubts],
        "left_out": [_doubt(each) for each in weighing.left_out],
    }


def _row(row: Weighed) -> dict[str, object]:
    return {
        "noun": row.proposed.noun,
        "key": row.proposed.key,
        "place": row.proposed.place,
        "what": row.what,
        "id": row.row_id,
        "title": row.title,
        "values": dict(row.said),
        "links": {name: list(ids) for name, ids in row.links.items()},
        "differences": [_difference(each) for each in row.differences],
        "message": row.message,
    }


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "field": difference.field,
        "before": difference.before,
        "after": difference.after,
        "taken": difference.taken,
    }


def _doubt(doubt: Doubt) -> dict[str, object]:
    return {"place": doubt.place, "message": doubt.message, "severity": doubt.severity}


def _say(path: Path, source: Path, intake: Intake, weighing: Weighing, *, dry: bool) -> None:
    held = ", ".join(_counted(*item) for item in intake.read.items()) or "nothing known"
    say(f"{source.name} holds {held}.")
    if weighing.rows:
        say()
        say_table(("What", "Kind", "Row", "Where in the source", "Remark"), _lines(weighing.rows))
    _say_doubts("Doubts", weighing.doubts)
    _say_doubts("Not taken over", weighing.left_out)
    say()
    say(_summary(path, weighing, dry=dry))


def _counted(name: str, count: int) -> str:
    return f"{count} {name.removesuffix('s') if count == 1 else name}"


def _lines(rows: Iterable[Weighed]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        kind = NOUNS[row.proposed.noun].singular
        yield _WORDS[row.what], kind, row.title, row.proposed.place, _remark(row)


def _remark(row: Weighed) -> str:
    if row.message:
        return row.message
    taken = [each.label for each in row.differences if each.taken]
    kept = [each.label for each in row.differences if not each.taken]
    parts = [f"new {', '.join(taken)}" if taken else "", f"kept {', '.join(kept)}" if kept else ""]
    return "; ".join(part for part in parts if part)


def _say_doubts(heading: str, doubts: Iterable[Doubt]) -> None:
    listed = list(doubts)
    if not listed:
        return
    say()
    say(f"{heading} ({len(listed)}):")
    for each in listed:
        gravity = "" if each.severity == "note" else f"{_GRAVITY[each.severity]}: "
        say(f"  {each.place}: {gravity}{each.message}")


def _summary(path: Path, weighing: Weighing, *, dry: bool) -> str:
    counted = ", ".join(
        f"{weighing.count(what)} {_WORDS[what]}"
        for what in ("added", "changed", "same", "kept", "refused")
        if weighing.count(what)
    )
    if dry:
        return f"Dry run: {counted or 'nothing to take over'}. {path.name} was not changed."
    kept = " `--take-theirs` takes the source's values instead." if weighing.count("kept") else ""
    if not weighing.count("added", "changed"):
        what = counted or "Nothing to take over"
        return f"{what}. The plan in {path.name} stays as it was.{kept}"
    return f"Taken into {path.name}: {counted}. `undo` takes all of it back.{kept}"
