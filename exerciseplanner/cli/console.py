"""What the command line writes: text, JSON and columns, and on standard error its progress."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Generator, Iterable, Sequence
from typing import Protocol, TypeVar

R = TypeVar("R")

_BAR = 28
_GAP = "  "
_WIDEST_CELL = 60
_REDRAW_SHARE = 200
_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}
"""Signs that would steer the terminal: imported texts may hold any."""


class Step(Protocol):
    """How far long work has come."""

    @property
    def done(self) -> int:
        """Steps done."""

    @property
    def total(self) -> int:
        """Steps altogether; 0 where unknown."""

    @property
    def what(self) -> str:
        """What is being done now."""


def prepare_streams() -> None:
    """Write UTF-8 whatever the system prefers, and never fail over a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError, OSError):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """Write a line of the answer."""
    sys.stdout.write(f"{text.translate(_CONTROLS)}\n")


def complain(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"{text.translate(_CONTROLS)}\n")
    sys.stderr.flush()


def say_json(value: object) -> None:
    """Write the answer as JSON, indented; every character as itself."""
    say(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))


def fall_silent() -> None:
    """Stop writing the answer because nobody reads it any more, as when piped into `head`."""
    with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def say_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write aligned columns; long cells are shortened but for those of the last column.

    On a screen every line is cut to its width.
    """
    table = [list(headings), *(_fitting(row) for row in rows)]
    widths = [
        min(_WIDEST_CELL, max(_width(row[column]) for row in table))
        for column in range(len(headings))
    ]
    screen = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for number, row in enumerate(table):
        line = _GAP.join(
            f"{cell}{' ' * (width - _width(cell))}" for cell, width in zip(row, widths, strict=True)
        )
        say(_fitted(line.rstrip(), screen))
        if number == 0:
            say(_fitted(_GAP.join("-" * width for width in widths), screen))


def say_pairs(pairs: Iterable[tuple[str, str]]) -> None:
    """Write labels and values, the values under one another."""
    listed = list(pairs)
    width = max((_width(label) for label, _ in listed), default=0)
    for label, value in listed:
        lines = value.split("\n")
        say(f"{label}{' ' * (width - _width(label))}{_GAP}{lines[0]}".rstrip())
        for line in lines[1:]:
            say(f"{' ' * width}{_GAP}{line}".rstrip())


def _fitting(row: Sequence[str]) -> list[str]:
    lines = [_one_line(cell) for cell in row]
    return [*(_fitted(line, _WIDEST_CELL) for line in lines[:-1]), *lines[-1:]]


def _one_line(cell: str) -> str:
    indent = len(cell) - len(cell.lstrip(" ")) if cell.strip() else 0
    return " " * indent + " ".join(cell.split())


def _fitted(line: str, screen: int) -> str:
    return line if not screen or len(line) <= screen else f"{line[: screen - 1]}…"


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )


def shown(job: Generator[Step, None, R]) -> R:
    """Run long work with a progress bar on standard error, where that is a screen.

    An interruption stops the work before it is passed on.
    """
    bar = _Bar() if sys.stderr.isatty() else None
    try:
        while True:
            step = next(job)
            if bar is not None:
                bar.draw(step)
    except StopIteration as end:
        result: R = end.value
        return result
    finally:
        job.close()
        if bar is not None:
            bar.clear()


class _Bar:
    """One line that is drawn over itself."""

    def __init__(self) -> None:
        self._drawn = ""
        self._share = -1

    def draw(self, step: Step) -> None:
        share = _REDRAW_SHARE * step.done // step.total if step.total else 0
        if share == self._share and step.total:
            return
        self._share = share
        filled = min(_BAR, _BAR * share // _REDRAW_SHARE)
        percent = f"{100 * share // _REDRAW_SHARE:3d} %" if step.total else "    …"
        line = f"{'█' * filled}{'░' * (_BAR - filled)} {percent}  {step.what}"
        line = line[: max(20, shutil.get_terminal_size().columns - 1)]
        sys.stderr.write(f"\r{line}{' ' * max(0, len(self._drawn) - len(line))}")
        sys.stderr.flush()
        self._drawn = line

    def clear(self) -> None:
        if self._drawn:
            sys.stderr.write(f"\r{' ' * len(self._drawn)}\r")
            sys.stderr.flush()
