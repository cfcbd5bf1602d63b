"""What the program says to whoever started it when it ends."""

from __future__ import annotations

PROGRAM = "exerciseplanner"

OK, REFUSED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
