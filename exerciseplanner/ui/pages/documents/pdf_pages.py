"""The pages of a PDF as pictures, drawn by the same engine for the screen and for the printer."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72.0


class PdfPages:
    """An open PDF; used in the main thread only, because the engine is not made for several."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pypdfium2.PdfDocument(pdf)
        self.sizes = tuple(
            QSizeF(*self._document.get_page_size(at)) for at in range(len(self._document))
        )

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, at: int, dots_per_point: float) -> QImage:
        """One page as an image; `dots_per_point` is 1 for 72 dots per inch."""
        page = self._document[at]
        try:
            bitmap = page.render(scale=dots_per_point, rev_byteorder=False, prefer_bgrx=True)
            image = QImage(
                bitmap.buffer,
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            bitmap.close()
        finally:
            page.close()
        return image

    def printed(self, at: int, dots_per_inch: int) -> QImage:
        """One page for a printer."""
        return self.picture(at, dots_per_inch / _POINTS_PER_INCH)

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()
