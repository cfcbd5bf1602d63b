"""The commands that make an exercise file: `sample` and `new`."""

from __future__ import annotations

from pathlib import Path

from exerciseplanner.cli.console import say
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.exchange import sample
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.queries.overview import counts
from exerciseplanner.workspace.workspace import Workspace

_TOLD = ("participant", "unit", "objective", "test_case", "inject", "rating")


def write_sample(path: Path) -> None:
    """Write the sample exercise. Raises Fault where a file of that name is there already."""
    workspace = sample.write_sample(path)
    try:
        found = workspace.ask(counts)
        name = workspace.ask(exercise).name
    finally:
        workspace.close()
    say(f"{path} holds the sample exercise “{name}”, which is fictitious:")
    say(", ".join(_counted(noun, found[noun]) for noun in _TOLD) + ".")


def _counted(noun: str, count: int) -> str:
    return f"{count} {NOUNS[noun].singular if count == 1 else NOUNS[noun].plural}"


def create(path: Path, name: str, doctrine: str) -> None:
    """Make an empty exercise. Raises Refusal for a doctrine pack that there is none of."""
    workspace = Workspace.create(path, name, doctrine)
    try:
        row = workspace.ask(exercise)
    finally:
        workspace.close()
    say(f"{path} holds the new exercise “{row.name}” after {row.doctrine_title}.")
