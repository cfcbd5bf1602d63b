"""Who holds an exercise file open for writing, told by a small file beside it."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
from dataclasses import asdict, dataclass
from pathlib import Path

_HELD: set[Path] = set()


@dataclass(frozen=True)
class Holder:
    """The program that writes to a file: whose, where and which."""

    user: str
    workstation: str
    process: int


def take_hold(path: Path) -> Holder | None:
    """Become the writer of `path`; returns None, or the holder who was there first.

    A hold left by a program of this workstation that no longer runs is taken over.
    """
    mark = _mark(path)
    mine = Holder(_user(), platform.node(), os.getpid())
    for _ in range(2):
        try:
            with mark.open("x", encoding="utf-8") as file:
                json.dump(asdict(mine), file)
            _HELD.add(mark)
            return None
        except FileExistsError:
            there = _read(mark)
            if there is not None and (mark in _HELD or there != mine) and _lives(there):
                return there
            with contextlib.suppress(FileNotFoundError):
                mark.unlink()
    return _read(mark)


def let_go(path: Path) -> None:
    """Give up the hold on `path`, if it is ours."""
    mark = _mark(path)
    there = _read(mark)
    if there is not None and (there.workstation, there.process) == (platform.node(), os.getpid()):
        _HELD.discard(mark)
        with contextlib.suppress(OSError):
            mark.unlink()


def _mark(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def _read(mark: Path) -> Holder | None:
    try:
        data = json.loads(mark.read_text(encoding="utf-8"))
        return Holder(str(data["user"]), str(data["workstation"]), int(data["process"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _lives(holder: Holder) -> bool:
    if holder.workstation != platform.node():
        return True
    if os.name == "nt":
        return _lives_on_windows(holder.process)
    try:
        os.kill(holder.process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _lives_on_windows(process: int) -> bool:
    import ctypes

    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return True
    handle = windll.kernel32.OpenProcess(0x1000, False, process)
    if not handle:
        return False
    windll.kernel32.CloseHandle(handle)
    return True


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
