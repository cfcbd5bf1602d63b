"""The actions of the MEL/MIL page as the menu, the palette and the shortcuts list them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from exerciseplanner.ui.pages.injects.acting import Acting
from exerciseplanner.ui.widgets.actions import ActionSpec

_MENU = "MEL/MIL"
Test = Callable[[], bool]


def action_specs(
    acting: Acting,
    *,
    may_write: Test,
    has_rows: Test,
    has_injects: Test,
    switch_view: Callable[[], object],
    import_msel: Callable[[], object],
    expand: Callable[[], object],
    collapse: Callable[[], object],
) -> tuple[ActionSpec, ...]:
    """Every action of the page."""

    def when(test: Test) -> Test:
        return lambda: may_write() and test()

    rows, injects = when(has_rows), when(has_injects)
    plan = (
        _Plan("new", "New inject", acting.add_inject, "plus", "N", may_write),
        _Plan("import", "Import MSEL…", import_msel, "table-import", "Ctrl+Shift+I", may_write),
        _Plan("new_storyline", "New storyline", acting.add_storyline, "stack-2", "", may_write),
        _Plan("new_strand", "New below the selection", acting.add_strand, "", "Shift+N", may_write),
        _Plan("new_event", "New event", acting.add_event, "", "", rows),
        _Plan("new_incident", "New incident", acting.add_incident, "", "", rows),
        _Plan("duplicate", "Duplicate", acting.duplicate, "copy", "Ctrl+D", rows),
        _Plan("remove", "Remove", acting.remove, "trash", "Del", rows),
        _Plan("shift", "Shift in time…", acting.shift, "clock", "S", rows),
        _Plan("state", "Move to state…", acting.open_states, "progress-check", "Shift+S", injects),
        _Plan("objective", "Link to objective…", acting.link_objective, "target", "L", injects),
        _Plan("move", "Move to storyline…", acting.move_below, "arrow-right", "M", rows),
        _Plan("up", "Move up", acting.step_up, "arrow-up", "Alt+Up", rows),
        _Plan("down", "Move down", acting.step_down, "arrow-down", "Alt+Down", rows),
        _Plan("view", "Switch between tree and table", switch_view, "list-tree", "V", _always),
        _Plan("expand", "Expand all", expand, "chevrons-down", "Ctrl+Shift+E", _always),
        _Plan("collapse", "Collapse all", collapse, "chevrons-up", "Ctrl+Shift+C", _always),
    )
    return tuple(map(_spec, plan))


class _Plan(NamedTuple):
    name: str
    label: str
    run: Callable[[], object]
    icon: str
    shortcut: str
    enabled_when: Test


_TIPS = {
    "new": "New inject where the selection is",
    "import": "Take in an MSEL from a spreadsheet",
    "new_strand": "A storyline; in a storyline an event, in an event an incident",
    "up": "Injects exchange their times",
    "down": "Injects exchange their times",
}


def _spec(plan: _Plan) -> ActionSpec:
    return ActionSpec(
        f"injects.{plan.name}",
        plan.label,
        plan.run,
        plan.icon,
        plan.shortcut,
        plan.enabled_when,
        _MENU,
        "injects",
        primary=plan.name == "new",
        tip=_TIPS.get(plan.name, ""),
    )


_NOT_OF_A_ROW = frozenset(
    {"import", "view", "expand", "collapse", "new_storyline", "new_event", "new_incident"}
)


def menu_specs(specs: Sequence[ActionSpec]) -> list[ActionSpec]:
    """The actions that belong into the menu of a row."""
    left_out = {
        "import",
        "view",
        "expand",
        "collapse",
        "new_storyline",
        "new_event",
        "new_incident",
    }
    return [spec for spec in specs if spec.id.removeprefix("injects.") not in left_out]


def _always() -> bool:
    return True
