"""The force flow: who is there when needed, who is late, and what it asks of each nation."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from exerciseplanner.domain.exercise import EXERCISE
from exerciseplanner.domain.force_flow import STATES
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages.forces.flow_nations import FlowNations
from exerciseplanner.ui.pages.forces.flow_table import FlowAxis, FlowTable
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.editors import editor_for
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.flow import FlowLayout
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import button, caption, clear, row, tight
from exerciseplanner.workspace.queries.exercise import exercise
from exerciseplanner.workspace.queries.force_flow import ForceFlow, force_flow

_NATIONS = 244
_LEAST = 790
"""Where less room than this were left for the bars, the nations make room."""
_LEGEND = (
    "Outlined: notice to move.  Filled: movement.  Diamond: required by.  "
    "Thin line: time in hand.  Hatched: comes too late."
)


class FlowPanel(QWidget):
    """The table of ways with its axis, the activation order above, the nations beside."""

    def __init__(self, context: PageContext, empty: EmptyState) -> None:
        super().__init__()
        self._context = context
        self._state, self._nation = "", ""
        self._has_nations = False
        self.table = FlowTable(context)
        self.table.set_empty(empty)
        self.axis = FlowAxis(self.table)
        self.activation = editor_for(EXERCISE.field("activation"), context.vocabulary)
        self.activation.set_read_only(context.read_only)
        self.activation.committed.connect(self._commit)
        self.nations = FlowNations()
        self.nations.chosen.connect(self._choose_nation)
        self._states = FlowLayout()
        self._states.setSpacing(6)
        self._lay_out()
        context.follow(self, force_flow, self._show)
        context.follow(self, exercise, lambda found: self.activation.set_value(found.activation))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the bars where there is little."""
        super().resizeEvent(event)
        self._show_nations()

    def showEvent(self, event: QShowEvent) -> None:
        """Have what is chosen in sight, once what stands above has taken its room."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_chosen)

    def _lay_out(self) -> None:
        self._above = QWidget()
        above = QHBoxLayout(self._above)
        above.setContentsMargins(20, 0, 16, 6)
        above.setSpacing(8)
        self.activation.setFixedWidth(theme.scaled(160))
        for line in self.activation.findChildren(QLineEdit):
            line.setPlaceholderText("Not fixed")
            line.setAccessibleName("Activation order")
        above.addWidget(caption("Activation order"))
        above.addWidget(self.activation)
        states = QWidget()
        states.setLayout(self._states)
        above.addWidget(states, 1)
        left = QWidget()
        lines = QVBoxLayout(left)
        tight(lines)
        lines.addWidget(self.axis)
        lines.addWidget(self.table, 1)
        self._foot = row(caption(_LEGEND), None, margins=(12, 0, 16, 4))
        lines.addWidget(self._foot)
        self._beside = beside = QScrollArea()
        beside.setFrameShape(QFrame.Shape.NoFrame)
        beside.setWidgetResizable(True)
        beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside.setFixedWidth(theme.scaled(_NATIONS))
        beside.setWidget(self.nations)
        beside.hide()
        body = QHBoxLayout()
        tight(body)
        body.addWidget(left, 1)
        body.addWidget(beside)
        whole = QVBoxLayout(self)
        tight(whole)
        whole.addWidget(self._above)
        whole.addLayout(body, 1)
        self.setFocusProxy(self.table)

    def _show(self, found: ForceFlow) -> None:
        self.table.scale.fit(found.rows, found.activation, found.endex)
        self.axis.update()
        self.table.view.viewport().update()
        lost = [each.participant_id for each in found.rows if each.state == "unknown"]
        self.nations.show_nations(found.nations, Counter(each for each in lost if each))
        for part in (self._above, self.axis, self._foot):
            part.setVisible(bool(found.rows or found.silent))
        self._has_nations = bool(found.nations)
        self._show_nations()
        counts = Counter(each.state for each in found.rows)
        clear(self._states)
        for state, words in STATES.items():
            if counts[state]:
                self._states.addWidget(self._chip(state, f"{words} {counts[state]:,}"))
        if found.silent:
            said = _silence(found.silent)
            self._states.addWidget(caption(said))
        if found.activation is None and found.rows:
            said = "Without an activation order, each bar begins at the latest order that would do"
            self._states.addWidget(caption(said))

    def _show_chosen(self) -> None:
        chosen = self.table.selected_ids()
        if chosen:
            self.table.view.scrollTo(self.table.model.index_of(chosen[0]))

    def _show_nations(self) -> None:
        """The nations beside the bars, but for a narrow window; one that narrows the list stays."""
        is_wide = self.width() >= theme.scaled(_LEAST + _NATIONS)
        self._beside.setVisible(self._has_nations and (is_wide or bool(self._nation)))

    def _chip(self, state: str, text: str) -> QWidget:
        made = button(text, run=lambda: self._choose_state(state))
        made.setProperty("chip", True)
        made.setCheckable(True)
        made.setChecked(self._state == state)
        made.setToolTip(f"Show only units that are: {STATES[state]}")  # type: ignore[index]
        return made

    def _choose_state(self, state: str) -> None:
        self._state = "" if self._state == state else state
        self._sift()
        self._show(self._context.ask(force_flow))

    def _choose_nation(self, nation: str) -> None:
        self._nation = nation
        self._show_nations()
        self._sift()

    def _sift(self) -> None:
        state, nation = self._state, self._nation

        def passes(each: Any) -> bool:
            fits = not state or (each.state == state and not each.moves_with)
            return fits and (not nation or each.nation == nation)

        self.table.set_predicate(passes if state or nation else None)

    def _commit(self, value: object) -> None:
        commit = self._context.commit("exercise")
        if commit is None:
            return
        try:
            commit((self._context.ask(exercise).id,), "activation", value)
        except Refusal as refusal:
            self.activation.show_refusal(str(refusal))


def _silence(count: int) -> str:
    """How many units have no way, nor a superior that could have one."""
    if count == 1:
        return "1 unit without a superior states neither notice, movement nor arrival"
    return f"{count:,} units without a superior state neither notice, movement nor arrival"
