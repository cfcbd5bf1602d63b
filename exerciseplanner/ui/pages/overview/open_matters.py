"""Is it ready? What is still open, each with the way to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.parts import Card, body, clear, label, link
from exerciseplanner.workspace.queries.overview import Gap

_HOMES = {"objective": "objectives", "inject": "injects", "criterion": "evaluation"}


class OpenMattersCard(Card):
    """The list of what is open, or a sentence that nothing is."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("Is it ready?", parent)
        self._context = context
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.content.addLayout(self._list)
        self.content.addStretch(1)

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """List what is open."""
        clear(self._list)
        if not gaps:
            self._list.addWidget(self._line("circle-check", "ok", "Nothing is open in the plan."))
        for gap in gaps:
            tone = "danger" if gap.kind == "unserved" else "warn"
            way = link("Show", partial(self._show, gap))
            self._list.addWidget(self._line("alert-triangle", tone, gap.sentence, way))

    def _line(
        self, icon_name: str, tone: str, sentence: str, way: QWidget | None = None
    ) -> QWidget:
        mark = label("")
        mark.setPixmap(icon(icon_name, tone).pixmap(16, 16))
        mark.setFixedWidth(20)
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(mark)
        layout.addWidget(body(sentence), 1)
        if way is not None:
            layout.addWidget(way)
        return line

    def _show(self, gap: Gap) -> None:
        if gap.noun in _HOMES and gap.noun != "criterion":
            self._context.show(gap.noun, gap.ids[0])
        else:
            self._context.go(_HOMES.get(gap.noun, "overview"))
