"""The window as a program of its own: everything of it is loaded here and not before."""

from __future__ import annotations

import gc
from pathlib import Path


def open_window(path: Path | None = None) -> int:
    """Open the window on a file or on the start screen; returns its exit code when it closes.

    A file that cannot be opened is told in the window, over the start screen.
    """
    gc.disable()  # what starting makes is there to stay; the window collects once it stands
    import exerciseplanner.workspace.workspace  # noqa: F401  before Qt, which slows every import
    from exerciseplanner.ui.shell import start

    return start.run(path)
