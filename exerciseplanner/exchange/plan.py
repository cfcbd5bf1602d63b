"""What importers have to know of the plan they read for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.exchange.spreadsheets.context import Context, Vocabulary
from exerciseplanner.workspace.queries import forces, storylines
from exerciseplanner.workspace.queries.exercise import exercise, field_choices
from exerciseplanner.workspace.queries.forces import UnitRow
from exerciseplanner.workspace.queries.records import names
from exerciseplanner.workspace.workspace import Workspace


def context_of(workspace: Workspace) -> Context:
    """STARTEX, the terms of the doctrine, and everything that an inject may refer to."""
    row = workspace.ask(exercise)
    units = workspace.ask(forces.units)
    return Context(
        startex=datetime.fromisoformat(row.startex) if row.startex else None,
        zone=row.zone,
        vocabulary=_vocabulary(workspace),
        objectives=_titles(workspace, "objective"),
        interoperability=_titles(workspace, "test_case"),
        threats=_titles(workspace, "threat"),
        units=_unit_names(units),
        strands=frozenset(each.title for each in workspace.ask(storylines.strands)),
        now=datetime.now(UTC),
    )


def _vocabulary(workspace: Workspace) -> Vocabulary:
    inject = NOUNS["inject"]

    def terms(name: str) -> dict[str, str]:
        return workspace.ask(field_choices, inject.field(name))

    return Vocabulary(
        kinds=terms("kind"),
        states=terms("state"),
        means=terms("means"),
        levels=terms("marking_level"),
        audiences=terms("marking_releases"),
    )


def _titles(workspace: Workspace, noun: str) -> dict[str, str]:
    return {each.code: each.title for each in workspace.ask(names, noun) if each.code}


def _unit_names(units: Iterable[UnitRow]) -> dict[str, str]:
    """The full name of a unit by every name it goes by; short names that several share are none."""
    known: dict[str, str] = {}
    shared: set[str] = set()
    for unit in units:
        short = unit.short_name
        if short and short != unit.name:
            shared |= {short} & known.keys()
            known[short] = unit.name
    found = {short: name for short, name in known.items() if short not in shared}
    return found | {unit.name: unit.name for unit in units}
