"""Filters a planner has named, to come back to with one click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QMenu, QWidget

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages.injects.facets import Chosen, plain, read
from exerciseplanner.ui.widgets.popovers import AskLine
from exerciseplanner.ui.widgets.settings import Settings

_KEY = "injects/filters"


class SavedFilters:
    """The named filters of this planner, and the menu that shows them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def every(self) -> dict[str, dict[str, frozenset[str]]]:
        """Each filter by its name."""
        kept = self._settings.get(_KEY, {})
        return {name: read(chosen) for name, chosen in kept.items()} if kept else {}

    def save(self, name: str, chosen: Chosen) -> None:
        """Keep a filter under a name. Raises Refusal where there is nothing to keep."""
        if not name:
            raise Refusal("A filter needs a name.", remedy="Type one.")
        kept = {each: plain(found) for each, found in self.every().items()}
        self._settings.put(_KEY, {**kept, name: plain(chosen)})

    def forget(self, name: str) -> None:
        """Keep a filter no longer."""
        kept = {each: plain(found) for each, found in self.every().items() if each != name}
        self._settings.put(_KEY, kept)

    def open_menu(
        self, button: QWidget, chosen: Chosen, choose: Callable[[Chosen], object]
    ) -> QMenu:
        """Show the filters below a button, with what can be done with the present one."""
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        every = self.every()
        for name, found in every.items():
            entry = menu.addAction(name)
            entry.setCheckable(True)
            entry.setChecked(plain(found) == plain(chosen))
            entry.triggered.connect(lambda _=False, found=found: choose(found))
        if every:
            menu.addSeparator()
        save = menu.addAction("Save this filter…")
        save.setEnabled(bool(plain(chosen)))
        save.triggered.connect(lambda: self._ask_name(button, chosen))
        for name, found in every.items():
            if plain(found) == plain(chosen):
                gone = menu.addAction(f"Forget “{name}”")
                gone.triggered.connect(lambda _=False, name=name: self.forget(name))
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
        return menu

    def _ask_name(self, button: QWidget, chosen: Chosen) -> None:
        asking = AskLine(
            button.window(),
            "Save this filter",
            "Name, such as Day 2 without objective",
            lambda text: f"Replaces “{text}”." if text in self.every() else "",
            lambda name: self.save(name, chosen),
        )
        asking.open_at(QRect(button.mapToGlobal(QPoint(0, 0)), button.size()))
