"""Who holds an exercise file open for writing, told by a small file beside it."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from exerciseplanner.storage.workstation import user_name, workstation_name

#: Far behind the text of a mark: Windows lets nobody read the bytes that somebody locks.
_LOCKED_BYTE = 1 << 20
_TRIES = 5


@dataclass(frozen=True)
class Holder:
    """The program that writes to a file: whose, where and which."""

    user: str
    workstation: str
    process: int


@dataclass(frozen=True)
class Hold:
    """What came of asking for a file: `taken`, or held by `first`, or neither where no mark can
    be put beside it.
    """

    taken: bool
    first: Holder | None = None


_MARKS: dict[Path, IO[str]] = {}


def take_hold(path: Path) -> Hold:
    """Become the writer of `path`, whatever name it is reached by, unless somebody is already.

    The operating system forgets the lock on a mark when its program ends, however it ends, so
    what a killed program left behind is taken over. A mark from another workstation stands.
    """
    mark = mark_of(path)
    for _ in range(_TRIES):
        try:
            file = mark.open("a+", encoding="utf-8")
        except OSError:
            first = _standing(mark)
            if first is None and _removed(mark):
                continue
            return Hold(False, first)
        if not _locked(file):
            file.close()
            return Hold(False, _read(mark) or Holder("somebody", "this workstation", 0))
        there = _read(mark)
        if there is not None and there.workstation != workstation_name():
            file.close()
            return Hold(False, there)
        if _is_still_there(file, mark):
            _sign(file)
            _MARKS[mark] = file
            return Hold(True)
        file.close()
    return Hold(False, _read(mark))


def let_go(path: Path) -> None:
    """Give up the hold on `path`, if it is ours."""
    mark = mark_of(path)
    file = _MARKS.pop(mark, None)
    if file is None:
        return
    if os.name == "nt":  # an open file cannot be removed there
        file.close()
    _removed(mark)
    file.close()


def holder_of(path: Path) -> Holder | None:
    """Who writes to `path` at this moment, or None; nothing is changed beside it."""
    return _standing(mark_of(path))


def mark_of(path: Path) -> Path:
    """The small file beside `path` that tells who holds it."""
    real = path.resolve()
    return real.with_name(real.name + ".lock")


def _sign(file: IO[str]) -> None:
    file.truncate(0)
    json.dump(asdict(Holder(user_name(), workstation_name(), os.getpid())), file)
    file.flush()


def _standing(mark: Path) -> Holder | None:
    there = _read(mark)
    if there is None or mark in _MARKS or there.workstation != workstation_name():
        return there
    try:
        with mark.open(encoding="utf-8") as file:
            return None if _locked(file) else there
    except OSError:
        return there


def _removed(mark: Path) -> bool:
    try:
        mark.unlink()
    except OSError:
        return False
    return True


def _is_still_there(file: IO[str], mark: Path) -> bool:
    """False where the holder before removed the mark between our opening and our locking it."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), mark.stat())
    except OSError:
        return False


def _read(mark: Path) -> Holder | None:
    try:
        data = json.loads(mark.read_text(encoding="utf-8"))
        return Holder(str(data["user"]), str(data["workstation"]), int(data["process"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[str]) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            there = _read(Path(file.name))  # a file system that knows no locks
            return there is None or not _lives(there.process)
        return True

    def _lives(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return True
