"""What fills the window while an exercise is open: rail, page, inspector, drawer, status."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from exerciseplanner.ui.pages import PageSpec
from exerciseplanner.ui.shell.inspector import Inspector
from exerciseplanner.ui.shell.page_stack import PageStack
from exerciseplanner.ui.shell.rail import NavRail
from exerciseplanner.ui.shell.session import Session
from exerciseplanner.ui.shell.status_line import StatusLine
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.parts import body as text_of
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.workspace.changes import Changes

if TYPE_CHECKING:
    from exerciseplanner.ui.shell.drawer import Drawer

_NARROW, _CRAMPED = 1100, 960
_INSPECTOR = 360


class Body(QWidget):
    """The frame around the pages of one open exercise."""

    def __init__(
        self, session: Session, specs: Sequence[PageSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self._settings = session.context.settings
        self.rail = NavRail(specs)
        self.pages = PageStack(specs, session.context)
        self.inspector = Inspector(session.context)
        self.status = StatusLine(session.context, self.toggle_drawer)
        self._asked_for = False
        self._wanted = bool(self._settings.get("inspector/shown", True))
        self._is_cramped = False
        self._folds = bool(self._settings.get("rail/folded", False))
        self._lay_out()
        self._connect()
        self._show_exercise()

    @cached_property
    def drawer(self) -> Drawer:
        """Problems, history and jobs below the page; made when first wanted."""
        from exerciseplanner.ui.shell.drawer import Drawer

        made = Drawer(self.session.context)
        made.hide()
        made.closed.connect(made.hide)
        self._down.addWidget(made)
        return made

    def open(self, page: str) -> None:
        """Open a page."""
        self.pages.open(page)

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self.show_inspector(not self.inspector.isVisible())

    def show_inspector(self, shown: bool) -> None:
        """Show or hide the inspector and remember it."""
        self._wanted = shown
        self._settings.put("inspector/shown", shown)
        self._asked_for = shown
        self.inspector.setVisible(shown)
        if self._is_over():
            self._place_overlay()

    def toggle_drawer(self, tab: str = "problems") -> None:
        """Open the drawer at a tab, or close it if that tab is open."""
        shown = self.drawer.isVisible() and self.drawer.current == tab
        self.drawer.setVisible(not shown)
        if not shown:
            self.drawer.open(tab)

    def inspect(self, noun: str, ids: Sequence[str]) -> None:
        """Show records in the inspector, in front of the page where there is little room."""
        self.inspector.inspect(noun, ids)
        self._asked_for = self._asked_for or bool(ids)
        if not self._is_over():
            self.inspector.setVisible(self._is_inspecting())
        if self._is_over():
            self.inspector.setVisible(bool(ids) and self._wanted)
            self._place_overlay()

    def remember(self) -> None:
        """Keep sizes and what is shown."""
        if not self._is_narrow():
            self._settings.put("inspector/sizes", self._across.sizes())
        folds = self._folds if self._is_cramped else self.rail.is_folded
        self._settings.put("rail/folded", folds)
        self._settings.put("page", self.pages.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the inspector beside the page, or over it where there is little room.

        Where there is less still, the navigation folds until there is room again.
        """
        super().resizeEvent(event)
        self._arrange()
        self._fold()

    def _arrange(self) -> None:
        narrow = self._is_narrow()
        if narrow and not self._is_over():
            self.inspector.setParent(self)
            self.inspector.setVisible(False)
        elif not narrow and self._is_over():
            self._across.addWidget(self.inspector)
            self._restore_sizes()
            self.inspector.setVisible(self._is_inspecting())
        if narrow:
            self._place_overlay()

    def _fold(self) -> None:
        cramped = self.width() < theme.scaled(_CRAMPED)
        if cramped == self._is_cramped:
            return
        self._is_cramped = cramped
        if cramped:
            self._folds = self.rail.is_folded
        self.rail.fold(cramped or self._folds)

    def _lay_out(self) -> None:
        surface = QFrame()
        surface.setObjectName("Body")
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.setChildrenCollapsible(False)
        self._across.setHandleWidth(4)
        self._across.addWidget(self.pages)
        self._across.addWidget(self.inspector)
        self._across.setStretchFactor(0, 1)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._down.setChildrenCollapsible(False)
        self._down.setHandleWidth(4)
        self._down.addWidget(self._across)
        self._down.setStretchFactor(0, 1)
        inside = QVBoxLayout(surface)
        tight(inside)
        if self.session.context.read_only:
            inside.addWidget(self._read_only_note())
        inside.addWidget(self._down, 1)
        right = QVBoxLayout()
        tight(right)
        right.addWidget(surface, 1)
        right.addWidget(self.status)
        layout = QHBoxLayout(self)
        tight(layout)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)
        self._restore_sizes()
        self.inspector.setVisible(self._is_inspecting())
        self.rail.fold(self._folds)

    def _connect(self) -> None:
        self.rail.page_wanted.connect(self.open)
        self.pages.opened.connect(self.rail.show_page)
        self.pages.opened.connect(self._page_opened)
        self.pages.inspector_wanted.connect(self.toggle_inspector)
        self.inspector.closed.connect(lambda: self.show_inspector(False))
        self.session.live.changed.connect(self._hear)
        self.session.context.problems.changed.connect(self._count_problems)
        theme.changed().changed.connect(self._arrange)

    def _page_opened(self, _page: str) -> None:
        self._asked_for = False
        self.inspect("", ())

    def _hear(self, changes: Changes) -> None:
        if "exercise" in changes.touched:
            self._show_exercise()

    def _count_problems(self) -> None:
        self.rail.show_count("checks", self.session.context.problems.pressing)

    def _show_exercise(self) -> None:
        self.rail.show_exercise(self.session.name(), self.session.countdown())

    def _is_inspecting(self) -> bool:
        return self._wanted and self._asked_for

    def _is_over(self) -> bool:
        return self.inspector.parent() is self

    def _is_narrow(self) -> bool:
        return self.width() < theme.scaled(_NARROW)

    def _place_overlay(self) -> None:
        width = min(theme.scaled(_INSPECTOR), self.width() - 80)
        self.inspector.setGeometry(self.width() - width, 0, width, self.height())
        self.inspector.raise_()

    def _restore_sizes(self) -> None:
        sizes = self._settings.get("inspector/sizes")
        wide = theme.scaled(_INSPECTOR)
        self._across.setSizes(sizes if isinstance(sizes, list) else [10_000, wide])

    def _read_only_note(self) -> QWidget:
        note = QFrame()
        note.setObjectName("ReadOnly")
        layout = QHBoxLayout(note)
        layout.setContentsMargins(20, 6, 16, 6)
        reason = self.session.workspace.read_only_reason
        layout.addWidget(
            text_of(f"Open for reading only. {reason} Save a version to work on a copy.".strip())
        )
        return note
