"""The window as a program of its own: everything of it is loaded here and not before."""

from __future__ import annotations

from pathlib import Path


def open_window(path: Path | None = None) -> int:
    """Open the window on a file or on the start screen; returns its exit code when it closes.

    A file that cannot be opened is told in the window, over the start screen.
    """
    from exerciseplanner.ui.shell import start

    return start.run(path)
