"""The line above a page: title, counts, filter, and what can be done here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from exerciseplanner.ui.pages import Page
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.actions import ActionSpec, fill_menu
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.parts import button, flat_button, page_title

_SHOWN = 2
_FILTER_WIDTH = 260
_NARROW = 760


class PageHeader(QWidget):
    """Title and counts at the left, filter and actions at the right."""

    inspector_wanted = Signal()

    def __init__(self, title: str, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("PageHeader")
        self._page = page
        self._headline = Headline()
        self._secondary: list[QWidget] = []
        self.filter_box = QLineEdit() if page.filter_hint else None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 12, 16, 12)
        layout.setSpacing(8)
        words = self._words(title)
        layout.addLayout(words)
        layout.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        if self.filter_box:
            self._set_up_filter(self.filter_box)
            layout.addWidget(self.filter_box)
        self._add_actions(layout)
        layout.addWidget(
            flat_button("layout-sidebar-right", "Show or hide the inspector", self._ask_inspector)
        )
        page.headline_changed.connect(self._show_headline)
        theme.changed().changed.connect(self._arrange)
        self._show_headline()

    def _words(self, title: str) -> QHBoxLayout:
        """The counts stand on the line on which the title stands, although they are smaller."""
        words = QHBoxLayout()
        words.setSpacing(12)
        self._headline.setContentsMargins(0, 0, 0, theme.scaled(3))
        for part in (page_title(title), self._headline):
            words.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        return words

    def resizeEvent(self, event: object) -> None:
        """Where there is little room, secondary buttons go into the menu of dots alone."""
        self._arrange()

    def _arrange(self) -> None:
        for widget in self._secondary:
            widget.setVisible(self.width() >= theme.scaled(_NARROW))
        if self.filter_box:
            self.filter_box.setMinimumWidth(theme.scaled(100))
            self.filter_box.setMaximumWidth(theme.scaled(_FILTER_WIDTH))

    def _set_up_filter(self, box: QLineEdit) -> None:
        box.setPlaceholderText(self._page.filter_hint)
        box.setAccessibleName(self._page.filter_hint)
        box.setClearButtonEnabled(True)
        box.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        box.textChanged.connect(self._page.apply_filter)

    def _add_actions(self, layout: QHBoxLayout) -> None:
        specs = [spec for spec in self._page.page_actions() if spec.label]
        primary = [spec for spec in specs if spec.primary][:1]
        others = [spec for spec in specs if spec not in primary]
        for spec in [each for each in others if not each.quiet][:_SHOWN]:
            made = _button(spec)
            self._secondary.append(made)
            layout.addWidget(made)
        if others:
            layout.addWidget(self._more(others))
        for spec in primary:
            layout.addWidget(_button(spec))

    def _more(self, specs: list[ActionSpec]) -> QToolButton:
        made = flat_button("dots", "More actions")
        menu = QMenu(made)
        menu.aboutToShow.connect(partial(_refill, menu, specs))
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _show_headline(self) -> None:
        self._headline.say(self._page.headline)

    def _ask_inspector(self) -> None:
        self.inspector_wanted.emit()


class Headline(QLabel):
    """Counts that end in dots where there is too little room; the tip then has all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""

    def say(self, text: str) -> None:
        """Show other counts."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all of them."""
        width = self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(width + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """May shrink to nothing, so that no button is pushed out."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        text = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(text)
        self.setToolTip(self._whole if text != self._whole else "")


def _refill(menu: QMenu, specs: list[ActionSpec]) -> None:
    menu.clear()
    fill_menu(menu, specs)


def _button(spec: ActionSpec) -> QWidget:
    made = button(spec.label, spec.icon, primary=spec.primary, run=lambda: _run(spec))
    made.setToolTip(f"{spec.tip or spec.label}  {spec.shortcut}".strip())
    return made


def _run(spec: ActionSpec) -> None:
    if spec.is_enabled:
        spec.run()
