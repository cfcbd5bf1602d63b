"""Choosing nations by name or ISO alpha-3 code, several at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.parts import button, caption, row
from exerciseplanner.ui.widgets.popovers import Popover
from exerciseplanner.workspace.packs import Nation, nations

_CODE = Qt.ItemDataRole.UserRole
_ROWS = 10
_SEVERAL = re.compile(r"[\s,;/]+")


class NationPicker(Popover):
    """A list that narrows while the planner types; Enter adds what is ticked.

    Typing several codes, such as `NOR, SWE FIN`, ticks these. `taken` are left out.
    """

    def __init__(
        self, parent: QWidget, taken: Collection[str], run: Callable[[tuple[str, ...]], object]
    ) -> None:
        super().__init__(parent, "Add nations", 440)
        self._run = run
        self._known = {code: each for code, each in nations().items() if code not in taken}
        self.line = QLineEdit()
        self.line.setPlaceholderText("Name, framework or code, such as NOR SWE FIN")
        self.line.setAccessibleName("Find nations")
        self.list = QListWidget()
        self.list.setAccessibleName("Nations; space ticks one")
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in self._known.values():
            self.list.addItem(_item(each))
        self.list.setFixedHeight(theme.row_height() * _ROWS)
        self.list.setCurrentRow(0)
        self.count = caption("")
        self.add = button("Add nations", "plus", primary=True, run=self._finish)
        self.content.addWidget(self.line)
        self.content.addWidget(self.list)
        self.content.addWidget(row(self.count, None, self.add))
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self._finish)
        self.list.itemChanged.connect(lambda _: self._tell())
        self.list.itemDoubleClicked.connect(self._toggle)
        self._tell()
        self.line.setFocus()

    def chosen(self) -> tuple[str, ...]:
        """The codes that are ticked; where none is, that of the line the cursor is on."""
        items = (self.list.item(place) for place in range(self.list.count()))
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        here = self.list.currentRow()
        if not ticked and here >= 0 and not self.list.item(here).isHidden():
            ticked = [self.list.item(here)]
        return tuple(str(item.data(_CODE)) for item in ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the list while the planner types."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        seen = [n for n in range(self.list.count()) if not self.list.item(n).isHidden()]
        if step is None or not seen:
            super().keyPressEvent(event)
            return
        now = self.list.currentRow()
        place = seen.index(now) + step if now in seen else 0
        self.list.setCurrentRow(seen[max(0, min(place, len(seen) - 1))])

    def _narrow(self, text: str) -> None:
        codes = [part.upper() for part in _SEVERAL.split(text) if part]
        if len(codes) > 1 and all(code in nations() for code in codes):
            self._tick(codes)
            return
        words = text.casefold().split()
        seen = []
        for place in range(self.list.count()):
            item = self.list.item(place)
            found = all(word in item.text().casefold() for word in words)
            item.setHidden(not found)
            if found:
                seen.append((not str(item.data(_CODE)).startswith("".join(codes)), place))
        if seen:
            self.list.setCurrentRow(min(seen)[1])
        self._tell()

    def _tick(self, codes: Collection[str]) -> None:
        for place in range(self.list.count()):
            item = self.list.item(place)
            named = item.data(_CODE) in codes
            item.setHidden(not named)
            if named:
                item.setCheckState(Qt.CheckState.Checked)
        self._tell()

    def _toggle(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _tell(self) -> None:
        codes = self.chosen()
        named = ", ".join(codes[:6]) + (" …" if len(codes) > 6 else "")
        self.count.setText(named or "No nation of that name is left to add.")
        self.add.setText("Add nation" if len(codes) == 1 else f"Add {len(codes)} nations")
        self.add.setEnabled(bool(codes))

    def _finish(self) -> None:
        codes = self.chosen()
        if codes:
            self.close()
            self._run(codes)


def _item(nation: Nation) -> QListWidgetItem:
    held = ", ".join(
        each.framework for each in nation.memberships if not each.until and not each.suspended
    )
    text = f"{nation.code}  {nation.name}" + (f"  ·  {held}" if held else "")
    item = QListWidgetItem(text)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    item.setData(_CODE, nation.code)
    return item
