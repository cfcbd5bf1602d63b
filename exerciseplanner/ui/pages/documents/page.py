"""The Documents page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.reports.documents import document, documents
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.pages.documents.choosing import DocumentList
from exerciseplanner.ui.pages.documents.composing import Composed, composing
from exerciseplanner.ui.pages.documents.preview import Preview
from exerciseplanner.ui.pages.documents.printing import ask_and_print
from exerciseplanner.ui.widgets import dialogs, theme
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.jobs import Job
from exerciseplanner.ui.widgets.parts import caption, chip, flat_button, row
from exerciseplanner.ui.widgets.settings import WANTED_DOCUMENT
from exerciseplanner.workspace.changes import Changes


class DocumentsPage(Page):
    """Documents at the left, the one chosen as it will be printed at the right."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._composed: Composed | None = None
        self._job: Job | None = None
        self._stale = True
        self._code = next(iter(documents()))
        self._papers: dict[str, str] = {}
        self.paper = _paper_chooser()
        self.paper.activated.connect(lambda _: self._change_paper())
        self.list = DocumentList(tuple(documents().values()))
        self.list.chosen.connect(self.choose)
        self.preview = Preview()
        self.preview.page_changed.connect(self._tell_page)
        self._count = caption("")
        self._draft = chip("Draft until the assessment is final", "warn")
        self._waiting = EmptyState("The document is being set.", icon_name="file-text")
        self._refused = QStackedWidget()
        self._stack = QStackedWidget()
        for widget in (self._waiting, self._refused, self.preview):
            self._stack.addWidget(widget)
        self._lay_out()
        context.live.changed.connect(self._hear)

    def _lay_out(self) -> None:
        tools = row(
            self._draft,
            self.paper,
            None,
            self._count,
            flat_button("zoom-out", "Smaller (Ctrl+minus)", self.preview.zoom_out),
            flat_button("zoom-reset", "Fit the width (Ctrl+0)", self.preview.fit_width),
            flat_button("zoom-in", "Larger (Ctrl+plus)", self.preview.zoom_in),
            margins=(16, 4, 16, 4),
        )
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self._stack, 1)
        self.list.setFixedWidth(theme.scaled(300))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(right, 1)

    def page_actions(self) -> Sequence[ActionSpec]:
        """Save, print, and find one's way through the preview."""
        ready = self._is_ready
        return (
            ActionSpec(
                "documents.save", "Save PDF…", self.ask_where_to_save, "download",
                enabled_when=ready, menu="Document", page="documents", primary=True,
            ),
            ActionSpec(
                "documents.print", "Print…", self.ask_printer, "printer", "Ctrl+P",
                enabled_when=ready, menu="Document", page="documents",
            ),
            ActionSpec(
                "documents.larger", "Larger", self.preview.zoom_in, "zoom-in", "Ctrl++",
                enabled_when=ready, menu="Document", page="documents", quiet=True,
            ),
            ActionSpec(
                "documents.smaller", "Smaller", self.preview.zoom_out, "zoom-out", "Ctrl+-",
                enabled_when=ready, menu="Document", page="documents", quiet=True,
            ),
            ActionSpec(
                "documents.fit", "Fit the width", self.preview.fit_width, "zoom-reset",
                "Ctrl+0", enabled_when=ready, menu="Document", page="documents", quiet=True,
            ),
        )  # fmt: skip

    def choose(self, code: str) -> None:
        """Compose and show another document."""
        if code != self._code:
            self._code = code
            self._composed = None
            self._stale = True
            self._compose()

    def shown(self) -> None:
        """Choose what another page wants to be shown, and compose what is out of date."""
        wanted = self.context.settings.get(WANTED_DOCUMENT, "")
        if wanted in documents():
            self.context.settings.put(WANTED_DOCUMENT, "")
            self.list.mark(wanted)
            self.choose(wanted)
        self._compose()

    def _hear(self, _changes: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self._compose()

    def _is_ready(self) -> bool:
        return self._composed is not None

    def _compose(self) -> None:
        if not self._stale:
            return
        self._stale = False
        if self._job and self._job.is_running:
            self._job.cancel()
        if self._composed is None:
            self._stack.setCurrentWidget(self._waiting)
        title = document(self._code).title
        self._job = self.context.jobs.run(
            f"Set {title}",
            partial(composing, self._code, self._papers.get(self._code, "")),
            self._show,
            self._say_why_not,
        )

    def _show(self, composed: Composed) -> None:
        if composed.code != self._code:
            return
        self._composed = composed
        self.preview.show_pdf(composed.pdf)
        self._stack.setCurrentWidget(self.preview)
        self._draft.setVisible(composed.draft)
        self._offer_papers(composed)
        self.list.say(self._code, _marked(composed))
        self._tell_page()
        if composed.missing:
            self.context.notices.say(
                f"The typeface cannot print: {' '.join(composed.missing)}", "warn"
            )

    def _offer_papers(self, composed: Composed) -> None:
        """Let the reader choose among the papers that the document offers."""
        papers = document(composed.code).papers
        self.paper.clear()
        self.paper.addItems(list(dict.fromkeys((*papers, composed.paper))))
        self.paper.setCurrentText(composed.paper)
        self.paper.setVisible(bool(papers))

    def _change_paper(self) -> None:
        self._papers[self._code] = self.paper.currentText()
        self._stale = True
        self._compose()

    def _say_why_not(self, error: BaseException) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self._composed = None
        self.preview.forget()
        said = EmptyState(str(error), icon_name="alert-triangle")
        if (before := self._refused.currentWidget()) is not None:
            self._refused.removeWidget(before)
            before.deleteLater()
        self._refused.addWidget(said)
        self._stack.setCurrentWidget(self._refused)
        self._tell_page()

    def _tell_page(self, _page: int = 0) -> None:
        count = self.preview.page_count
        self._count.setText(f"Page {self.preview.current_page} of {count}" if count else "")

    def ask_where_to_save(self) -> None:
        """Let the officer name the file; what is written is what is shown."""
        if self._composed is None:
            return
        name = f"{self.context.workspace.path.stem}-{self._code}.pdf"
        suggestion = self.context.workspace.path.with_name(name)
        dialogs.save_file(
            self, "Save PDF", "PDF documents (*.pdf)", self.save_to, suggestion, "pdf"
        )

    def save_to(self, path: Path) -> None:
        """Write the document shown; it appears under its name only when it is whole."""
        if self._composed is None:
            return
        beside = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            beside.write_bytes(self._composed.pdf)
            beside.replace(path)
        except OSError as error:
            beside.unlink(missing_ok=True)
            self.context.window.show_fault(
                Fault(
                    f"{path.name} could not be written ({error.strerror}).",
                    safe="The exercise is unchanged.",
                    remedy="Choose another folder, or free some space.",
                )
            )
            return
        self.context.notices.say(f"Saved {path.name}, {_marked(self._composed)}", "ok")

    def ask_printer(self) -> None:
        """Let the officer choose a printer."""
        if self.preview.pages is not None:
            ask_and_print(self, self.preview.pages, document(self._code).title, self._say_printed)

    def _say_printed(self, count: int) -> None:
        if count:
            self.context.notices.say(f"{count} pages were sent to the printer", "ok")
        else:
            self.context.notices.say("The printer did not take the document", "warn")


def _paper_chooser() -> QComboBox:
    made = QComboBox()
    made.setAccessibleName("Paper")
    made.setToolTip("Paper")
    made.hide()
    return made


def _marked(composed: Composed) -> str:
    level, release = composed.marking_lines
    return ", ".join(part for part in (f"{composed.pages} pages", level, release) if part)
