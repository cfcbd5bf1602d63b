"""The order of battle as a chart, with what it shows and how far it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.domain.forces import IDENTITIES
from exerciseplanner.ui.pages.forces.columns import present_of, tree_columns
from exerciseplanner.ui.pages.forces.placing import dropped
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.orbat_chart import Entry, OrbatChart, SideTitle
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import caption, flat_button, row, tight
from exerciseplanner.ui.widgets.sifting import Haystacks, Predicate, matching, needles
from exerciseplanner.workspace.operations.order_of_battle import subordinate_units
from exerciseplanner.workspace.queries.order_of_battle import ForceRow, order_of_battle

_LEVELS = 8
_SETTING = "forces.chart"


class ChartPanel(QWidget):
    """The chart with its tools; units found by the filter stand out, all others step back."""

    chosen = Signal(tuple)
    """The ids of the units chosen."""

    opened = Signal(str)
    """The id of a unit that was double-clicked or entered."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._rows: dict[str, ForceRow] = {}
        self._stacks = Haystacks(tree_columns(context.vocabulary))
        self._words: tuple[str, ...] = ()
        self._predicate: Predicate | None = None
        self.chart = OrbatChart(movable=not context.read_only)
        self.levels = QComboBox()
        self.levels.setAccessibleName("Levels shown")
        self.nation = self._option("Nation", "nation")
        self.strength = self._option("Strength", "strength")
        self.footer = caption("")
        self._zoom = caption("")
        self._pages = QStackedWidget()
        self._lay_out()
        self._listen()

    # as the other views of the page ------------------------------------------------------------

    def set_filter(self, text: str) -> None:
        """Let the units stand out that contain every word."""
        words = needles(text)
        if words != self._words:
            self._words = words
            self._sift()

    def set_predicate(self, predicate: Predicate | None) -> None:
        """Let only units stand out for which the predicate is true."""
        self._predicate = predicate
        self._sift()

    def select(self, ids: Sequence[str]) -> None:
        """Choose units and bring the first into sight."""
        self.chart.select(ids)

    def selected_ids(self) -> tuple[str, ...]:
        """The units chosen."""
        return self.chart.chosen_ids()

    def selected_rows(self) -> tuple[ForceRow, ...]:
        """The rows of the units chosen."""
        return tuple(self._rows[unit] for unit in self.selected_ids())

    def set_empty(self, widget: QWidget) -> None:
        """Show this where there are no units."""
        self._pages.addWidget(widget)
        self._pages.setCurrentIndex(0 if self._rows else 1)

    # inside ------------------------------------------------------------------------------------

    def _option(self, title: str, name: str) -> QCheckBox:
        box = QCheckBox(title)
        box.setChecked(bool(self._context.settings.get(f"{_SETTING}/{name}", True)))
        box.toggled.connect(lambda on: self._context.settings.put(f"{_SETTING}/{name}", on))
        box.toggled.connect(lambda _: self._draw())
        return box

    def _lay_out(self) -> None:
        chart = self.chart
        tools = row(
            caption("Levels"),
            self.levels,
            self.nation,
            self.strength,
            None,
            self._zoom,
            flat_button("zoom-out", "Smaller (minus)", chart.zoom_out),
            flat_button("zoom-in", "Larger (plus)", chart.zoom_in),
            flat_button("maximize", "Fit all (0)", chart.fit),
            spacing=12,
            margins=(20, 0, 16, 4),
        )
        filled = QWidget()
        layout = QVBoxLayout(filled)
        tight(layout)
        layout.addWidget(tools)
        layout.addWidget(chart, 1)
        layout.addWidget(row(self.footer, None, margins=(12, 4, 12, 4)))
        self._pages.addWidget(filled)
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(self._pages)
        self.setFocusProxy(chart)

    def _listen(self) -> None:
        chart = self.chart
        chart.chosen.connect(self._tell)
        chart.opened.connect(self.opened)
        chart.dropped.connect(self._drop)
        chart.opening_changed.connect(self._count)
        chart.zoomed.connect(lambda zoom: self._zoom.setText(f"{zoom:.0%}"))
        self.levels.activated.connect(lambda _: self._show_levels())
        self._context.follow(self, order_of_battle, self._show)

    def _show(self, rows: Sequence[ForceRow]) -> None:
        self._rows = {row.id: row for row in rows}
        self._pages.setCurrentIndex(0 if rows or self._pages.count() == 1 else 1)
        self._draw()

    def _draw(self) -> None:
        units = [row for row in self._rows.values() if row.noun == "unit"]
        sides = [row for row in self._rows.values() if row.noun != "unit"]
        titles = [
            SideTitle(row.id, row.name, row.identity, counted(row.below, "unit")) for row in sides
        ]
        self.chart.show_units([self._entry(row) for row in units], titles)
        self._fill_levels()
        self._sift()

    def _entry(self, row: ForceRow) -> Entry:
        strength = ""
        if self.strength.isChecked() and (row.present or row.planned):
            strength = present_of(row.present, row.planned)
        parts = (row.nation if self.nation.isChecked() else "", strength)
        return Entry(
            row.id,
            row.superior_id,
            row.side_id or (row.parent_id or "" if row.superior_id is None else ""),
            row.symbol,
            row.identity,
            row.short_name or row.name,
            "  ·  ".join(part for part in parts if part),
            "",
            _tip(row),
        )

    def _fill_levels(self) -> None:
        branching = self.chart.branching
        self.levels.blockSignals(True)
        self.levels.clear()
        self.levels.addItem("All", 0)
        for count in range(1, min(branching.depth, _LEVELS + 1)):
            self.levels.addItem(str(count), count)
        self.levels.setCurrentIndex(max(self.levels.findData(branching.limit or 0), 0))
        self.levels.blockSignals(False)

    def _show_levels(self) -> None:
        self.chart.show_levels(int(self.levels.currentData()))

    def _sift(self) -> None:
        if not self._words and self._predicate is None:
            self.chart.dim_all_but(None)
        else:
            units = [row for row in self._rows.values() if row.noun == "unit"]
            found = matching(units, self._words, self._stacks, self._predicate)
            self.chart.dim_all_but([row.id for row in found])
        self._count()

    def _count(self) -> None:
        every = len(self.chart.branching.entries)
        shown = len(self.chart.cards)
        parts = [counted(every, "unit")]
        if shown < every:
            parts.append(f"{every - shown:,} hidden in closed branches")
        if self.chart.state.found is not None:
            parts.append(f"{len(self.chart.state.found):,} found")
        if len(self.selected_ids()) > 1:
            parts.append(f"{len(self.selected_ids()):,} selected")
        self.footer.setText("  ·  ".join(parts))

    def _tell(self, ids: tuple[str, ...]) -> None:
        self._count()
        self.chosen.emit(ids)

    def _drop(self, ids: tuple[str, ...], target: str) -> None:
        wish = dropped(self._rows, ids, target, "into")
        if wish is None or self._context.read_only:
            return
        context, before = self._context, self._context.workspace.head
        context.do(subordinate_units, wish.ids, wish.superior_id, wish.side_id, wish.order)
        if context.workspace.head != before:
            moved = self._named(wish.ids[0]) if len(wish.ids) == 1 else counted(len(ids), "unit")
            context.offer_undo(f"{moved} put under {self._named(target)}")
            self.select(wish.ids)

    def _named(self, row_id: str) -> str:
        row = self._rows[row_id]
        return row.short_name or row.name


def _tip(row: Any) -> str:
    """What the card has no room for."""
    said = dict(IDENTITIES).get(row.identity, "")
    facts = [
        f"Provided by {row.nation}" if row.nation else "",
        f"Strength with all below: {present_of(row.present, row.planned)}"
        if row.present or row.planned
        else "",
        f"Notice to move: {row.notice_days} d" if row.notice_days is not None else "",
        row.location_name,
        f"Under {row.superior}" if row.superior else "",
    ]
    head = "  ·  ".join(part for part in (row.name, said) if part)
    return "\n".join((head, *(fact for fact in facts if fact)))
