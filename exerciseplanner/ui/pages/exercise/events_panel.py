"""The planning events on their days; a new day or distance moves an event."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.domain.doctrine_kinds import attribute_fields
from exerciseplanner.domain.dtg import zone_offset
from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets import wording
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import edit_cell
from exerciseplanner.ui.widgets.parts import button, muted, row, tight
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.workspace.operations.doctrine import add_term, edit_terms, remove_terms
from exerciseplanner.workspace.queries.doctrine import EventLine, planning_events
from exerciseplanner.workspace.queries.exercise import exercise

_KIND = "planning_event"
_FIELDS = {field.name: field for field in attribute_fields(_KIND)}
_NAMED = {"offset": "default_offset_days"}


class EventsPanel(QWidget):
    """The table of planning events."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.table = RecordTable(
            context.live,
            self._columns(),
            planning_events,
            name="planning-events",
            commit=None if context.read_only else self._commit,
            vocabulary=context.vocabulary,
            settings=context.settings,
        )
        self.table.words = ("planning event", "planning events")
        self.table.view.setAccessibleName("Planning events")
        self.table.paste_refused.connect(lambda text: context.notices.say(text, "warn"))
        self.table.add_actions([
            ActionSpec("events.remove", "Remove", self._remove, "trash", "Del",
                       enabled_when=lambda: not context.read_only),
        ])  # fmt: skip
        self.table.set_empty(
            EmptyState(
                "Conferences and workshops that lead to STARTEX and follow ENDEX stand here.",
                [ActionSpec("events.first", "New planning event", self.add, "plus")],
                icon_name="calendar-event",
            )
        )
        new = button("New planning event", "plus", run=self.add)
        new.setEnabled(not context.read_only)
        says = muted(
            "Events hang on STARTEX or ENDEX and move with it. Type a day, or a number of days."
        )
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(row(says, None, new, margins=(20, 0, 16, 8)))
        layout.addWidget(self.table, 1)

    def add(self) -> None:
        """Add a planning event a month before STARTEX and begin to type its name."""
        taken = {each.code for each in self.table.model.rows()}
        code = next(f"PE-{n}" for n in range(1, len(taken) + 2) if f"PE-{n}" not in taken)
        values = {"code": code, "name": "New planning event", "default_offset_days": -30}
        made = self._context.do(add_term, _KIND, values)
        if made:
            self.table.select([made])
            edit_cell(self.table, made, "name")

    def set_filter(self, text: str) -> None:
        """Show only events that contain every word."""
        self.table.set_filter(text)

    def _columns(self) -> tuple[ColumnSpec, ...]:
        day = Field("on", "Day", "date", hint="2027-03-01 or 01 MAR 27")
        return (
            ColumnSpec("on", "Day", text=lambda line: wording.date_text(self._day(line)),
                       value=self._day, sort=lambda line: line.on, field=day, editable=True,
                       width=96),
            ColumnSpec("away", "From today", text=self._away, sort=lambda line: line.on, width=84,
                       align="right", tone=lambda line: "muted"),
            ColumnSpec("code", "Code", width=92),
            ColumnSpec("name", "Event", field=Field("name", "Event", required=True),
                       editable=True, width=236, grows=True),
            ColumnSpec("offset", "Days", text=_offset, editable=True, width=56, align="right",
                       field=_FIELDS["default_offset_days"]),
            ColumnSpec("anchor", "From", field=_FIELDS["anchor"], editable=True, width=80),
            ColumnSpec("stage", "Stage", width=96),
            ColumnSpec("lead_time", "Doctrine says", field=_FIELDS["lead_time"], editable=True,
                       tone=lambda line: "muted", width=158),
            ColumnSpec("verify", "Evidence", width=96, tone=lambda line: "warn",
                       text=lambda line: "To verify" if line.verify else "",
                       icon=lambda line: "alert-triangle" if line.verify else ""),
            ColumnSpec("purpose", "Purpose", field=_FIELDS["purpose"], editable=True, width=168),
        )  # fmt: skip

    def _commit(self, ids: tuple[str, ...], field: str, value: Any) -> None:
        if field != "on":
            self._context.workspace.do(edit_terms, ids, {_NAMED.get(field, field): value})
            return
        if not value:
            raise Refusal("A planning event needs a day.", field="on", remedy="Type a date.")
        lines = {line.id: line for line in self.table.model.rows()}
        for row_id in ids:
            days = (date.fromisoformat(str(value)) - self._anchor(lines[row_id])).days
            self._context.workspace.do(edit_terms, [row_id], {"default_offset_days": days})

    def _anchor(self, line: EventLine) -> date:
        about = self._context.ask(exercise)
        moment = datetime.fromisoformat(about.startex)
        if line.anchor == "ENDEX":
            if about.endex is None:
                raise Refusal(
                    f"{line.code} hangs on ENDEX, which is not set.",
                    field="on",
                    remedy="Set ENDEX under Facts, or let it hang on STARTEX.",
                )
            moment += timedelta(minutes=about.endex)
        return _local(moment, about.zone)

    def _day(self, line: EventLine) -> str | None:
        if line.on is None:
            return None
        return _local(datetime.fromisoformat(line.on), self._context.vocabulary.zone).isoformat()

    def _away(self, line: EventLine) -> str:
        day = self._day(line)
        if day is None:
            return ""
        days = (date.fromisoformat(day) - datetime.now(UTC).date()).days
        if days == 0:
            return "today"
        return f"in {days:,} d" if days > 0 else f"{-days:,} d ago"

    def _remove(self) -> None:
        ids = self.table.selected_ids()
        head = self._context.workspace.head
        if ids:
            self._context.do(remove_terms, ids)
        if self._context.workspace.head != head:
            events = "planning event" if len(ids) == 1 else "planning events"
            self._context.offer_undo(f"{len(ids)} {events} removed")


def _local(moment: datetime, zone: str) -> date:
    return (moment + zone_offset(zone)).date()


def _offset(line: EventLine) -> str:
    return f"{line.offset:+d}".replace("-", "−") if line.offset else "0"
