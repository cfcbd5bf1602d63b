"""What the force flow asks of each nation, as a line of bars beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets import theme, typeface
from exerciseplanner.ui.widgets.charts.numbers import HINT, Numbers, offer_numbers
from exerciseplanner.ui.widgets.figures import share_text
from exerciseplanner.workspace.queries.force_flow import NationFlow

_ROW, _PAD, _BAR, _TITLE = 44, 16, 5, 30


class FlowNations(QWidget):
    """Nations by people that move, the most first; one of them narrows the flow to itself."""

    chosen = Signal(str)
    """The code of the nation chosen, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[NationFlow, ...] = ()
        self._unknown: Mapping[str, int] = {}
        self._chosen = ""
        self.setAccessibleName("People that move, by nation")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        offer_numbers(self, self.numbers)
        theme.changed().changed.connect(self.update)

    def show_nations(self, rows: Sequence[NationFlow], unknown: Mapping[str, int]) -> None:
        """Show these nations; `unknown` counts by id the units of which it is not known."""
        self._rows, self._unknown = tuple(rows), dict(unknown)
        self.setMinimumHeight(self.sizeHint().height())
        self.setAccessibleDescription("\n".join([*map(self.in_a_sentence, self._rows), HINT]))
        self.update()

    def numbers(self) -> Numbers:
        """What the bars show, in cells."""
        return Numbers(
            ("Nation", "People", "Share", "Units", "In time"),
            [
                (row.name, f"{row.people:,}", share_text(row.share), f"{row.units:,}",
                 self._remark(row))
                for row in self._rows
            ],
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        """A title and a row for each nation."""
        return QSize(theme.scaled(240), theme.scaled(_TITLE + _ROW * len(self._rows) + 8))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a nation, or let go of the one chosen."""
        place = int((event.position().y() - theme.scaled(_TITLE)) // theme.scaled(_ROW))
        if 0 <= place < len(self._rows):
            self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a nation, Esc lets go."""
        codes = [row.nation for row in self._rows]
        here = codes.index(self._chosen) if self._chosen in codes else -1
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._chosen:
            self._choose(here)
        elif step and codes and 0 <= here + step < len(codes):
            self._choose(here + step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw title and nations."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(typeface.font(theme.scaled(11), strong=True))
        painter.setPen(theme.token("muted"))
        head = QRectF(_PAD, 0, self.width() - 2 * _PAD, theme.scaled(_TITLE))
        if self._rows:
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, "People that move, by nation")
        most = max((row.people for row in self._rows), default=1) or 1
        for place, row in enumerate(self._rows):
            top = theme.scaled(_TITLE + _ROW * place)
            room = QRectF(8, top, self.width() - 16, theme.scaled(_ROW))
            self._paint_row(painter, room, row, row.people / most)
        painter.end()

    def _paint_row(self, painter: QPainter, room: QRectF, row: NationFlow, filled: float) -> None:
        if row.nation == self._chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("selection"))
            painter.drawRoundedRect(room, 4, 4)
        text = room.adjusted(8, 4, -8, -theme.scaled(16))
        painter.setFont(typeface.font(theme.scaled(13), strong=True))
        painter.setPen(theme.token("text"))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, row.nation)
        painter.setFont(typeface.font(theme.scaled(12)))
        said = f"{row.people:,}  ·  {share_text(row.share)}"
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
        remark = self._remark(row)
        painter.setPen(theme.token("danger" if row.late else "warn" if row.tight else "muted"))
        painter.drawText(text.adjusted(theme.scaled(48), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter,
                         remark)  # fmt: skip
        bar = QRectF(text.left(), room.bottom() - theme.scaled(13), text.width(),
                     theme.scaled(_BAR))  # fmt: skip
        painter.fillRect(bar, theme.token("muted_soft"))
        bar.setWidth(bar.width() * filled)
        painter.fillRect(bar, theme.token("accent"))

    def _choose(self, place: int) -> None:
        code = self._rows[place].nation
        self._chosen = "" if code == self._chosen else code
        self.update()
        self.chosen.emit(self._chosen)

    def in_a_sentence(self, row: NationFlow) -> str:
        """What the flow asks of one nation."""
        return f"{row.name}: {row.people:,} people in {row.units} units, {self._remark(row)}"

    def _remark(self, row: NationFlow) -> str:
        unknown = self._unknown.get(row.participant_id, 0)
        if row.late:
            return f"{row.late} late"
        if row.tight:
            return f"{row.tight} tight"
        if unknown:
            return "not known" if unknown == row.units else f"{unknown} not known"
        return "in time"
