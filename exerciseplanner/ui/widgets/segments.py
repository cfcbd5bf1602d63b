"""Several views of one page behind one another, with a row of names to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.parts import button, ignoring_arguments, set_property, tight
from exerciseplanner.ui.widgets.settings import Settings

_LEFT, _RIGHT, _BETWEEN = 20, 16, 12
_GAP, _PADDING, _CLOSE, _SHORTEST = 2, 24, 12, 48
_LEAST = 320


class Segments(QWidget):
    """Shows one of the widgets added; `name` is under what the choice is remembered.

    What is put into `corner` stands at the right of the names; what a view `offers` stands there
    while it is open.
    """

    opened = Signal(str)

    def __init__(
        self, name: str, settings: Settings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._setting = f"segments/{name}"
        self._settings = settings
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._pages: dict[str, QWidget] = {}
        self._offers: dict[str, list[tuple[ActionSpec, QPushButton]]] = {}
        self._titles: dict[str, str] = {}
        self._stack = QStackedWidget()
        self._area = QScrollArea()
        self.current = ""
        self._names = QHBoxLayout()
        tight(self._names, _GAP)
        self.corner = QHBoxLayout()
        tight(self.corner, 4)
        above = QHBoxLayout()
        above.setContentsMargins(_LEFT, 0, _RIGHT, 8)
        above.addLayout(self._names)
        above.addStretch(1)
        above.addLayout(self.corner)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(above)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._stack)
        layout.addWidget(self._area, 1)
        theme.changed().changed.connect(self._restyle)
        self._restyle()

    def add(self, name: str, title: str, page: QWidget) -> None:
        """Add a view; the first one added is open until another is."""
        made = QPushButton(title)
        made.setAccessibleName(title)
        made.setObjectName(f"segment-{name}")
        made.setCheckable(True)
        made.setProperty("segment", True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(ignoring_arguments(partial(self.open, name)))
        self._group.addButton(made)
        self._names.addWidget(made)
        self._buttons[name] = made
        self._titles[name] = title
        self._pages[name] = page
        self._stack.addWidget(page)
        if not self.current:
            self.current = name
            made.setChecked(True)

    def offers(self, name: str, *specs: ActionSpec) -> None:
        """Show these actions as buttons beside the names while a view is open."""
        for spec in specs:
            made = button(spec.label, spec.icon, run=partial(_run, spec))
            made.setToolTip(spec.tip or spec.label)
            made.setAccessibleName(spec.label)
            self.corner.addWidget(made)
            self._offers.setdefault(name, []).append((spec, made))
        self._show_offers()

    def restore(self) -> None:
        """Open what was open the last time."""
        name = self._settings.get(self._setting, "") if self._settings else ""
        if name in self._pages:
            self.open(name)

    def open(self, name: str) -> None:
        """Show a view."""
        self._buttons[name].setChecked(True)
        if name == self.current:
            return
        self.current = name
        leaves = self._stack.currentWidget()
        focused = QApplication.focusWidget()
        was_inside = bool(leaves and focused and leaves.isAncestorOf(focused))
        self._stack.setCurrentWidget(self._pages[name])
        if was_inside:
            self._take_focus(name)
        self._area.verticalScrollBar().setValue(0)
        self._show_offers()
        if self._settings:
            self._settings.put(self._setting, name)
        self.opened.emit(name)

    def page(self) -> QWidget:
        """The view that is open."""
        return self._pages[self.current]

    def _take_focus(self, name: str) -> None:
        """To the list of the view, or to its name: never to the first field that can be edited."""
        inside = self._pages[name].focusProxy()
        (inside if inside is not None and inside.isVisible() else self._buttons[name]).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the names need the room, what is offered keeps its icon alone."""
        super().resizeEvent(event)
        self._word_offers()

    def _show_offers(self) -> None:
        for name, offers in self._offers.items():
            for spec, made in offers:
                made.setVisible(name == self.current)
                made.setEnabled(spec.is_enabled)
        self._word_offers()

    def _word_offers(self) -> None:
        shown = self._offers.get(self.current, ())
        for spec, made in shown:
            made.setText(spec.label)
        room = self.width() - _LEFT - _BETWEEN - _RIGHT
        wanted = sum(map(self._wide, self._titles)) + _GAP * len(self._titles)
        if wanted + self._beside() > room:
            for _, made in shown:
                made.setText("")
        self._word_names(room - self._beside() - _GAP * len(self._titles))

    def _word_names(self, room: int) -> None:
        """Where there is too little room the names stand closer, and at last end in dots."""
        closer = sum(map(self._wide, self._titles)) > room
        edges = _CLOSE if closer else _PADDING
        wide = {name: self._wide(name) - _PADDING + edges for name in self._titles}
        most = max(wide.values(), default=0)
        while most > _SHORTEST and sum(min(each, most) for each in wide.values()) > room:
            most -= 2
        for name, title in self._titles.items():
            made = self._buttons[name]
            is_whole = wide[name] <= most
            cut = made.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, most - edges)
            set_property(made, "closer", closer)
            made.setText(title if is_whole else cut)
            made.setToolTip("" if is_whole else title)

    def _beside(self) -> int:
        """The room that stands in the corner, as it is worded now."""
        items = (self.corner.itemAt(place) for place in range(self.corner.count()))
        parts = (item.widget() for item in items if item is not None)
        shown = [each for each in parts if each is not None and not each.isHidden()]
        return sum(each.sizeHint().width() + self.corner.spacing() for each in shown)

    def _wide(self, name: str) -> int:
        return self._buttons[name].fontMetrics().horizontalAdvance(self._titles[name]) + _PADDING

    def _restyle(self) -> None:
        """What a view needs at the least; where there is less it is scrolled."""
        self._stack.setMinimumHeight(theme.scaled(_LEAST))


def _run(spec: ActionSpec) -> None:
    if spec.is_enabled:
        spec.run()
