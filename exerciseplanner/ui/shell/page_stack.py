"""The pages one behind the other; each is made when it is first opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.ui.pages import Page, PageContext, PageSpec
from exerciseplanner.ui.shell.page_header import PageHeader
from exerciseplanner.ui.widgets.parts import tight


class PageStack(QStackedWidget):
    """Shows one page with its header."""

    opened = Signal(str)
    inspector_wanted = Signal()

    def __init__(
        self, specs: Sequence[PageSpec], context: PageContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._specs = {spec.name: spec for spec in specs}
        self._context = context
        self._pages: dict[str, Page] = {}
        self._headers: dict[str, PageHeader] = {}
        self._holders: dict[str, QWidget] = {}
        self.current = ""

    def open(self, name: str) -> Page:
        """Show a page, making it if need be."""
        if name not in self._pages:
            self._make(self._specs[name])
        if name != self.current:
            before = self._pages.get(self.current)
            if before:
                before.hidden()
            self.current = name
            self.setCurrentWidget(self._holders[name])
            self._pages[name].shown()
            self._focus(self._pages[name])
            self.opened.emit(name)
        return self._pages[name]

    def page(self) -> Page | None:
        """The page that is open."""
        return self._pages.get(self.current)

    def spec(self) -> PageSpec | None:
        """The spec of the page that is open."""
        return self._specs.get(self.current)

    def header(self) -> PageHeader | None:
        """The header of the page that is open."""
        return self._headers.get(self.current)

    def made(self) -> dict[str, Page]:
        """The pages made so far."""
        return dict(self._pages)

    def _focus(self, page: Page) -> None:
        """Put the cursor into the first list of the page, so that the keyboard works at once."""
        views = [view for view in page.findChildren(QAbstractItemView) if view.isVisibleTo(page)]
        (views[0] if views else page).setFocus()

    def _make(self, spec: PageSpec) -> None:
        page = spec.factory(self._context)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        tight(layout)
        header = PageHeader(spec.title, page)
        header.inspector_wanted.connect(self.inspector_wanted)
        layout.addWidget(header)
        layout.addWidget(page, 1)
        self._pages[spec.name] = page
        self._headers[spec.name] = header
        self._holders[spec.name] = holder
        self.addWidget(holder)
