"""What an inject waits for and what waits for it, with adding and taking away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from exerciseplanner.domain.fields import Field
from exerciseplanner.ui.pages.injects.shifting import length
from exerciseplanner.ui.pages.injects.states import States
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import (
    caption,
    clear,
    column,
    flat_button,
    label,
    link,
    muted,
    row,
    tight,
)
from exerciseplanner.ui.widgets.popovers import AskChoice
from exerciseplanner.workspace.operations import injects
from exerciseplanner.workspace.queries import relations
from exerciseplanner.workspace.queries.relations import NeighbourRow

_INJECT = Field("after_id", "Inject", "reference", "inject")


class Dependencies(QWidget):
    """The injects that one inject follows and those that follow it."""

    def __init__(self, context: PageContext, states: States, inject_id: str) -> None:
        super().__init__()
        self._context = context
        self._states = states
        self._inject_id = inject_id
        self._known: frozenset[str] = frozenset()
        self._lists = {True: QVBoxLayout(), False: QVBoxLayout()}
        layout = QVBoxLayout(self)
        tight(layout, 4)
        for follows, title in ((True, "Follows"), (False, "Is followed by")):
            tight(self._lists[follows], 4)
            add = flat_button("plus", f"{title}: add an inject", partial(self._ask, follows))
            add.setVisible(not context.read_only)
            layout.addWidget(row(label(title, "group"), None, add))
            layout.addLayout(self._lists[follows])
        context.follow(self, relations.inject_neighbours, self._show, inject_id)

    def _show(self, rows: Sequence[NeighbourRow]) -> None:
        self._known = frozenset(each.inject_id for each in rows)
        for follows, layout in self._lists.items():
            clear(layout)
            found = [each for each in rows if each.follows == follows]
            for each in found:
                layout.addWidget(self._line(each))
            if not found:
                layout.addWidget(muted("No inject."))

    def _line(self, each: NeighbourRow) -> QWidget:
        name = link(each.serial or each.title, partial(self._go, each.inject_id))
        name.setToolTip(each.title)
        title = label(each.title)
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        title.setToolTip(each.title)
        said = [self._context.vocabulary.planned(each.start) or "no time"]
        if each.delay:
            said.append(f"{length(each.delay)} after it" if each.follows else length(each.delay))
        if each.condition:
            said.append(each.condition)
        said.append(self._states.name(each.state).lower())
        remove = flat_button("x", f"Take away the link to {each.serial}", partial(self._cut, each))
        remove.setVisible(not self._context.read_only)
        note = caption("  ·  ".join(part for part in said if part))
        note.setWordWrap(True)
        return column(row(name, None, remove), title, note, spacing=0)

    def _go(self, inject_id: str) -> None:
        self._context.show("inject", inject_id)

    def _ask(self, follows: bool) -> None:
        options = [
            option
            for option in self._context.vocabulary.options(_INJECT)
            if option.code != self._inject_id and option.code not in self._known
        ]
        AskChoice(
            self,
            "This inject follows" if follows else "This inject is followed by",
            options,
            partial(self._add, follows),
            "There is no other inject.",
        ).open_at(QRect(self.mapToGlobal(QPoint(0, 0)), self.size()))

    def _add(self, follows: bool, other: str) -> None:
        pair = (self._inject_id, other) if follows else (other, self._inject_id)
        self._context.do(injects.link_injects, *pair)

    def _cut(self, each: NeighbourRow) -> None:
        pair = (self._inject_id, each.inject_id)
        self._context.do(injects.unlink_injects, *(pair if each.follows else reversed(pair)))
