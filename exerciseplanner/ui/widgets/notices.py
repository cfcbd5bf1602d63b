"""Short notices at the edge of the window, some with a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from exerciseplanner.ui.widgets import icons, theme
from exerciseplanner.ui.widgets.parts import body, flat_button, link

_ICONS = {
    "info": "info-circle",
    "ok": "circle-check",
    "warn": "alert-triangle",
    "danger": "alert-circle",
}
_SHOWN = {"info": 5000, "ok": 4000, "warn": 9000, "danger": 12000}
_GAP = 12
_MOST = 4


@dataclass(frozen=True)
class Notice:
    """What to say, in which tone, and what may be done about it."""

    text: str
    tone: str = "info"
    verb: str = ""
    run: Callable[[], object] | None = None
    holds: Callable[[], bool] | None = None
    """Whether the offer would still do what it says; None for one that always does."""


class Notices(QObject):
    """Shows notices over a window; keeps them until there is a window to show them in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None
        self._waiting: list[Notice] = []
        self._shown: list[NoticeCard] = []
        self.said: list[Notice] = []

    def say(self, text: str, tone: str = "info") -> None:
        """Say something: info, ok, warn or danger."""
        self.show(Notice(text, tone))

    def offer(
        self,
        text: str,
        verb: str,
        run: Callable[[], object],
        tone: str = "info",
        holds: Callable[[], bool] | None = None,
    ) -> None:
        """Say something and offer a way back or on, for as long as the offer `holds`."""
        self.show(Notice(text, tone, verb, run, holds))

    def withdraw_offers(self, *, every: bool = False) -> None:
        """Take away the offers that no longer hold, or every one that can cease to."""
        for card in tuple(self._shown):
            holds = card.notice.holds
            if holds is not None and (every or not holds()):
                card.leave()

    def show(self, notice: Notice) -> None:
        """Show a notice now, or as soon as there is a window."""
        self.said.append(notice)
        if self._window is None:
            self._waiting.append(notice)
            return
        while len(self._shown) >= _MOST:
            self._shown[0].leave()
        card = NoticeCard(notice, self._window, self._forget)
        self._shown.append(card)
        card.show()
        self._place()

    def show_in(self, window: QWidget) -> None:
        """Show notices in this window from now on, and those that waited for it."""
        self._window = window
        window.installEventFilter(self)
        waiting, self._waiting = self._waiting, []
        self.said = self.said[: len(self.said) - len(waiting)]
        for notice in waiting:
            self.show(notice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the window changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def _forget(self, card: NoticeCard) -> None:
        if card in self._shown:
            self._shown.remove(card)
            self._place()

    def _place(self) -> None:
        if self._window is None:
            return
        bottom = self._window.height() - 64
        for card in reversed(self._shown):
            card.adjustSize()
            left = (self._window.width() - card.width()) // 2
            card.move(QPoint(left, bottom - card.height()))
            card.raise_()
            bottom -= card.height() + _GAP


class NoticeCard(QFrame):
    """One notice; goes away by itself, later while the pointer rests on it."""

    def __init__(self, notice: Notice, parent: QWidget, gone: Callable[[NoticeCard], None]) -> None:
        super().__init__(parent)
        self.setObjectName("Notice")
        self.notice = notice
        self._gone = gone
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_SHOWN[notice.tone])
        self._leaving.timeout.connect(self.leave)
        sign = QLabel()
        sign.setPixmap(icons.pixmap(_ICONS[notice.tone], notice.tone, 18, self.devicePixelRatioF()))
        text = body(notice.text)
        text.setMaximumWidth(theme.scaled(520))
        wanted = text.fontMetrics().horizontalAdvance(notice.text) + 4
        text.setMinimumWidth(min(theme.scaled(520), wanted))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(text, 1)
        if notice.run:
            layout.addWidget(link(notice.verb, self._run))
        layout.addWidget(flat_button("x", "Dismiss", self.leave))
        self.setAccessibleName(notice.text)
        self._leaving.start()

    def leave(self) -> None:
        """Go away."""
        self._leaving.stop()
        self.hide()
        self._gone(self)
        self.deleteLater()

    def enterEvent(self, event: QEvent) -> None:
        """Stay while the pointer is here."""
        self._leaving.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count down again."""
        self._leaving.start()

    def _run(self) -> None:
        if self.notice.run:
            self.notice.run()
        self.leave()
