"""Drawing grades, distributions and intervals in the cells of the subject table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from exerciseplanner.domain.grading import cuts, grades, tone_of
from exerciseplanner.ui.pages.readiness import subject_model as columns
from exerciseplanner.ui.pages.readiness.subject_model import SubjectModel
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.charts.rating_painting import (
    draw_distribution,
    draw_grade,
    draw_interval,
)

_GRAPHICAL = (columns.GRADE, columns.DISTRIBUTION, columns.INTERVAL)


class SubjectDelegate(QStyledItemDelegate):
    """Draws the graphical columns; the others as text."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        model = index.model()
        if index.column() not in _GRAPHICAL or not isinstance(model, SubjectModel):
            super().paint(painter, option, index)
            return
        if QStyle.StateFlag.State_Selected in option.state:
            painter.fillRect(option.rect, theme.token("selection"))
        room = QRectF(option.rect).adjusted(8, 0, -2, 0)
        self._draw(painter, room, model, index)

    def _draw(
        self,
        painter: QPainter,
        room: QRectF,
        model: SubjectModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        subject, scale = model.subject(index.row()), model.scale
        if subject is None or scale is None:
            return
        rollup = subject.assessment.computed
        if index.column() == columns.GRADE:
            code = subject.assessment.grade_code
            tone = tone_of(code, scale)
            draw_grade(painter, room, code if tone != "unrated" else "–", tone)
        elif index.column() == columns.DISTRIBUTION:
            counts = dict(subject.counts)
            parts = [(v.code, tone_of(v.code, scale), counts.get(v.code, 0)) for v in grades(scale)]
            draw_distribution(painter, room, parts, subject.criteria_applicable)
        else:
            score = None if rollup.score is None else float(rollup.score)
            marks = [float(cut) for cut in cuts(scale)] if scale.rollup != "none" else []
            draw_interval(painter, room, float(rollup.lowest), float(rollup.highest), score, marks)
