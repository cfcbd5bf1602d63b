"""The rating scales: which is in force, and what its values are called."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.terms import EVIDENCE_WORDS
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.parts import button, chip, heading, muted, row, set_tone, tight
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.scales import edit_rating_values
from exerciseplanner.workspace.queries.doctrine import ScaleLine, rating_scales, rating_values

_ROLLUPS = {
    "weighted": "Weighted share of the worths",
    "lowest": "The lowest part governs",
    "none": "Nothing is computed; a named person judges",
}
_EVIDENCE = dict(EVIDENCE_WORDS)


class ScalesPanel(QWidget):
    """Scales at the left, the values of the chosen one at the right."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen: ScaleLine | None = None
        self.scales = self._scales()
        self.values = self._values()
        self._title = heading("")
        self._says = muted("", wrap=True)
        self._standing = chip("")
        self.take = button("Rate on this scale", "check", run=self.use)
        right = QWidget()
        inside = QVBoxLayout(right)
        tight(inside)
        inside.addWidget(row(self._title, self._standing, None, self.take, margins=(11, 0, 16, 0)))
        inside.addWidget(row(self._says, margins=(11, 2, 16, 8)))
        inside.addWidget(self.values, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.scales)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.scaled(408), theme.scaled(820)])
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(split)
        self.scales.chosen.connect(self._choose)
        self.scales.rows_changed.connect(self._renew)

    def use(self) -> None:
        """Rate the exercise on the chosen scale; refused where ratings have no place on it."""
        if self._chosen is None:
            return
        head = self._context.workspace.head
        self._context.do(edit_exercise, {"scale": self._chosen.code})
        if self._context.workspace.head != head:
            self._context.offer_undo(f"The exercise is rated on {self._chosen.name}")

    def set_filter(self, text: str) -> None:
        """Show only scales that contain every word."""
        self.scales.set_filter(text)

    def _scales(self) -> RecordTable:
        table = RecordTable(
            self._context.live,
            (
                ColumnSpec("name", "Scale", width=220,
                           icon=lambda line: "circle-check" if line.in_force else "circle",
                           tone=lambda line: "text" if line.in_force else "muted"),
                ColumnSpec("code", "Code", width=100),
                ColumnSpec("in_force", "", width=72, tone=lambda line: "ok",
                           text=lambda line: "in force" if line.in_force else ""),
            ),
            rating_scales,
            name="scales",
            vocabulary=self._context.vocabulary,
        )  # fmt: skip
        table.view.setAccessibleName("Rating scales")
        table.footer.hide()
        return table

    def _values(self) -> RecordTable:
        context = self._context
        table = RecordTable(
            context.live,
            (
                ColumnSpec("code", "Code", width=84, strong=True),
                ColumnSpec("name", "Name", field=Field("name", "Name", required=True),
                           editable=True, width=208),
                ColumnSpec("worth", "Worth", text=lambda line: line.worth or "–", width=64,
                           align="right", sort=lambda line: -line.seq),
                ColumnSpec("counts", "Counts", text=lambda line: "Yes" if line.counts else "No",
                           width=68, tip=_counting),
                ColumnSpec("definition", "Definition", editable=True, width=240,
                           field=Field("definition", "Definition", "text")),
            ),
            rating_values,
            name="scale-values",
            commit=None if context.read_only else self._commit,
            vocabulary=context.vocabulary,
            settings=context.settings,
        )  # fmt: skip
        table.view.setAccessibleName("Values of the scale")
        table.footer.hide()
        table.paste_refused.connect(lambda text: context.notices.say(text, "warn"))
        return table

    def _commit(self, ids: tuple[str, ...], field: str, value: Any) -> None:
        self._context.workspace.do(edit_rating_values, ids, {field: value})

    def _renew(self) -> None:
        lines = {line.id: line for line in self.scales.model.rows()}
        wanted = lines.get(self._chosen.id) if self._chosen else None
        line = wanted or next((each for each in lines.values() if each.in_force), None)
        if line is not None:
            self.scales.select([line.id])
            self._show(line)

    def _choose(self, ids: tuple[str, ...]) -> None:
        if len(ids) == 1:
            self._show(self.scales.selected_rows()[0])

    def _show(self, line: ScaleLine) -> None:
        self._chosen = line
        self._title.setText(line.name)
        self._standing.setText("In force" if line.in_force else "Not in force")
        set_tone(self._standing, "ok" if line.in_force else "muted")
        parts = (_ROLLUPS.get(line.rollup, line.rollup), line.source, _EVIDENCE.get(line.tag, ""))
        self._says.setText("  ·  ".join(part for part in parts if part))
        self.take.setVisible(not line.in_force)
        self.take.setEnabled(not self._context.read_only)
        self.values.set_predicate(lambda value: value.scale_id == line.id)


def _counting(line: Any) -> str:
    if line.counts:
        return "Ratings of this value count"
    return "Neither pass nor fail: it never counts"
