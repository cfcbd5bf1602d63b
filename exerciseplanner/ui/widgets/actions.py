"""Actions as data: one list makes menus, buttons, the palette and the page of shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from exerciseplanner.ui.widgets.icons import icon


@dataclass(frozen=True)
class ActionSpec:
    """Something the planner can do.

    `menu` names the menu it stands in, `page` the page it belongs to (empty: always there),
    `enabled_when` tells whether it can be done now, `shortcut` is written like ``Ctrl+Shift+N``;
    `second_shortcut` does the same for hands used to it.
    What has a control of its own on the page is `quiet`: the header shows it in the menu alone.
    """

    id: str
    label: str
    run: Callable[[], object]
    icon: str = ""
    shortcut: str = ""
    enabled_when: Callable[[], bool] | None = None
    menu: str = ""
    page: str = ""
    primary: bool = False
    tip: str = ""
    quiet: bool = False
    second_shortcut: str = ""

    @property
    def is_enabled(self) -> bool:
        """Whether it can be done now."""
        return self.enabled_when is None or self.enabled_when()


def qt_action(spec: ActionSpec, parent: QWidget, *, with_shortcut: bool = True) -> QAction:
    """A Qt action that does what the spec says."""
    made = QAction(spec.label, parent)
    made.setObjectName(spec.id)
    if spec.icon:
        made.setIcon(icon(spec.icon, "muted"))
    if spec.shortcut:
        keys = (spec.shortcut, spec.second_shortcut)
        made.setShortcuts([QKeySequence(key) for key in keys if key])
        made.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if with_shortcut
            else Qt.ShortcutContext.WidgetShortcut
        )
    if spec.tip:
        made.setToolTip(spec.tip)
    made.triggered.connect(lambda: spec.run() if spec.is_enabled else None)
    return made


def fill_menu(menu: QMenu, specs: Iterable[ActionSpec]) -> None:
    """Put actions into a menu that is about to be shown; what cannot be done now is grey."""
    for spec in specs:
        made = qt_action(spec, menu, with_shortcut=False)
        made.setEnabled(spec.is_enabled)
        menu.addAction(made)


def popup_menu(parent: QWidget, specs: Iterable[ActionSpec]) -> QMenu:
    """A menu of actions that goes away after use; open it with ``popup``."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill_menu(menu, specs)
    return menu
