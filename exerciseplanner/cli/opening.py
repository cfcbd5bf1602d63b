"""Opening an exercise file for a command: to read beside an open window, or to change it alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.workspace.workspace import Workspace


@contextmanager
def to_read(path: Path) -> Iterator[Workspace]:
    """The exercise for a command that changes nothing; works while a window has it open.

    Raises Fault for a file that cannot be used.
    """
    _set_right(path)
    workspace = Workspace.open(path, read_only=True)
    try:
        yield workspace
    finally:
        workspace.close()


def _set_right(path: Path) -> None:
    """Roll back what a program that died left half done: reading alone may not do that."""
    if path.with_name(f"{path.name}-journal").exists():
        with suppress(Fault):
            Workspace.open(path).close()


@contextmanager
def to_change(path: Path) -> Iterator[Workspace]:
    """The exercise for a command that changes it.

    Raises Fault for a file that cannot be used, Refusal where somebody else has it open.
    """
    workspace = Workspace.open(path)
    try:
        if workspace.read_only:
            raise Refusal(
                f"{path.name} cannot be changed now. {workspace.read_only_reason}".rstrip(),
                remedy="It was not changed. Close it there, or make the change there.",
            )
        yield workspace
    finally:
        workspace.close()
