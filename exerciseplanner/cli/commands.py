"""The commands with their arguments and help; what each needs is loaded when it runs."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from exerciseplanner import __version__
from exerciseplanner.cli.arguments import AsJson, ExerciseFile
from exerciseplanner.cli.exchange_commands import exchange
from exerciseplanner.cli.listed import Listed

application = typer.Typer(
    name="exerciseplanner",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=False,
    help=(
        "Plan, run and assess military exercises.\n\n"
        "`exerciseplanner` alone or with an exercise file opens the window; the commands below "
        "work without a screen."
    ),
)


class Theme(StrEnum):
    """The colours a picture can have."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


def _pixels(size: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", size)
    if match is None:
        raise typer.BadParameter(f"'{size}' is no size, such as 1366x768")
    return int(match[1]), int(match[2])


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"exerciseplanner {__version__}")
        raise typer.Exit


@application.callback()
def begin(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Say which version this is.", callback=_say_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Plan, run and assess military exercises."""


@application.command("sample")
def sample(file: ExerciseFile) -> None:
    """Write the sample exercise to a new file.

    It is fictitious, complete and half evaluated: an exercise to study and to try things on.
    """
    from exerciseplanner.cli import founding

    founding.write_sample(file)


@application.command("new")
def new(
    file: ExerciseFile,
    name: Annotated[str, typer.Option("--name", metavar="N", help="What the exercise is called.")],
    doctrine: Annotated[
        str,
        typer.Option(
            "--doctrine",
            metavar="PACK",
            help="The doctrine it follows: nato-2023, nato-2013, us-jelc or hseep.",
        ),
    ] = "nato-2023",
) -> None:
    """Start an empty exercise in a new file.

    It begins with the words, states, scales and markings of a doctrine, all editable there.
    """
    from exerciseplanner.cli import founding

    founding.create(file, name, doctrine)


application.registered_commands += exchange.registered_commands


@application.command("show")
def show(
    file: ExerciseFile,
    noun: Annotated[Listed, typer.Argument(metavar="NOUN", help=f"One of {', '.join(Listed)}.")],
    as_json: AsJson = False,
) -> None:
    """List what the plan holds."""
    from exerciseplanner.cli import showing

    showing.show(file, noun, as_json=as_json)


@application.command("assess")
def assess(file: ExerciseFile, as_json: AsJson = False) -> None:
    """Say how ready the training audience is.

    Computed from the ratings, with what each grade rests on, where evaluators differ and what was
    assessed otherwise.
    """
    from exerciseplanner.cli import assessing

    assessing.assess(file, as_json=as_json)


@application.command("check")
def check(file: ExerciseFile, as_json: AsJson = False) -> None:
    """Hold the plan to its rules and list what breaks them.

    Each problem names the things involved, why it matters and what settles it. The exit code is 1
    where there is an error, and 0 where there are only warnings and notes.
    """
    from exerciseplanner.cli import checking

    raise typer.Exit(checking.check(file, as_json=as_json))


@application.command("print")
def print_document(
    file: ExerciseFile,
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="Such as readiness-assessment.")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="OUT.pdf", help="Where the PDF goes.")
    ],
    paper: Annotated[
        str, typer.Option(metavar="PAPER", help="Such as A3, where the document offers it.")
    ] = "",
) -> None:
    """Write a document as PDF.

    The same file gives the same PDF, and the window previews the same.
    """
    from exerciseplanner.cli import printing

    printing.print_document(file, document, output, paper)


@application.command("picture")
def picture(
    file: ExerciseFile,
    page: Annotated[
        str, typer.Argument(metavar="PAGE", help="Such as overview, forces or readiness.")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="OUT.png", help="Where the picture goes.")
    ],
    theme: Annotated[Theme, typer.Option("--theme", help="Its colours.")] = Theme.LIGHT,
    size: Annotated[
        str, typer.Option("--size", metavar="WxH", help="Width and height in pixels.")
    ] = "1366x768",
) -> None:
    """Take a picture of a page of the window.

    Works where there is no screen.
    """
    from exerciseplanner.cli import picturing

    picturing.take_picture(file, page, output, theme=theme, size=_pixels(size))


@application.command("undo")
def undo(file: ExerciseFile) -> None:
    """Take the newest step back."""
    from exerciseplanner.cli import steps

    steps.undo(file)


@application.command("redo")
def redo(file: ExerciseFile) -> None:
    """Bring back what was undone last."""
    from exerciseplanner.cli import steps

    steps.redo(file)


@application.command("history")
def history(
    file: ExerciseFile,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="At most so many steps.")
    ] = 100,
    as_json: AsJson = False,
) -> None:
    """List what was done, when and by whom.

    The newest step comes first.
    """
    from exerciseplanner.cli import steps

    steps.say_history(file, limit, as_json=as_json)


@application.command("verify")
def verify(file: ExerciseFile) -> None:
    """Prove that a file is whole and unaltered.

    Checks the database, the chain of steps and every row against its last change.
    """
    from exerciseplanner.cli import steps

    raise typer.Exit(steps.verify(file))


@application.command("doctor")
def doctor(as_json: AsJson = False) -> None:
    """Say what is installed, missing and where.

    Versions, the Qt platform, missing system libraries with the line that installs them, and where
    data, backups and logs lie.
    """
    from exerciseplanner.cli import doctoring

    raise typer.Exit(doctoring.examine(as_json=as_json))
