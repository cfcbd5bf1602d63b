"""Zooming in a smooth short move instead of a jump."""

from __future__ import annotations

from math import exp, log

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation, Signal

_LASTS = 140
"""Milliseconds."""


class Glide(QObject):
    """Goes from one scale to another about a point of the view; a new wish takes over."""

    stepped = Signal(float, float, float)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_still = False
        self._target = 0.0
        self._across = 0.0
        self._down = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_LASTS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.ended)

    @property
    def is_moving(self) -> bool:
        """Whether a move is under way."""
        return self._animation.state() == QAbstractAnimation.State.Running

    def target(self, scale: float) -> float:
        """Where the move under way leads, or the scale as it is."""
        return self._target if self.is_moving else scale

    def go(self, scale: float, target: float, across: float, down: float) -> None:
        """Move from a scale to another one; at once where motion is not wanted."""
        self._animation.stop()
        self._target, self._across, self._down = target, across, down
        if self.is_still:
            self.stepped.emit(target, across, down)
            self.ended.emit()
            return
        self._animation.setStartValue(log(scale))
        self._animation.setEndValue(log(target))
        self._animation.start()

    def finish(self) -> None:
        """Be where the move leads."""
        if self.is_moving:
            self._animation.setCurrentTime(_LASTS)

    def stop(self) -> None:
        """Stay where it is."""
        self._animation.stop()

    def _step(self, value: float) -> None:
        self.stepped.emit(exp(value), self._across, self._down)
