"""The menu bar, filled from the list of actions each time a menu opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from exerciseplanner.ui.shell.action_list import ActionList
from exerciseplanner.ui.widgets.actions import ActionSpec, fill_menu

MENUS = ("File", "Edit", "View", "Go", "Page", "Help")


class MenuBar(QMenuBar):
    """File, Edit, View, Go, what the page offers, and Help."""

    def __init__(
        self,
        actions: ActionList,
        more: Callable[[str], Sequence[ActionSpec]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._more = more
        self._menus: dict[str, QMenu] = {}
        for name in MENUS:
            menu = self._menus[name] = QMenu(name, self)
            menu.aboutToShow.connect(partial(self.fill, name))
            self.addMenu(menu)

    def name_page(self, title: str) -> None:
        """Call the page's menu after the page; without a title it is hidden."""
        self._menus["Page"].setTitle(title or "Page")
        self._menus["Page"].menuAction().setVisible(bool(title))

    def fill(self, name: str) -> QMenu:
        """Fill a menu with what can be done now."""
        menu = self._menus[name]
        menu.clear()
        specs = self._actions.of_page() if name == "Page" else self._actions.in_menu(name)
        fill_menu(menu, specs)
        more = self._more(name)
        if more:
            menu.addSeparator()
            fill_menu(menu, more)
        return menu
