"""How the window looks: theme, size, motion; what is chosen is in force at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from exerciseplanner.ui.widgets import dialogs, theme
from exerciseplanner.ui.widgets.parts import caption, row
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.ui.widgets.tokens import THEMES, read_theme

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class Preferences(dialogs.Dialog):
    """Choices that are kept for this planner."""

    def __init__(
        self, parent: QWidget | None, settings: Settings, apply: Callable[[], object]
    ) -> None:
        super().__init__(parent, "Preferences")
        self._settings = settings
        self._apply = apply
        self.content.addWidget(caption("Theme"))
        themes = [(read_theme(name).title, name) for name in THEMES]
        self.content.addWidget(self._choice("theme", themes, theme.name()))
        self.content.addWidget(caption("Size of type"))
        sizes = [(f"{scale:.0%}", scale) for scale in SCALES]
        self.content.addWidget(self._choice("scale", sizes, theme.changed().scale))
        still = QCheckBox("Reduce motion")
        still.setChecked(bool(settings.get("reduce-motion", False)))
        still.toggled.connect(lambda on: self._keep("reduce-motion", on))
        self.content.addWidget(still)
        self.add_button("Close", primary=True)

    def _choice(
        self,
        name: str,
        options: list[tuple[str, object]] | list[tuple[str, str]] | list[tuple[str, float]],
        now: object,
    ) -> QWidget:
        group = QButtonGroup(self)
        buttons: list[QWidget | None] = []
        for title, value in options:
            made = QRadioButton(title)
            made.setChecked(value == now)
            made.clicked.connect(lambda _=False, value=value: self._keep(name, value))
            group.addButton(made)
            buttons.append(made)
        return row(*buttons, None, spacing=16)

    def _keep(self, name: str, value: object) -> None:
        self._settings.put(name, value)
        self._apply()
