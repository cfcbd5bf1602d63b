"""What the surroundings can do to an exercise file: what happened, what is safe, what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
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
_WRITABLE = "Save a version under another name, or ask for the right to write in its folder."

#: By the beginning of SQLite's name for an error; the first that fits is told.
_FAULTS: dict[str, tuple[str, str, str]] = {
    "SQLITE_FULL": (
        "There is no room left on the disk of {name}.",
        _KEPT,
        "Free some space and make the change again.",
    ),
    "SQLITE_BUSY": (
        "Another program is writing to {name}.",
        _KEPT,
        "Wait until it has finished, then try again.",
    ),
    "SQLITE_READONLY_DBMOVED": (
        "{name} was moved, renamed or deleted while it was open.",
        "What is shown is whole, but the last change was not kept.",
        "Save a version under another name now and open that.",
    ),
    "SQLITE_READONLY_ROLLBACK": (
        "{name} was left in the middle of a change and may only be read here.",
        _KEPT,
        "Open it once where it may be written; it is then set right by itself.",
    ),
    "SQLITE_READONLY": ("{name} may only be read.", _KEPT, _WRITABLE),
    "SQLITE_PERM": ("{name} may only be read.", _KEPT, _WRITABLE),
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
        "{name} or its folder cannot be reached.",
        "Nothing was changed.",
        "Check that the file and its folder exist and that you may write there.",
    ),
    "SQLITE_IOERR": (
        "The disk of {name} reported an error.",
        _KEPT,
        "Check that the disk or network share is still connected, then make the change again.",
    ),
}

#: Errors to which Python's module gives no name, by words of their message.
_NAMES = {
    "file is not a database": "SQLITE_NOTADB",
    "Could not decode to UTF-8": "SQLITE_CORRUPT",
}


def fault_of(error: BaseException, path: Path) -> Fault | None:
    """The fault behind a database error, or None where the error is the program's own."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, sqlite3.Error):
        return None
    name = _name_of(cause)
    for known, (happened, safe, remedy) in _FAULTS.items():
        if name.startswith(known):
            return Fault(happened.format(name=path.name), safe=safe, remedy=remedy)
    return None


def cause_of(error: BaseException) -> str:
    """What an error says, in a few words without a program's decoration."""
    if isinstance(error, DBAPIError):
        return str(error.orig)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the bytes of a file are not what SQLite wrote."""
    return _name_of(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _name_of(error: sqlite3.Error) -> str:
    name = str(getattr(error, "sqlite_errorname", "") or "")
    return next((named for words, named in _NAMES.items() if words in str(error)), name)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the surroundings did to `path` into a Fault; every other error passes as it is."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        fault = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error
