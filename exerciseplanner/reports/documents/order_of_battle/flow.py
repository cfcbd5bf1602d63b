"""The force flow: who is there when needed, who is late, and what it asks of each participant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from exerciseplanner.domain.force_flow import DAY, STATES
from exerciseplanner.domain.wording import counted
from exerciseplanner.reports.blocks import Block, Column, Heading, Paragraph, Table
from exerciseplanner.reports.charts import Lane, Mark, Span, TimelineStrip
from exerciseplanner.reports.documents.order_of_battle.findings import Findings
from exerciseplanner.reports.wording import in_hand
from exerciseplanner.workspace.queries.force_flow import FlowRow, ForceFlow, force_flow

_STEPS = (1, 2, 5, 10, 15, 30, 60, 90, 180, 365)
_MOST_TICKS = 14
_MOST_LANES = 120
"""So many units are drawn; nobody reads on beyond them."""


def force_flow_section(findings: Findings) -> list[Block]:
    """Charts of every unit that states its way, those too late in words, and the nations."""
    found = findings.workspace.ask(force_flow)
    if not found.rows:
        return []
    return [
        Heading("Force flow"),
        Paragraph(_summary(findings, found)),
        *_chart(found.rows),
        *_pressing(findings, found),
        *_nations(findings, found),
    ]


def _summary(findings: Findings, found: ForceFlow) -> str:
    counts = Counter(row.state for row in found.rows)
    said = ", ".join(
        f"{counts[state]} {words.lower()}" for state, words in STATES.items() if counts[state]
    )
    order = (
        f"The activation order goes out at {findings.dtg(found.activation)}."
        if found.activation is not None
        else "No activation order is fixed; each bar begins at the latest that would do."
    )
    return f"{counted(len(found.rows), 'unit')} state how they come: {said}. {order}"


def _chart(rows: Sequence[FlowRow]) -> list[Block]:
    stated = [row for row in rows if row.required_by is not None]
    if not stated:
        return []
    needed = stated[:_MOST_LANES]
    start, end = _extent(needed)
    lanes = tuple(_lane(row) for row in needed)
    strip = TimelineStrip(
        lanes,
        start,
        end,
        _ticks(start, end),
        caption="Days from STARTEX. Hatched: notice to move. Filled: movement; a space before it "
        "is waiting. Diamond: required by",
    )
    if len(stated) == len(needed):
        return [strip]
    said = (
        f"The {len(needed)} units that press most of the {len(stated):,} that have a time; the "
        "participation and legal annex lists all."
    )
    return [Paragraph(said, "note"), strip]


def _lane(row: FlowRow) -> Lane:
    spans = []
    if row.order is not None and row.ready is not None and row.ready > row.order:
        spans.append(Span(row.order, row.ready, hatched=True))
    if row.there is not None:
        begin = row.leaves if row.leaves is not None else row.there
        spans.append(Span(begin, row.there))
    marks = (Mark(row.required_by),) if row.required_by is not None else ()
    label = f"{row.name} ({row.nation})" if row.nation else row.name
    return Lane(label, tuple(spans), marks)


def _extent(rows: Sequence[FlowRow]) -> tuple[float, float]:
    times = [0]
    for row in rows:
        times += [each for each in (row.order, row.there, row.required_by) if each is not None]
    low, high = min(times), max(times)
    return low - DAY / 2, max(high, low + DAY) + DAY


def _ticks(start: float, end: float) -> tuple[tuple[float, str], ...]:
    days = (end - start) / DAY
    step = next((each for each in _STEPS if days / each <= _MOST_TICKS), _STEPS[-1])
    first = int(-(-start // (step * DAY)))
    last = int(end // (step * DAY))
    return tuple((place * step * DAY, _day(place * step)) for place in range(first, last + 1))


def _day(number: int) -> str:
    """A day before or after STARTEX, with a minus that is as wide as the plus."""
    return f"{number:+d}".replace("-", "−") if number else "STARTEX"


def _pressing(findings: Findings, found: ForceFlow) -> list[Block]:
    rows = [row for row in found.rows if row.state in ("late", "tight")]
    if not rows:
        return []
    return [
        Table(
            (
                Column("Unit", 3.2),
                Column("From", 0.8),
                Column("Notice", 0.9, numeric=True),
                Column("Movement", 1, numeric=True),
                Column("There", 1.6),
                Column("Required by", 1.6),
                Column("In hand", 1.3),
                Column("Order at the latest", 1.6),
            ),
            tuple(
                (
                    row.full_name,
                    row.nation,
                    "–" if row.notice_days is None else f"{row.notice_days} d",
                    "–" if row.movement_hours is None else f"{row.movement_hours} h",
                    findings.dtg(row.there),
                    findings.dtg(row.required_by),
                    in_hand(row.in_hand),
                    findings.dtg(row.latest_order),
                )
                for row in rows
            ),
            caption="Units that come too late or with less than a day in hand",
        )
    ]


def _nations(findings: Findings, found: ForceFlow) -> list[Block]:
    if not found.nations:
        return []
    return [
        Table(
            (
                Column("Code", 0.8),
                Column("Participant", 4),
                Column("Units", 1, numeric=True),
                Column("People", 1.2, numeric=True),
                Column("Share", 1, numeric=True),
                Column("Late", 0.8, numeric=True),
                Column("Tight", 0.8, numeric=True),
                Column("First leaves", 1.6),
                Column("Last there", 1.6),
            ),
            tuple(
                (
                    row.nation,
                    row.name,
                    f"{row.units:,}",
                    f"{row.people:,}",
                    f"{row.share:.0%}",
                    str(row.late or "–"),
                    str(row.tight or "–"),
                    findings.dtg(row.first),
                    findings.dtg(row.last),
                )
                for row in found.nations
            ),
            caption="People that move, by participant; units that state nothing move with their "
            "superior",
        )
    ]
