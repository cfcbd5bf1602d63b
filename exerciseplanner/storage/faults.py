"""What the surroundings can do to an exercise file: what happened, what is safe, what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError


class Fault(Exception):
    """Disk, lock, permission, or a file that cannot be used.

    `happened` says what happened, `safe` what is untouched, `remedy` what the planner can do.
    """

    def __init__(self, happened: str, *, safe: str = "", remedy: str = "") -> None:
        self.happened = happened
        self.safe = safe
        self.remedy = remedy
        super().__init__(" ".join(part for part in (happened, safe, remedy) if part))


_KEPT = "Everything up to the last completed change is in the file."

_FAULTS: dict[str, tuple[str, str, str]] = {
    "SQLITE_FULL": (
        "There is no room left on the disk of {name}.",
        _KEPT,
        "Free some space and make the change again.",
    ),
    "SQLITE_BUSY": (
        "Another program is writing to {name}.",
        _KEPT,
        "Wait until it has finished, then make the change again.",
    ),
    "SQLITE_READONLY": (
        "{name} may only be read.",
        _KEPT,
        "Save a version under another name, or ask for the right to write in its folder.",
    ),
    "SQLITE_CORRUPT": (
        "{name} is damaged.",
        "Nothing was written to it.",
        "Open the newest backup; `exerciseplanner doctor` says where backups lie.",
    ),
    "SQLITE_NOTADB": (
        "{name} is not an exercise file.",
        "It was not changed.",
        "Choose a file that ends in .exercise, or import it if it holds units or injects.",
    ),
    "SQLITE_CANTOPEN": (
        "{name} cannot be opened.",
        "Nothing was changed.",
        "Check that the file and its folder exist and that you may read them.",
    ),
    "SQLITE_IOERR": (
        "The disk of {name} reported an error.",
        _KEPT,
        "Check that the disk or network share is still connected, then make the change again.",
    ),
}


def fault_of(error: BaseException, path: Path) -> Fault | None:
    """The fault behind a database error, or None where the error is the program's own."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, sqlite3.Error):
        return None
    name = str(getattr(cause, "sqlite_errorname", "") or "")
    for known, (happened, safe, remedy) in _FAULTS.items():
        if name.startswith(known):
            return Fault(happened.format(name=path.name), safe=safe, remedy=remedy)
    if "file is not a database" in str(cause):
        happened, safe, remedy = _FAULTS["SQLITE_NOTADB"]
        return Fault(happened.format(name=path.name), safe=safe, remedy=remedy)
    return None
