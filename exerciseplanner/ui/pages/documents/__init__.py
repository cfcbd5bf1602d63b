"""The Documents page: choose a document, see exactly what will be printed, save or print it."""

from __future__ import annotations

from exerciseplanner.ui.pages import Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.documents.page import DocumentsPage

    return DocumentsPage(context)


PAGE = PageSpec(
    name="documents",
    title="Documents",
    group="Print",
    icon="file-text",
    order=80,
    factory=_open,
)
