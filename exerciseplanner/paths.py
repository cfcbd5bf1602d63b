"""Where things lie: shipped files, in a checkout and when installed, and the planner's folders."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_APPLICATION = "exerciseplanner"
HOME_VARIABLE = "EXERCISEPLANNER_HOME"
"""Environment variable that gathers every folder of the planner's own below one folder."""
REINSTALL = "Install the product again."


class MissingFiles(Exception):
    """Files that belong to the product are not where they should be; says how to get them back."""


def resources() -> Path:
    """Doctrine packs, catalogues, themes and fetched assets. Raises MissingFiles."""
    return _shipped("resources")


def migrations() -> Path:
    """The steps that bring an older exercise file up to date. Raises MissingFiles."""
    return _shipped("migrations")


def assets() -> Path:
    """Third-party symbols, borders, icons and typeface. Raises MissingFiles."""
    folder = resources() / "assets"
    if not folder.is_dir():
        raise MissingFiles(
            f"The fetched assets are missing: there is no folder {folder}. {_remedy()}"
        )
    return folder


def asset(name: str) -> Path:
    """One fetched file, such as ``fonts/Text-Regular.ttf``. Raises MissingFiles."""
    path = assets() / name
    if not path.is_file():
        raise MissingFiles(f"The asset {name} is missing from {assets()}. {_remedy()}")
    return path


def is_installed() -> bool:
    """Whether the package runs from an installed wheel and not from a checkout."""
    return (_PACKAGE / "_resources").is_dir()


def user_data_dir() -> Path:
    """The planner's own files, such as import profiles; made if it is not there."""
    return _own("data", platformdirs.user_data_path(_APPLICATION, appauthor=False))


def user_config_dir() -> Path:
    """Preferences and window state; made if it is not there."""
    return _own("config", platformdirs.user_config_path(_APPLICATION, appauthor=False))


def backup_dir() -> Path:
    """Rotated backups of exercise files; made if it is not there."""
    default = platformdirs.user_data_path(_APPLICATION, appauthor=False) / "backups"
    return _own("backups", default)


def log_dir() -> Path:
    """The log that a failure report quotes; made if it is not there."""
    return _own("log", platformdirs.user_log_path(_APPLICATION, appauthor=False))


def _shipped(name: str) -> Path:
    folder = _PACKAGE / f"_{name}" if is_installed() else _PACKAGE.parent / name
    if not folder.is_dir():
        remedy = REINSTALL if is_installed() else "Bring the checkout up to date."
        raise MissingFiles(f"The product is incomplete: there is no folder {folder}. {remedy}")
    return folder


def _remedy() -> str:
    return REINSTALL if is_installed() else "Run: python resources/fetch_assets.py"


def _own(name: str, default: Path) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    folder = Path(home).expanduser().resolve() / name if home else default
    folder.mkdir(parents=True, exist_ok=True)
    return folder
