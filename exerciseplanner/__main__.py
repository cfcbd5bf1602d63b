"""Where the program starts: `exerciseplanner` and `python -m exerciseplanner`."""

from __future__ import annotations

import sys
from pathlib import Path

from exerciseplanner.cli.running import run


def main() -> None:
    """Do what the command line asks and leave with its exit code."""
    sys.exit(run(sys.argv[1:], _open_window))


def _open_window(path: Path | None) -> int:
    from exerciseplanner.app import open_window

    return open_window(path)


if __name__ == "__main__":
    main()
