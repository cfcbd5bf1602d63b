"""The command `export`: the forces in somebody else's format, with every loss said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from exerciseplanner.cli.console import complain, say, say_json, say_table
from exerciseplanner.cli.opening import to_read
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.delivery import check_target, composed, export_forces
from exerciseplanner.exchange.force_formats import force_format
from exerciseplanner.exchange.writing import Choices, ForceFormat, Loss, Written
from exerciseplanner.workspace.queries.forces import sides, units
from exerciseplanner.workspace.workspace import Workspace


class Wishes(NamedTuple):
    """What the options ask for; `viewpoint` is the name or the id of a side."""

    viewpoint: str | None
    strict: bool
    replace: bool
    dry: bool


def export_file(path: Path, target: Path, name: str, wishes: Wishes, *, as_json: bool) -> None:
    """Write the forces to a file, or with a dry run only say what would be lost.

    Raises Refusal for a format, side or target that cannot be used, Fault where the system does
    not let us write; no file is then changed.
    """
    form = force_format(name)
    with _opened(path, dry=wishes.dry) as workspace:
        choices = Choices(_side(workspace, wishes.viewpoint), wishes.strict)
        check_target(path, target, replace=wishes.replace or wishes.dry)
        if wishes.dry:
            written = composed(workspace, form, choices)
        else:
            written = export_forces(workspace, target, form, choices, replace=wishes.replace)
        held = {"sides": len(workspace.ask(sides)), "units": len(workspace.ask(units))}
        forgotten = form.comes_back and workspace.read_only and not wishes.dry
    if as_json:
        say_json(_object(target, form, written, held, dry=wishes.dry))
    else:
        _say(target, form, written, held, dry=wishes.dry)
    if forgotten:
        complain(
            f"{path.name} cannot be changed now, so what went out is not remembered: when the "
            "file comes back, differences are shown and left as they are."
        )


@contextmanager
def _opened(path: Path, *, dry: bool) -> Iterator[Workspace]:
    if dry:
        with to_read(path) as workspace:
            yield workspace
        return
    workspace = Workspace.open(path)
    try:
        yield workspace
    finally:
        workspace.close()


def _side(workspace: Workspace, wanted: str | None) -> str | None:
    if wanted is None:
        return None
    every = workspace.ask(sides)
    for side in every:
        if wanted == side.id or wanted.casefold() == side.name.casefold():
            return side.id
    names = ", ".join(side.name for side in every)
    raise Refusal(
        f"There is no side “{wanted}”.",
        field="viewpoint",
        remedy=f"Choose one of: {names}." if names else "The plan has no sides yet.",
    )


def _object(
    target: Path, form: ForceFormat, written: Written, held: dict[str, int], *, dry: bool
) -> dict[str, object]:
    return {
        "target": str(target),
        "format": form.name,
        "dry_run": dry,
        "bytes": len(written.content),
        "held": held,
        "losses": [
            {"what": each.what, "count": each.count, "examples": list(each.examples)}
            for each in written.losses
        ],
    }


def _say(
    target: Path, form: ForceFormat, written: Written, held: dict[str, int], *, dry: bool
) -> None:
    counted = " and ".join(_counted(*item) for item in held.items())
    holds = "would hold" if dry else "holds"
    say(f"{target.name} {holds} {counted} as {form.title}.")
    if written.losses:
        say()
        say_table(("What others will not see", "How often", "Such as"), _lines(written.losses))
    else:
        say("Nothing is lost.")
    if dry:
        say()
        say("Dry run: nothing was written.")


def _counted(name: str, count: int) -> str:
    return f"{count} {name.removesuffix('s') if count == 1 else name}"


def _lines(losses: Iterable[Loss]) -> Iterator[tuple[str, ...]]:
    for each in losses:
        more = ", …" if len(each.examples) < each.count and each.examples else ""
        yield each.what, str(each.count), f"{', '.join(each.examples)}{more}"
