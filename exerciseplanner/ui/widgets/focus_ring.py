"""The ring around what the keyboard has come to, whatever it looks like itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets import theme

_WIDE, _ROUND = 2.0, 5.0


class FocusRing(QWidget):
    """Lies over a widget until the focus leaves it.

    A line of the ground goes along inside, so that the ring stands out from what is filled with
    much the same colour.
    """

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(around.size())
        around.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, around: QObject, event: QEvent) -> bool:
        """Stay as large as the widget, and go when the focus goes."""
        if event.type() == QEvent.Type.Resize and isinstance(around, QWidget):
            self.resize(around.size())
        elif isinstance(event, QFocusEvent) and event.lostFocus() and not _comes_back(event):
            around.removeEventFilter(self)
            self.hide()
            self.deleteLater()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring and the line inside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        for token, wide, inset in (("surface", 1.0, _WIDE + 0.5), ("focus", _WIDE, _WIDE / 2)):
            painter.setPen(QPen(theme.token(token), wide))
            painter.drawRoundedRect(room.adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)
        painter.end()


def _comes_back(event: QFocusEvent) -> bool:
    """Whether the focus has only gone to a menu or to another window."""
    reasons = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
    return event.reason() in reasons
