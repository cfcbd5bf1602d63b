"""Printing a document on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.pages.documents.pdf_pages import PdfPages

_DOTS_PER_INCH = 300


def ask_and_print(
    parent: QWidget, pages: PdfPages, title: str, printed: Callable[[int], object]
) -> QPrintDialog:
    """Let the reader choose a printer and pages; `printed` is told how many pages went out."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(pages.sizes[0], QPageSize.Unit.Point))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Print {title}")
    dialog.setMinMax(1, len(pages))
    dialog.setFromTo(1, len(pages))
    dialog.accepted.connect(lambda: printed(print_pages(printer, pages)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setModal(True)
    dialog.show()
    return dialog


def print_pages(printer: QPrinter, pages: PdfPages) -> int:
    """Print the pages that the printer was asked for, at their true size; returns how many."""
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(pages), len(pages))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    try:
        for at in range(first - 1, last):
            if at > first - 1:
                _turn(printer, pages.sizes[at])
                printer.newPage()
            dots = printer.resolution() / 72.0
            size = pages.sizes[at]
            place = QRectF(0, 0, size.width() * dots, size.height() * dots)
            painter.drawImage(place, pages.printed(at, min(printer.resolution(), _DOTS_PER_INCH)))
    finally:
        painter.end()
    return last - first + 1


def _turn(printer: QPrinter, size: QSizeF) -> None:
    wide = size.width() > size.height()
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )
