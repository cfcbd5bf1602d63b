"""The preview: pages one below the other, drawn sharply and only where they are seen."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from exerciseplanner.ui.pages.documents.pdf_pages import PdfPages
from exerciseplanner.ui.widgets import theme

_GAP = 16
_KEPT = 12
_LEAST, _MOST = 0.25, 4.0
_STEP = 1.2
_KEYS = "Page up and page down go page by page, Home and End to the first and the last."


class Preview(QAbstractScrollArea):
    """Shows a PDF; fits the width until the reader zooms."""

    page_changed = Signal(int)
    """The number of the page in sight, from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Preview")
        self.setAccessibleName("Preview of the document")
        self.setAccessibleDescription(_KEYS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages: PdfPages | None = None
        self._zoom: float | None = None
        self._drawn: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._seen = 0
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 where nothing is shown."""
        return len(self._pages) if self._pages else 0

    @property
    def current_page(self) -> int:
        """The number of the page in sight, from 1; 0 where nothing is shown."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        for at in range(self.page_count - 1, -1, -1):
            if self._top(at) <= middle:
                return at + 1
        return min(self.page_count, 1)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF, staying on the page that was in sight."""
        place = self.verticalScrollBar().value()
        self.forget()
        self._pages = PdfPages(pdf)
        self._lay_out()
        self.verticalScrollBar().setValue(place)
        self._tell_page()

    def forget(self) -> None:
        """Show nothing."""
        if self._pages:
            self._pages.close()
        self._pages = None
        self._drawn.clear()
        self._seen = 0
        self.viewport().update()

    @property
    def pages(self) -> PdfPages | None:
        """The pages shown."""
        return self._pages

    def zoom_in(self) -> None:
        """Larger."""
        self._set_zoom(self._scale() * _STEP)

    def zoom_out(self) -> None:
        """Smaller."""
        self._set_zoom(self._scale() / _STEP)

    def fit_width(self) -> None:
        """As wide as the room."""
        self._zoom = None
        self._keep_place()

    def go_to(self, page: int) -> None:
        """Bring a page into sight, from 1."""
        if 1 <= page <= self.page_count:
            self.verticalScrollBar().setValue(round(self._top(page - 1)) - _GAP // 2)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, _LEAST), _MOST)
        self._keep_place()

    def _keep_place(self) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._lay_out()
        bar.setValue(round(share * bar.maximum()))

    def _scale(self) -> float:
        if self._zoom is not None:
            return self._zoom
        widest = max((size.width() for size in self._sizes()), default=595.0)
        room = self.viewport().width() - 2 * _GAP
        return min(max(room / widest, _LEAST), 1.6)

    def _sizes(self) -> tuple[QRectF, ...]:
        if not self._pages:
            return ()
        return tuple(QRectF(QPointF(0, 0), size) for size in self._pages.sizes)

    def _top(self, at: int) -> float:
        scale = self._scale()
        return _GAP + sum(size.height() * scale + _GAP for size in self._sizes()[:at])

    def _lay_out(self) -> None:
        height = self._top(self.page_count)
        widest = max((size.width() for size in self._sizes()), default=0.0) * self._scale()
        room = self.viewport().size()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(height) - room.height()))
        vertical.setPageStep(room.height())
        vertical.setSingleStep(48)
        horizontal.setRange(0, max(0, round(widest) + 2 * _GAP - room.width()))
        horizontal.setPageStep(room.width())
        self.viewport().update()

    def _tell_page(self) -> None:
        page = self.current_page
        if page != self._seen:
            self._seen = page
            self.page_changed.emit(page)

    def _image(self, at: int) -> QImage | None:
        if not self._pages:
            return None
        ratio = self.devicePixelRatioF()
        key = (at, round(self._scale() * ratio, 4))
        if key not in self._drawn:
            image = self._pages.picture(at, self._scale() * ratio)
            image.setDevicePixelRatio(ratio)
            self._drawn[key] = image
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.token("bg"))
        scale, scroll = self._scale(), self.verticalScrollBar().value()
        room = self.viewport().height()
        top = float(_GAP)
        for at, size in enumerate(self._sizes()):
            height, width = size.height() * scale, size.width() * scale
            if top + height >= scroll and top <= scroll + room:
                free = (self.viewport().width() - width) / 2
                left = max(free, _GAP) - self.horizontalScrollBar().value()
                place = QRectF(left, top - scroll, width, height)
                image = self._image(at)
                if image is not None:
                    painter.drawImage(place.topLeft(), image)
                painter.setPen(theme.token("edge"))
                painter.drawRect(place)
            top += height + _GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._keep_place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, otherwise scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End, page by page with Page Up and Page Down."""
        bar = self.verticalScrollBar()
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(self.current_page + steps[key])
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)
