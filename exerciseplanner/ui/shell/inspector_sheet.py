"""One scrolling sheet of the inspector: the form of a noun and what pages add to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.ui.widgets.form import Form, Row
from exerciseplanner.ui.widgets.page_context import InspectorExtra, PageContext
from exerciseplanner.ui.widgets.parts import clear, tight


class InspectorSheet(QScrollArea):
    """Shows records of one noun."""

    def __init__(self, noun: str, context: PageContext) -> None:
        super().__init__()
        self._noun = noun
        self._context = context
        self._shown: tuple[str, ...] | None = None
        self.form = Form(noun, context.vocabulary, context.commit(noun), follow=context.show)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(16, 8, 16, 16)
        self._heads = QVBoxLayout()
        tight(self._heads, 8)
        layout.addLayout(self._heads)
        layout.addWidget(self.form)
        self._extras = QVBoxLayout()
        tight(self._extras, 8)
        layout.addLayout(self._extras)
        layout.addStretch(1)
        self.setAccessibleName(f"Facts of the {NOUNS[noun].singular} chosen")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show records; what pages add is made anew only for other records."""
        self.form.show_rows(rows)
        ids = self.form.ids()
        if ids == self._shown:
            return
        self._shown = ids
        self.verticalScrollBar().setValue(0)
        self._fill(self._heads, self._context.heads)
        self._fill(self._extras, self._context.extras)

    def _fill(self, layout: QVBoxLayout, added: Mapping[str, Sequence[InspectorExtra]]) -> None:
        clear(layout)
        for factory in added.get(self._noun, ()):
            widget = factory(self._shown or ())
            if widget is not None:
                layout.addWidget(widget)
