"""One connection to an exercise file: how it is opened, and its two kinds of transaction."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import StaticPool

BUSY_SECONDS = 5.0

_PRAGMAS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-65536",  # kibibytes: an import of thousands of rows stays in memory
)
_WRITER_PRAGMAS = ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=FULL")


class Database:
    """A single connection with transactions of our own, used by one thread at a time."""

    def __init__(self, raw: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.raw = raw
        self._engine: Engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)

    @contextmanager
    def writing(self, *, enforce_references: bool = True) -> Iterator[Connection]:
        """One write transaction: committed whole or rolled back whole.

        With `enforce_references` off the caller promises to check them before the block ends.
        """
        if not enforce_references:
            self.raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with self._transaction("BEGIN IMMEDIATE") as connection:
                yield connection
        finally:
            if not enforce_references:
                self.raw.execute("PRAGMA foreign_keys=ON")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One read transaction: everything read in it belongs to the same state."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of the write transaction that is open: taken back alone where it fails."""
        self.raw.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            with suppress(sqlite3.Error):  # SQLite may have taken back all of it
                self.raw.execute("ROLLBACK TO part")
                self.raw.execute("RELEASE part")
            raise
        self.raw.execute("RELEASE part")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        if self.raw.in_transaction:
            raise RuntimeError(
                "a transaction is open already: operations call one another on the desk they were "
                "given, and queries too, never through the door"
            )
        with self._engine.connect() as connection:
            self.raw.execute(begin)
            try:
                yield connection
                self.raw.commit()
            except BaseException:
                with suppress(sqlite3.Error):  # what happened before is what has to be told
                    self.raw.rollback()
                raise

    def image(self) -> bytes:
        """The whole database as bytes, for a private copy in memory."""
        return self.raw.serialize()

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()
        self.raw.close()


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open `path` in SQLite's `mode` (`ro`, `rw`, `rwc`) with every exercise file's settings."""
    raw = sqlite3.connect(
        f"{_uri(path)}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
        cached_statements=512,
    )
    try:
        _settle(raw, writer=mode != "ro")
    except sqlite3.Error:
        raw.close()
        raise
    return raw


def _uri(path: Path) -> str:
    uri = path.absolute().as_uri()
    shared = not uri.startswith("file:///")  # \\server\share: SQLite takes no server in a URI
    return uri.replace("file://", "file:////", 1) if shared else uri


def copy_in_memory(image: bytes, path: Path) -> Database:
    """A private copy that takes no lock on the file and may be used in any one thread."""
    raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    raw.deserialize(image)
    _settle(raw, writer=False)
    return Database(raw, path, read_only=True)


_PLAIN_LETTERS = {
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ß": "ss",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "þ": "th",
    "ı": "i",
}
_MARKS = re.compile("[\u0300-\u036f]+")
_SPECIAL = re.compile(f"[{''.join(_PLAIN_LETTERS)}]")


def _fold(text: object) -> str:
    """A text with plain letters in place of those with marks; empty where it has none of these."""
    if not isinstance(text, str) or text.isascii():
        return ""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    plain = _SPECIAL.sub(lambda found: _PLAIN_LETTERS[found[0]], bare)
    return "" if plain == text else plain


def _settle(raw: sqlite3.Connection, *, writer: bool) -> None:
    raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024)
    raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    raw.create_function("fold", 1, _fold, deterministic=True)
    for pragma in _PRAGMAS + (_WRITER_PRAGMAS if writer else ()):
        raw.execute(pragma)
