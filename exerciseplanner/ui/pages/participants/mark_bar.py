"""The marks of a grid with what each means; choosing one gives it to every chosen cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from exerciseplanner.ui.widgets.flow import FlowLayout
from exerciseplanner.ui.widgets.parts import chip, ignoring_arguments, muted, row, tight


class Mark(NamedTuple):
    """A value that a cell can have: its code, its letter (also its key), its word and its tone."""

    code: str
    letter: str
    word: str
    tone: str


class MarkBar(QWidget):
    """A legend that is also a row of buttons; an empty code withdraws.

    `warning` says what the warning triangle in a cell means.
    """

    def __init__(
        self,
        marks: Sequence[Mark],
        run: Callable[[str], object],
        *,
        enabled: bool,
        warning: str = "",
    ) -> None:
        super().__init__()
        layout = FlowLayout(self)
        layout.setSpacing(14)
        for mark in marks:
            layout.addWidget(_pair(mark, partial(run, mark.code), enabled=enabled))
        layout.addWidget(
            _pair(Mark("", "Del", "Withdraw", "muted"), partial(run, ""), enabled=enabled)
        )
        if warning:
            layout.addWidget(row(chip("▲", "danger"), muted(warning), spacing=6))


def _pair(mark: Mark, run: Callable[[], object], *, enabled: bool) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    tight(layout)
    button = QPushButton(mark.word)
    button.setProperty("segment", True)
    button.setObjectName(f"mark-{mark.code or 'none'}")
    button.setToolTip(f"Give this to the cells chosen. Key: {mark.letter}")
    button.setAccessibleName(f"{mark.word}, key {mark.letter}")
    button.setEnabled(enabled)
    button.clicked.connect(ignoring_arguments(run))
    layout.addWidget(chip(mark.letter, mark.tone))
    layout.addWidget(button)
    return holder
