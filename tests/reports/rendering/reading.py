"""What tests read back from a PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

from pypdf import PageObject, PdfReader

from exerciseplanner.reports.blocks import Block, Cover, Document


def document(*parts: Block, cover: Cover | None = None, **changed: object) -> Document:
    """A short document with the given parts."""
    facts: dict[str, object] = {
        "title": "Title of the document",
        "subtitle": "Its subtitle",
        "reference": "REF/1",
        "date": date(2026, 9, 1),
        "marking_lines": ("NATO UNCLASSIFIED", "Releasable to EU/PfP/MD/ICI"),
        "parts": parts,
        "cover": cover,
    }
    return Document(**(facts | changed))  # type: ignore[arg-type]


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text().replace("\xa0", " ") for page in PdfReader(io.BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    """The text of all pages, with single spaces."""
    return " ".join(" ".join(pages_of(pdf)).split())


def placed_text(page: PageObject) -> list[tuple[str, float, float, float]]:
    """Each piece of text with its x, y and size in points."""
    pieces: list[tuple[str, float, float, float]] = []

    def note(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            pieces.append((text.strip(), cm[4] + tm[4], cm[5] + tm[5], size))

    page.extract_text(visitor_text=note)
    return pieces


def fonts_of(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Every font any page refers to, and whether its file is in the PDF."""
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object().get("/FontDescriptor")
            yield font["/BaseFont"], described is not None and "/FontFile2" in described
