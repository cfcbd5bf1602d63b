"""When the exercise runs and in which zone it reckons."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from exerciseplanner.domain.central_europe import zone_warning
from exerciseplanner.domain.dtg import format_dtg, zone_offset
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.form import Form
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.parts import Card, caption, set_property
from exerciseplanner.workspace.queries import exercise, overview

_FIELDS = ("startex", "endex", "activation", "zone")
_DAY = 24 * 60


class DatesCard(Card):
    """STARTEX, ENDEX and zone; moving STARTEX moves the plan."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        commit = self._commit if context.commit("exercise") else None
        self.form = Form("exercise", context.vocabulary, commit, fields=_FIELDS)
        self._length = caption("")
        self._zone = caption("")
        self._warning = caption("")
        set_property(self._warning, "role", "refusal")
        moving = caption(
            "Planned times are kept as distances from STARTEX: moving it moves every inject and "
            "planning event with it. Times that were recorded stay."
        )
        self.content.addWidget(self.form)
        for part in (self._length, self._zone, self._warning, moving):
            part.setWordWrap(True)
            self.content.addWidget(part)

    def show_exercise(self, row: exercise.ExerciseRow) -> None:
        """Show the dates, and what the zone means on that day."""
        self.form.show_rows([row._asdict()])
        startex = datetime.fromisoformat(row.startex)
        self._length.setText(_length(row.endex))
        self._zone.setText(self._zone_in_words(row.zone))
        warning = zone_warning(row.zone, startex)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))

    def warning(self) -> str:
        """What is wrong with the zone on that day; empty where nothing is."""
        return self._warning.text()

    def _zone_in_words(self, zone: str) -> str:
        names = {term.code: term.name for term in self._context.ask(exercise.terms, "zone")}
        hours = zone_offset(zone) // timedelta(hours=1)
        return f"{zone} is {names.get(zone, zone)}, UTC{hours:+d}. Papers print it behind the time."

    def _commit(self, ids: tuple[str, ...], field: str, value: Any) -> None:
        commit = self._context.commit("exercise")
        assert commit is not None
        before = self._context.vocabulary.startex
        commit(ids, field, value)
        if field == "startex" and value:
            self._say_moved(before, datetime.fromisoformat(str(value)))

    def _say_moved(self, before: datetime, after: datetime) -> None:
        if before == after:
            return
        injects = self._context.ask(overview.counts)["inject"]
        dtg = format_dtg(after, self._context.vocabulary.zone)
        self._context.offer_undo(
            f"STARTEX moved to {dtg} ({_distance(after - before)}); "
            f"{counted(injects, 'inject')} and the planning events moved with it."
        )


def _length(endex: int | None) -> str:
    if endex is None:
        return "Without ENDEX, events that hang on it have no date."
    days, rest = divmod(endex, _DAY)
    hours = f" {rest // 60} h" if rest >= 60 else ""
    return f"ENDEX is {days} d{hours} after STARTEX."


def _distance(moved: timedelta) -> str:
    minutes = abs(int(moved.total_seconds() // 60))
    days, rest = divmod(minutes, _DAY)
    parts = [f"{days} d"] if days else []
    if rest:
        parts.append(f"{rest // 60} h {rest % 60} min")
    return f"{' '.join(parts)} {'later' if moved > timedelta() else 'earlier'}"
