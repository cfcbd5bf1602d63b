"""Arguments that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ExerciseFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The exercise file, such as storm.exercise.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]
