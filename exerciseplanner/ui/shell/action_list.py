"""Every action of the window in one list, with the shortcuts of the page in sight alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets.actions import ActionSpec, qt_action


class ActionList(QObject):
    """Holds action specs by id and keeps their shortcuts alive on a window."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._specs: dict[str, ActionSpec] = {}
        self._keys: dict[str, QAction] = {}
        self._page = ""

    def add(self, specs: Iterable[ActionSpec], within: QWidget | None = None) -> None:
        """Take actions in; one of the same id is replaced.

        Where a view `within` the page listens to the shortcut itself, it is left to it.
        """
        for spec in specs:
            self._drop_key(spec.id)
            self._specs[spec.id] = spec
            heard = within is not None and within.findChild(QAction, spec.id) is not None
            if spec.shortcut and not heard:
                key = qt_action(spec, self._window)
                key.setEnabled(self._is_here(spec))
                self._window.addAction(key)
                self._keys[spec.id] = key
        self.changed.emit()

    def drop_pages(self) -> None:
        """Forget the actions of pages, because the exercise is closed."""
        for spec in [spec for spec in self._specs.values() if spec.page]:
            self._drop_key(spec.id)
            del self._specs[spec.id]
        self.changed.emit()

    def open_page(self, page: str) -> None:
        """Let only the shortcuts of this page work, besides those that always do."""
        self._page = page
        for name, key in self._keys.items():
            key.setEnabled(self._is_here(self._specs[name]))

    def every(self) -> Sequence[ActionSpec]:
        """Every action."""
        return tuple(self._specs.values())

    def here(self) -> Sequence[ActionSpec]:
        """The actions that can be meant where the planner is."""
        return tuple(spec for spec in self._specs.values() if self._is_here(spec))

    def in_menu(self, menu: str) -> Sequence[ActionSpec]:
        """The actions of a menu, in the order they were added."""
        return tuple(spec for spec in self.here() if spec.menu == menu)

    def of_page(self) -> Sequence[ActionSpec]:
        """The actions of the page in sight."""
        return tuple(spec for spec in self._specs.values() if spec.page and self._is_here(spec))

    def run(self, name: str) -> bool:
        """Do what the action does; False where it does not exist or cannot be done now."""
        spec = self._specs.get(name)
        if spec is None or not spec.is_enabled:
            return False
        spec.run()
        return True

    def _is_here(self, spec: ActionSpec) -> bool:
        return not spec.page or spec.page == self._page

    def _drop_key(self, name: str) -> None:
        key = self._keys.pop(name, None)
        if key:
            self._window.removeAction(key)
            key.deleteLater()
