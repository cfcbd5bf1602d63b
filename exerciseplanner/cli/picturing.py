"""The command `picture`: one page of the window as a PNG, also where there is no screen."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from exerciseplanner.cli.console import say
from exerciseplanner.cli.opening import to_read
from exerciseplanner.cli.surroundings import check_qt
from exerciseplanner.cli.writing import cannot_write, check_target
from exerciseplanner.workspace.workspace import Workspace


def take_picture(path: Path, page: str, target: Path, *, theme: str, size: tuple[int, int]) -> None:
    """Draw a page with the exercise in it and write it as PNG.

    Raises Refusal for a page that there is none of or a size too small, Fault where the picture
    cannot be written.
    """
    check_qt()
    from exerciseplanner.ui.shell.pictures import application, picture

    check_target(path, target)
    beside = target.with_name(f".{target.name}.{os.getpid()}.png")
    running = application()
    try:
        with tempfile.TemporaryDirectory() as folder:
            image = picture(_own_copy(path, Path(folder)), page, theme, size)
        if not image.save(str(beside)):
            raise cannot_write(target, "the picture could not be saved")
        beside.replace(target)
    except OSError as error:
        raise cannot_write(target, error.strerror or str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        running.processEvents()
    say(f"{target} shows the page “{page}”, {image.width()}x{image.height()} pixels.")


def _own_copy(path: Path, folder: Path) -> Workspace:
    """A copy to be drawn as a planner who may write sees it, whoever has the file open."""
    copy = folder / path.name
    with to_read(path) as workspace:
        workspace.save_version(copy)
    return Workspace.open(copy, keep_backup=False)
