"""The map of units with its tools, the list of those not placed yet, and where the pointer is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.domain.mgrs import format_mgrs
from exerciseplanner.domain.places import format_degrees
from exerciseplanner.ui.pages.forces.map_marks import haystack, levels_of, mark_of, spot_of
from exerciseplanner.ui.pages.forces.map_overlay import laid_over
from exerciseplanner.ui.pages.forces.place_field import HINT, PlaceField
from exerciseplanner.ui.pages.forces.unplaced_list import UnplacedList
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.actions import ActionSpec, popup_menu
from exerciseplanner.ui.widgets.map.map_view import MapView
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import caption, label, muted, row, tight
from exerciseplanner.ui.widgets.sifting import Predicate
from exerciseplanner.workspace.operations.placing import place_units, unplace_units
from exerciseplanner.workspace.queries.unit_map import (
    MapUnit,
    PlacedInject,
    placed_injects,
)

_INJECTS = "forces.map/injects"
_BORDERS = "Borders: Natural Earth, de facto, without taking a position on any claim"
_KEYS = (
    "Arrows move the map, plus and minus zoom, 0 shows everything placed, page up and page down "
    "go through the units, Delete takes what is chosen off the map."
)
_FIELD = 250


class MapBoard(QWidget):
    """Places units, chooses them, and says what is where."""

    chosen = Signal(tuple)
    opened = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._rows: dict[str, MapUnit] = {}
        self._stacks: dict[str, str] = {}
        self._injects: Sequence[PlacedInject] = ()
        self._words: tuple[str, ...] = ()
        self._predicate: Predicate | None = None
        self._selected: tuple[str, ...] = ()
        self.map = MapView("Map of units")
        self.map.is_movable = not context.read_only
        self.map.glide.is_still = bool(context.settings.get("reduce-motion", False))
        self.unplaced = UnplacedList(is_movable=not context.read_only)
        self.place = PlaceField("Place the units chosen at")
        self.wrong = label("", "refusal")
        self.levels = QComboBox()
        self.injects = QCheckBox("Injects")
        self.coordinates = muted("")
        self.footer = caption("")
        self.hint = laid_over(self.map)
        self._lay_out()
        self._listen()

    def show_units(self, rows: Sequence[MapUnit]) -> None:
        """Show these, on the map or beside it."""
        self._rows = {row.id: row for row in rows}
        self._stacks = {}
        self._fill_levels(rows)
        self._draw()

    def sift(self, words: tuple[str, ...], predicate: Predicate | None) -> None:
        """Show only units that contain every word and for which the predicate is true."""
        self._words, self._predicate = words, predicate
        self._draw()

    def select(self, ids: Sequence[str]) -> None:
        """Choose units without saying so."""
        self._selected = tuple(ids)
        self.map.select(ids)
        self.unplaced.select(ids)
        self._show_chosen()

    def selected_rows(self) -> tuple[MapUnit, ...]:
        """The units chosen."""
        return tuple(self._rows[unit] for unit in self._selected if unit in self._rows)

    # laying out --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(20, 0, 16, 6)
        tools.setSpacing(8)
        self.place.setFixedWidth(theme.scaled(_FIELD))
        self.wrong.setWordWrap(True)
        self.wrong.setContentsMargins(20, 0, 16, 6)
        self.wrong.hide()
        self.levels.setAccessibleName("Echelons shown")
        self.levels.setToolTip("Echelons shown")
        self.levels.setMaximumWidth(theme.scaled(190))
        for part in (muted("Place at"), self.place):
            tools.addWidget(part)
        tools.addStretch(1)
        tools.addWidget(self.injects)
        tools.addWidget(self.levels)
        middle = QHBoxLayout()
        tight(middle)
        middle.addWidget(self.map, 1)
        middle.addWidget(self.unplaced)
        borders = caption(_BORDERS.split(",")[0])
        borders.setToolTip(_BORDERS)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(tools)
        layout.addWidget(self.wrong)
        layout.addLayout(middle, 1)
        layout.addWidget(
            row(self.coordinates, None, borders, self.footer, spacing=16, margins=(12, 4, 12, 4))
        )

    def _listen(self) -> None:
        context, view = self._context, self.map
        self.injects.setChecked(bool(context.settings.get(_INJECTS, False)))
        self.injects.toggled.connect(self._toggle_injects)
        self.levels.activated.connect(lambda _: self._draw())
        self.place.given.connect(lambda *place: self._place(self._selected, "", *place))
        self.place.refused.connect(self._refuse)
        view.failed.connect(lambda text: context.notices.say(text, "warn"))
        view.chosen.connect(self._choose_on_map)
        view.placed.connect(self._place)
        view.taken_off.connect(self._take_off)
        view.pointed.connect(self._point)
        view.spot_chosen.connect(lambda inject: context.inspect("inject", (inject,)))
        view.menu_wanted.connect(self._open_menu)
        self.unplaced.chosen.connect(self._choose_in_list)
        context.follow(self, placed_injects, self._take_injects)
        self._point(None)

    # what is shown -----------------------------------------------------------------------------

    def _fill_levels(self, rows: Sequence[MapUnit]) -> None:
        kept = self.levels.currentData()
        self.levels.clear()
        self.levels.addItem("All echelons", 0)
        for text, level in levels_of(rows):
            self.levels.addItem(text, level)
        self.levels.setCurrentIndex(max(0, self.levels.findData(kept)))

    def _draw(self) -> None:
        lowest = int(self.levels.currentData() or 0)
        found = [row for row in self._rows.values() if row.level >= lowest and self._passes(row)]
        marks = [mark for row in found if (mark := mark_of(row)) is not None]
        waiting = [row for row in found if not row.is_placed]
        self.map.set_marks(marks)
        self.unplaced.set_rows(waiting)
        self.unplaced.setVisible(any(not row.is_placed for row in self._rows.values()))
        self.hint.setVisible(
            bool(self._rows) and not any(row.is_placed for row in self._rows.values())
        )
        self._selected = tuple(unit for unit in self._selected if unit in self._rows)
        self.map.mark(self._selected)
        self.unplaced.select(self._selected)
        self._show_chosen()
        self.footer.setText(f"{len(marks):,} of {counted(len(self._rows), 'unit')} on the map")
        self.map.setAccessibleDescription(f"{self.footer.text()}. {_KEYS}")

    def _passes(self, row: MapUnit) -> bool:
        if self._predicate is not None and not self._predicate(row):
            return False
        if not self._words:
            return True
        stack = self._stacks.get(row.id) or self._stacks.setdefault(row.id, haystack(row))
        return all(word in stack for word in self._words)

    def _take_injects(self, rows: Sequence[PlacedInject]) -> None:
        self._injects = rows
        self.injects.setVisible(bool(rows))
        self._show_injects()

    def _toggle_injects(self, on: bool) -> None:
        self._context.settings.put(_INJECTS, on)
        self._show_injects()

    def _show_injects(self) -> None:
        self.map.set_spots(map(spot_of, self._injects) if self.injects.isChecked() else ())

    def _point(self, place: tuple[float, float] | None) -> None:
        if place is None:
            self.coordinates.setText("Point at the map to read a place")
            return
        self.coordinates.setText(
            f"{format_mgrs(*place, spaced=True)}   ·   {format_degrees(*place)}"
        )

    # choosing and placing ----------------------------------------------------------------------

    def _choose_on_map(self, ids: tuple[str, ...]) -> None:
        self.unplaced.select(())
        self._choose(ids)

    def _choose_in_list(self, ids: tuple[str, ...]) -> None:
        self.map.select(())
        self._choose(ids)

    def _choose(self, ids: tuple[str, ...]) -> None:
        self._selected = ids
        self._show_chosen()
        self.chosen.emit(ids)

    def _show_chosen(self) -> None:
        rows = self.selected_rows()
        self.place.setEnabled(bool(rows) and not self._context.read_only)
        self.place.setPlaceholderText(HINT if rows else "Choose a unit first")
        one = rows[0] if len(rows) == 1 else None
        self.place.show_place(one.latitude if one else None, one.longitude if one else None)

    def _place(self, ids: tuple[str, ...], first: str, latitude: float, longitude: float) -> None:
        if not ids:
            return
        context, before = self._context, self._context.workspace.head
        self._selected = ids
        context.do(place_units, ids, latitude, longitude, first)
        if context.workspace.head != before:
            self.map.select(ids)  # what was typed may stand far from what is in sight
            context.offer_undo(f"{self._named(ids)} placed")
            self.chosen.emit(ids)

    def _refuse(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _take_off(self, ids: tuple[str, ...]) -> None:
        context, before = self._context, self._context.workspace.head
        context.do(unplace_units, ids)
        if context.workspace.head != before:
            context.offer_undo(f"{self._named(ids)} taken off the map")

    def _named(self, ids: Sequence[str]) -> str:
        if len(ids) > 1 or ids[0] not in self._rows:
            return counted(len(ids), "unit")
        found = self._rows[ids[0]]
        return found.short_name or found.name

    def _open_menu(self, at: QPoint) -> None:
        ids = tuple(row.id for row in self.selected_rows() if row.is_placed)
        specs = [
            ActionSpec("map.fit", "Show everything placed", self.map.fit, "maximize", "0"),
        ]
        if ids:
            may = not self._context.read_only
            specs = [
                ActionSpec(
                    "map.zoom", "Zoom to what is chosen", partial(self.map.fit, ids), "zoom-in"
                ),
                ActionSpec(
                    "map.tree", "Show in the order of battle",
                    partial(self.opened.emit, ids[0]), "hierarchy-2",
                ),
                *specs,
                ActionSpec(
                    "map.off", "Take off the map", partial(self._take_off, ids), "map-pin", "Del",
                    enabled_when=lambda: may,
                ),
            ]  # fmt: skip
        popup_menu(self.map, specs).popup(at)
