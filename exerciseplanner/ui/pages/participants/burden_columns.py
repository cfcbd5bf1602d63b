"""The columns of the table of burden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from exerciseplanner.domain.burden import MEANS_IN_WORDS, Bearing
from exerciseplanner.domain.participants import PARTICIPANT, RESOURCES
from exerciseplanner.ui.pages.participants.columns import fields
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.figures import HOW_COUNTED, figures, present_of, share_text
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.queries.burden import BurdenLine

_NONE = Bearing()
_WIDTHS = {"people": 104, "days": 74, "assets": 82, "money": 104}
_TITLES = {"people": "People", "days": "Days", "assets": "Assets", "money": "Money (k EUR)"}
_AGAINST = {"people": "Per 1,000", "money": "EUR per M"}
_NOT_STATED = {
    "people": "State the people of its armed forces to see this.",
    "money": "State its yearly defence spending to see this.",
}


def burden_columns(vocabulary: Vocabulary) -> tuple[ColumnSpec, ...]:
    """Each resource offered of asked, then what the plan itself asks of the participant."""
    code, name, people, money = fields(
        PARTICIPANT,
        {"code": 70, "name": 104, "means_people": 110, "means_money": 140},
        vocabulary,
    )
    borne = [
        column for resource, _ in RESOURCES for column in (_offered(resource), *_compared(resource))
    ]
    return (
        replace(code, strong=True),
        replace(name, grows=True),
        *borne,
        replace(figures("units", "Units"), width=48),
        ColumnSpec(
            "present",
            "In ORBAT",
            text=lambda row: present_of(row.present, row.planned) if row.units else "",
            sort=lambda row: row.present if row.units else None,
            tip=lambda _: f"People present of planned in the order of battle. {HOW_COUNTED}",
            width=96,
            align="right",
        ),
        replace(figures("injects", "Injects"), width=58, tip=_injects_tip),
        ColumnSpec(
            "hours",
            "Inject-h",
            text=lambda row: f"{row.hours:,.0f} h" if row.injects else "",
            sort=lambda row: row.hours,
            tip=_injects_tip,
            width=64,
            align="right",
        ),
        ColumnSpec("brings", "Brings", tip=lambda row: row.brings, width=76),
        replace(people, shown=False, title="Armed forces"),
        replace(money, shown=False, title="Spending (M EUR)"),
    )


def bearing(row: BurdenLine, resource: str) -> Bearing:
    """What a participant bears of a resource; nothing where nothing is stated."""
    return row.bearings.get(resource, _NONE)


def offered_text(found: Bearing) -> str:
    """What is offered of what is asked, marked where it falls short."""
    if not found.asked and not found.offered:
        return ""
    return f"{'▲ ' if found.is_short else ''}{found.offered:,} / {found.asked:,}"


def offered_tip(row: BurdenLine, resource: str) -> str:
    """The same in a sentence, with its share and what it is against means."""
    found = bearing(row, resource)
    title = _TITLES[resource]
    if not found.asked and not found.offered:
        return f"{row.name}: nothing asked and nothing offered ({title})."
    said = f"{row.name}, {title}: {found.offered:,} offered of {found.asked:,} asked"
    said += f", {found.lacking:,} lacking" if found.is_short else ""
    said += f"; {share_text(found.share)} of all offered" if found.share is not None else ""
    if found.against_means is not None:
        said += f"; {found.against_means:,.2f} {MEANS_IN_WORDS[resource]}"
    return f"{said}."


def _offered(resource: str) -> ColumnSpec:
    return ColumnSpec(
        resource,
        _TITLES[resource],
        text=lambda row: offered_text(bearing(row, resource)),
        sort=lambda row: bearing(row, resource).offered,
        tone=lambda row: "danger" if bearing(row, resource).is_short else "",
        tip=lambda row: offered_tip(row, resource),
        width=_WIDTHS[resource],
        align="right",
    )


def _compared(resource: str) -> tuple[ColumnSpec, ...]:
    share = ColumnSpec(
        f"{resource}_share",
        "Share",
        text=lambda row: share_text(bearing(row, resource).share),
        sort=lambda row: bearing(row, resource).share,
        tip=lambda row: offered_tip(row, resource),
        width=54,
        align="right",
        shown=resource in _AGAINST,
    )
    if resource not in _AGAINST:
        return (share,)
    against = ColumnSpec(
        f"{resource}_means",
        _AGAINST[resource],
        text=_against(resource),
        sort=lambda row: bearing(row, resource).against_means,
        tip=lambda row: (
            offered_tip(row, resource)
            if bearing(row, resource).against_means is not None
            else _NOT_STATED[resource]
        ),
        width=72,
        align="right",
    )
    return (share, against)


def _against(resource: str) -> Callable[[BurdenLine], str]:
    def text(row: BurdenLine) -> str:
        found = bearing(row, resource)
        if found.against_means is None:
            return "–" if found.offered else ""
        return f"{found.against_means:,.2f}"

    return text


def _injects_tip(row: BurdenLine) -> str:
    return (
        f"{row.injects:,} live injects address units of {row.name}; together they last "
        f"{row.hours:,.1f} hours."
    )
