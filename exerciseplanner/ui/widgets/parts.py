"""Small parts: labels by role, buttons, chips, rows and columns of widgets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.ui.widgets.icons import icon

Run = Callable[[], object]

_LINK_EDGE = 10


def ignoring_arguments(run: Run) -> Callable[..., None]:
    """The same without whatever a signal brings along."""

    def call(*_: object) -> None:
        run()

    return call


def label(text: str, role: str = "") -> QLabel:
    """Text in one of the roles of the style sheet; its text can be selected by no accident."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


def caption(text: str) -> QLabel:
    """Small muted text."""
    return label(text, "caption")


def muted(text: str, *, wrap: bool = False) -> QLabel:
    """Body text that stands back."""
    made = label(text, "muted")
    made.setWordWrap(wrap)
    return made


def body(text: str, *, wrap: bool = True) -> QLabel:
    """Body text."""
    made = label(text)
    made.setWordWrap(wrap)
    return made


def heading(text: str) -> QLabel:
    """The title of a section."""
    return label(text, "heading")


def page_title(text: str) -> QLabel:
    """The title of a page."""
    return label(text, "title")


def figure(text: str) -> QLabel:
    """One large figure."""
    return label(text, "figure")


def button(
    text: str, icon_name: str = "", *, primary: bool = False, run: Run | None = None
) -> QPushButton:
    """A button with a verb on it; one per page is primary."""
    made = QPushButton(text)
    made.setProperty("primary", primary)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon_name:
        made.setIcon(icon(icon_name, "on_accent" if primary else "text"))
    if run:
        made.clicked.connect(ignoring_arguments(run))
    return made


def flat_button(icon_name: str, tip: str, run: Run | None = None, text: str = "") -> QToolButton:
    """A quiet button with an icon; `tip` is also its accessible name."""
    made = QToolButton()
    made.setIcon(icon(icon_name, "muted"))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if text:
        made.setText(text)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    if run:
        made.clicked.connect(ignoring_arguments(run))
    return made


class Link(QPushButton):
    """Text that leads somewhere, shortened where there is little room."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._whole = text
        self.setProperty("link", True)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + _LINK_EDGE
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(48, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the text as fits; the rest is said by the tip."""
        super().resizeEvent(event)
        room = self.width() - _LINK_EDGE + 2
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(text)
        self.setToolTip(self._whole if text != self._whole else "")


def link(text: str, run: Run) -> QPushButton:
    """Text that leads somewhere."""
    made = Link(text)
    made.clicked.connect(ignoring_arguments(run))
    return made


def chip(text: str, tone: str = "muted") -> QLabel:
    """A short word on a soft ground: muted, accent, ok, warn, danger or info."""
    made = label(text)
    made.setProperty("chip", True)
    set_tone(made, tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a chip."""
    set_property(widget, "tone", tone)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def line() -> QFrame:
    """A hair line across."""
    made = QFrame()
    made.setObjectName("HairLine")
    made.setFixedHeight(1)
    return made


def row(*widgets: QWidget | None, spacing: int = 8, margins: tuple[int, ...] = ()) -> QWidget:
    """Widgets side by side; None is a stretch."""
    return _boxed(QHBoxLayout(), widgets, spacing, margins)


def column(*widgets: QWidget | None, spacing: int = 8, margins: tuple[int, ...] = ()) -> QWidget:
    """Widgets one below the other; None is a stretch."""
    return _boxed(QVBoxLayout(), widgets, spacing, margins)


def tight(layout: QLayout, spacing: int = 0) -> None:
    """Take the margins off a layout."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class Card(QFrame):
    """A raised ground for things that belong together; add to `content`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(16, 12, 16, 16)
        self.content.setSpacing(8)
        if title:
            self.content.addWidget(heading(title))


def _boxed(
    box: QBoxLayout, widgets: tuple[QWidget | None, ...], spacing: int, margins: tuple[int, ...]
) -> QWidget:
    holder = QWidget()
    tight(box, spacing)
    if margins:
        box.setContentsMargins(*margins)
    for widget in widgets:
        if widget is None:
            box.addStretch(1)
        else:
            box.addWidget(widget)
    holder.setLayout(box)
    return holder
