"""The line above the list: which view, and what it is narrowed to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from exerciseplanner.ui.pages.injects.facets import GAPS, Chosen, Facet, Gap
from exerciseplanner.ui.widgets.codes_picker import TickList
from exerciseplanner.ui.widgets.flow import FlowLayout
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.parts import flat_button, link, tight
from exerciseplanner.ui.widgets.vocabulary import Option
from exerciseplanner.workspace.queries.script import ScriptRow

_VIEWS = (("tree", "Tree"), ("table", "Table"))
_LONGEST = 26


class FacetBar(QWidget):
    """Chips that narrow the list together, the switch of views, and the saved filters."""

    chosen_changed = Signal()
    view_wanted = Signal(str)
    saved_wanted = Signal()

    def __init__(self, facets: Sequence[Facet], rows: Callable[[], Iterable[ScriptRow]]) -> None:
        super().__init__()
        self._facets = tuple(facets)
        self._rows = rows
        self._chosen: dict[str, frozenset[str]] = {}
        self._chips: dict[str, QToolButton] = {}
        self._views = QButtonGroup(self)
        self._clear = link("Clear", self.clear)
        self._clear.setAccessibleDescription("Shows everything again")
        self.saved = flat_button("star", "Saved filters", self.saved_wanted.emit)
        flow = FlowLayout()
        tight(flow, 6)
        flow.addWidget(self._switch())
        for facet in self._facets:
            flow.addWidget(self._chooser(facet))
        for gap in GAPS:
            flow.addWidget(self._chip(gap.name, gap.title, partial(self._toggle, gap)))
        flow.addWidget(self._clear)
        flow.addWidget(self.saved)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(20, 0, 16, 8)
        outer.addLayout(flow)
        self._word()

    @property
    def chosen(self) -> Chosen:
        """What the list is narrowed to."""
        return dict(self._chosen)

    def choose(self, chosen: Chosen) -> None:
        """Narrow the list to this."""
        self._chosen = {name: values for name, values in chosen.items() if values}
        self._word()
        self.chosen_changed.emit()

    def clear(self) -> None:
        """Show everything again."""
        self.choose({})

    def show_view(self, name: str) -> None:
        """Show which view is open."""
        for button in self._views.buttons():
            button.setChecked(button.objectName() == name)

    def set_facets(self, facets: Sequence[Facet]) -> None:
        """Take facets in other words."""
        self._facets = tuple(facets)
        self._word()

    def count_gaps(self, rows: Iterable[ScriptRow]) -> None:
        """Say how many injects lack something; a gap nobody has is not offered."""
        injects = [row for row in rows if row.level == "inject"]
        for gap in GAPS:
            count = sum(map(gap.lacks, injects))
            chip = self._chips[gap.name]
            chip.setText(f"{gap.title}  {count:,}")
            chip.setVisible(bool(count) or bool(self._chosen.get(gap.name)))

    def _switch(self) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        tight(layout, 2)
        layout.setContentsMargins(0, 0, 10, 0)
        for name, title in _VIEWS:
            made = QPushButton(title)
            made.setObjectName(name)
            made.setProperty("segment", True)
            made.setCheckable(True)
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            made.clicked.connect(partial(self._want_view, name))
            self._views.addButton(made)
            layout.addWidget(made)
        return holder

    def _want_view(self, name: str) -> None:
        self.view_wanted.emit(name)

    def _chooser(self, facet: Facet) -> QToolButton:
        made = self._chip(facet.name, facet.title, partial(self._open, facet))
        made.setIcon(icon("chevron-down", "muted"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return made

    def _chip(self, name: str, title: str, run: Callable[[], None]) -> QToolButton:
        made = QToolButton()
        made.setText(title)
        made.setProperty("facet", True)
        made.setCheckable(True)
        made.setAccessibleName(f"Filter by {title.lower()}")
        made.clicked.connect(lambda *_: run())
        self._chips[name] = made
        return made

    def _open(self, facet: Facet) -> None:
        self._word()
        options = facet.options(row for row in self._rows() if row.level == "inject")
        ticks = TickList(options, sorted(self._chosen.get(facet.name, ())), self)
        ticks.ticked.connect(partial(self._take, facet.name))
        ticks.open_below(self._chips[facet.name])

    def _take(self, name: str, values: tuple[str, ...]) -> None:
        self.choose({**self._chosen, name: frozenset(values)})

    def _toggle(self, gap: Gap) -> None:
        wanted = frozenset() if self._chosen.get(gap.name) else frozenset({"yes"})
        self.choose({**self._chosen, gap.name: wanted})

    def _word(self) -> None:
        options: list[Option] = []
        for facet in self._facets:
            values = self._chosen.get(facet.name, frozenset())
            if values:
                options = facet.options(row for row in self._rows() if row.level == "inject")
            chip = self._chips[facet.name]
            chip.setText(_summary(facet.title, values, options))
            chip.setChecked(bool(values))
        for gap in GAPS:
            self._chips[gap.name].setChecked(bool(self._chosen.get(gap.name)))
        self._clear.setVisible(bool(self._chosen))


def _summary(title: str, values: frozenset[str], options: Sequence[Option]) -> str:
    names = [option.label for option in options if option.code in values]
    if not values:
        return title
    first = names[0] if names else f"{len(values)} chosen"
    short = first if len(first) <= _LONGEST else first[: _LONGEST - 1].rstrip() + "…"
    return f"{title}: {short}" + (f" +{len(values) - 1}" if len(values) > 1 and names else "")
