"""The command `doctor`: what is installed, what is missing, and where things lie."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

from exerciseplanner import __version__, paths
from exerciseplanner.cli.console import complain, say, say_json, say_pairs
from exerciseplanner.cli.surroundings import apt_line, has_screen, missing_packages

_PARTS = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "lxml",
    "platformdirs",
    "pypdfium2",
    "python-calamine",
    "reportlab",
    "typer",
)

_PROBE = (
    "import sqlite3; print(sqlite3.sqlite_version, flush=True); "
    "from PySide6.QtWidgets import QApplication; "
    "app = QApplication([]); print(app.platformName())"
)
"""Run apart, because a Qt that finds no platform ends the process it is in."""


@dataclass(frozen=True)
class Findings:
    """What was found; `ailments` are the sentences about what is needed and missing."""

    versions: dict[str, str]
    qt_platform: str
    missing_packages: list[str]
    for_a_screen: list[str]
    places: dict[str, str]
    ailments: list[str]


def examine(*, as_json: bool) -> int:
    """Write what was found; returns 0, or 1 where something that is needed is missing."""
    needed, screen = missing_packages()
    ailments = [*_ailments(needed), *_missing_assets()]
    sqlite, platform_name, starts = _probed()
    if not starts:
        ailments.append(f"Qt does not start: {platform_name}.")
    places = {label: _placed(place) for label, place in _PLACES}
    found = Findings(versions(sqlite), platform_name, needed, screen, places, ailments)
    if as_json:
        say_json(asdict(found))
    else:
        _say(found)
    for each in ailments:
        complain(each)
    return 1 if ailments else 0


def versions(sqlite: str) -> dict[str, str]:
    """The version of the program and of everything it stands on."""
    found = {
        "exerciseplanner": __version__,
        "Python": platform.python_version(),
        "SQLite": sqlite,
        "System": platform.platform(),
    }
    return found | {name: _version(name) for name in _PARTS}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"


def _ailments(needed: list[str]) -> list[str]:
    ailments = []
    lacking = [name for name in _PARTS if _version(name) == "missing"]
    if lacking:
        ailments.append(f"Not installed: {', '.join(lacking)}. {paths.REINSTALL}")
    if needed:
        ailments.append(f"System libraries are missing. Run: {apt_line(needed)}")
    return ailments


def _missing_assets() -> list[str]:
    try:
        for name in ("fonts/Text-Regular.ttf", "milsymbol/milsymbol.js"):
            paths.asset(name)
        paths.migrations()
    except paths.MissingFiles as missing:
        return [str(missing)]
    return []


def _probed() -> tuple[str, str, bool]:
    """SQLite's version, Qt's platform or why there is none, and whether Qt starts."""
    environment = dict(os.environ)
    if not has_screen():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    probe = subprocess.run(
        [sys.executable, "-c", _PROBE],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = probe.stdout.split()
    sqlite = said[0] if said else "unknown"
    if probe.returncode == 0 and len(said) > 1:
        return sqlite, said[1], True
    lines = [line.strip() for line in probe.stderr.splitlines() if line.strip()]
    return sqlite, lines[-1] if lines else f"it ended with code {probe.returncode}", False


_PLACES: tuple[tuple[str, Callable[[], Path]], ...] = (
    ("Data and import profiles", paths.user_data_dir),
    ("Preferences", paths.user_config_dir),
    ("Backups", paths.backup_dir),
    ("Logs", paths.log_dir),
    ("Resources", paths.resources),
    ("Assets", paths.assets),
    ("Migrations", paths.migrations),
)


def _placed(place: Callable[[], Path]) -> str:
    try:
        return str(place())
    except (OSError, paths.MissingFiles) as error:
        return f"missing: {error}"


def _say(found: Findings) -> None:
    say_pairs(found.versions.items())
    say()
    say_pairs([("Qt platform", found.qt_platform), *found.places.items()])
    if found.for_a_screen:
        say()
        say("For the window on a screen these are missing; everything else works without them:")
        say(f"    {apt_line(found.for_a_screen)}")
    if not found.ailments:
        say()
        say("Nothing that is needed is missing.")
