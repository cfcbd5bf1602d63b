"""What the inspector shows below the form of an inject and of a strand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.ui.pages.injects.dependencies import Dependencies
from exerciseplanner.ui.pages.injects.states import States
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import caption, chip, clear, label, muted, row, tight
from exerciseplanner.ui.widgets.wording import moment_text
from exerciseplanner.workspace.queries import exercise, relations
from exerciseplanner.workspace.queries.relations import (
    InjectRatingRow,
    StrandScope,
    TraceRow,
)

_KINDS = {"undo": "Undone: ", "redo": "Redone: "}


def add_extras(context: PageContext, states: States) -> None:
    """Let the inspector show what belongs to injects and strands beside their fields."""

    def of_inject(ids: Sequence[str]) -> QWidget | None:
        if len(ids) != 1:
            return None
        return _below(
            Dependencies(context, states, ids[0]),
            Ratings(context, ids[0]),
            Trace(context, ids[0]),
        )

    def of_strand(ids: Sequence[str]) -> QWidget | None:
        if len(ids) != 1:
            return None
        return _below(Scope(context, states, ids[0]), Trace(context, ids[0]))

    context.inspector_extra("inject", of_inject)
    context.inspector_extra("strand", of_strand)


class Panel(QWidget):
    """A titled part of the inspector; add to `content`."""

    def __init__(self, title: str) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        tight(outer, 4)
        self.title = label(title, "group")
        outer.addWidget(self.title)
        self.content = QVBoxLayout()
        tight(self.content, 6)
        outer.addLayout(self.content)


class Ratings(Panel):
    """How evaluators have rated an inject so far."""

    def __init__(self, context: PageContext, inject_id: str) -> None:
        super().__init__("Evaluation so far")
        self._context = context
        context.follow(self, relations.inject_ratings, self._show, inject_id)

    def _show(self, rows: Sequence[InjectRatingRow]) -> None:
        clear(self.content)
        if not rows:
            self.content.addWidget(muted("Not rated yet."))
            return
        scale = self._context.ask(exercise.rating_scale_in_force)
        known = {value.code: value for value in scale.values}
        for each in rows:
            value = known.get(each.value)
            tone = _tone(each.value, [v.code for v in scale.values if v.counts])
            mark = chip(f"{each.value}  {value.label}" if value else each.value, tone)
            when = moment_text(each.rated_at, self._context.vocabulary.zone)
            self.content.addWidget(row(mark, label(each.evaluator), None, caption(when)))
            if each.note:
                self.content.addWidget(muted(each.note, wrap=True))


class Scope(Panel):
    """What a strand holds: how many injects, from when to when, in which states."""

    def __init__(self, context: PageContext, states: States, strand_id: str) -> None:
        super().__init__("What is in it")
        self._context = context
        self._states = states
        context.follow(self, relations.strand_scope, self._show, strand_id)

    def _show(self, scope: StrandScope) -> None:
        clear(self.content)
        planned = self._context.vocabulary.planned
        inside = f"{scope.injects:,} {'inject' if scope.injects == 1 else 'injects'}"
        if scope.strands:
            inside += f" in {scope.strands:,} {'strand' if scope.strands == 1 else 'strands'}"
        self.content.addWidget(label(inside))
        if scope.first is not None:
            span = f"{planned(scope.first)} to {planned(scope.last)}"
            self.content.addWidget(label(span))
        if scope.untimed:
            self.content.addWidget(muted(f"{scope.untimed:,} without a planned time"))
        found = dict(scope.states)
        for code in self._states.codes():
            if code in found:
                tone = self._states.look(code).tone
                mark = chip(self._states.name(code), tone)
                self.content.addWidget(row(mark, muted(f"{found[code]:,}"), None))


class Trace(Panel):
    """The newest steps that touched a row."""

    def __init__(self, context: PageContext, row_id: str) -> None:
        super().__init__("History")
        self._context = context
        context.follow(self, relations.trace, self._show, row_id, 8)

    def _show(self, rows: Sequence[TraceRow]) -> None:
        clear(self.content)
        for each in rows:
            text = label(_KINDS.get(each.kind, "") + each.label)
            text.setToolTip(f"{each.label} by {each.author}")
            when = moment_text(each.at, self._context.vocabulary.zone)
            self.content.addWidget(row(text, None, caption(f"{each.author}  {when}")))


def _below(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 8, 0, 0)
    layout.setSpacing(16)
    for widget in widgets:
        layout.addWidget(widget)
    return holder


def _tone(code: str, scale: Sequence[str]) -> str:
    if code not in scale:
        return "muted"
    place = scale.index(code)
    if place == len(scale) - 1:
        return "danger"
    return "ok" if place == 0 else "info" if place < len(scale) / 2 else "warn"
