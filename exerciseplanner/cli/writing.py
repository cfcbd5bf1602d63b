"""Writing what a command makes: whole or not at all, and never over the exercise."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from exerciseplanner.storage.faults import Fault


def check_target(exercise: Path, target: Path) -> None:
    """Raise Fault where `target` is the exercise file itself, a folder, or in none."""
    if target.is_dir():
        raise Fault(f"{target} is a folder.", safe="Nothing was written.", remedy="Name a file.")
    if not target.absolute().parent.is_dir():
        raise Fault(
            f"There is no folder {target.absolute().parent}.",
            safe="Nothing was written.",
            remedy="Make it, or choose another.",
        )
    if target.exists() and exercise.exists() and target.samefile(exercise):
        raise Fault(
            f"{target.name} is the exercise file itself.",
            safe="Nothing was written.",
            remedy="Give -o another name.",
        )


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all. Raises Fault."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise cannot_write(target, error.strerror or str(error)) from error


def cannot_write(target: Path, why: str) -> Fault:
    """The fault for a file that the system does not let us write."""
    return Fault(
        f"{target} cannot be written: {why}.",
        safe="The exercise was not changed.",
        remedy="Choose a folder that you may write to.",
    )
