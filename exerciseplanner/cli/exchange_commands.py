"""The commands for other people's files, in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exerciseplanner.cli.arguments import AsJson, ExerciseFile

exchange = typer.Typer()


@exchange.command("import")
def import_file(
    file: ExerciseFile,
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help="An order of battle (orbat-mapper JSON, MSDL, C2SIM), or as xlsx, xls, ods or csv "
            "a MEL/MIL or a list of units, standards or capabilities.",
        ),
    ],
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile", metavar="P", help="A saved mapping of columns, by name or as a file."
        ),
    ] = None,
    viewpoint: Annotated[
        str | None,
        typer.Option(
            "--viewpoint",
            metavar="SIDE",
            help="The side of an MSDL or C2SIM file that sees friend and hostile.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what each row would become; change nothing.")
    ] = False,
    take_theirs: Annotated[
        bool,
        typer.Option(
            "--take-theirs",
            help="Where you and the source changed the same field, take the source's value.",
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take over forces, injects or standards from a file.

    The kind of file is told by its content. What each row becomes is listed with every doubt and
    everything that was not taken over. The same file again updates what it brought and keeps what
    you changed since. One undo takes all of it back.
    """
    from exerciseplanner.cli import intake

    intake.import_file(
        file,
        source,
        profile=profile,
        viewpoint=viewpoint,
        dry=dry_run,
        take_theirs=take_theirs,
        as_json=as_json,
    )


@exchange.command("export")
def export_file(
    file: ExerciseFile,
    target: Annotated[
        Path, typer.Argument(metavar="TARGET", help="The file to write, such as forces.json.")
    ],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="orbat-mapper, msdl, c2sim-1.1, c2sim-2.0, xlsx, csv, geojson, kml or nvg.",
        ),
    ],
    viewpoint: Annotated[
        str | None,
        typer.Option(
            "--viewpoint", metavar="SIDE", help="The side from which friend and hostile are seen."
        ),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Keep to the letter of the standard, not to practice."),
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace a file that is there already.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be lost; write nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Hand the forces out in somebody else's format.

    Everything that the format cannot hold is listed, with how often and where. What went out is
    remembered, so that `import` of the file that comes back takes over only what was changed in
    it.
    """
    from exerciseplanner.cli import exporting

    exporting.export_file(
        file,
        target,
        form,
        exporting.Wishes(viewpoint, strict, replace, dry_run),
        as_json=as_json,
    )
