"""What the palette finds on every page from every other one."""

from __future__ import annotations

from exerciseplanner.ui.pages import page_specs
from exerciseplanner.ui.shell.finding import open_door

DOORS = [(spec.name, door) for spec in page_specs() for door in spec.doors]
VERBS = {
    "orbat chart": "ORBAT chart",
    "msdl": "Import ORBAT",
    "geojson": "Export forces",
    "mgrs": "Map",
    "notice to move": "Force flow",
    "opcon": "Place under command",
    "add unit": "New unit",
    "sofa": "New agreement",
    "ngo": "Add organisation",
    "rules of engagement": "Legal bases and ROE",
    "burden": "Burden",
    "gateway": "Who can talk to whom",
    "ier": "New IER",
    "add test case": "New test case",
    "cwix": "Interoperability matrix",
}


def test_that_every_door_leads_to_a_view_or_an_action_of_its_page(opened):
    window = opened("empty", "overview")
    views = {}
    for spec in page_specs():
        window.go(spec.name)
        page = window.body.pages.page()
        views[spec.name] = set(getattr(getattr(page, "segments", None), "_pages", ()))
        named = {action.id: action.label for action in page.page_actions()}
        for door in spec.doors:
            assert not door.view or door.view in views[spec.name]
            assert not door.action or named[door.action] == door.label
    opening = {(name, door.view) for name, door in DOORS if door.view}
    assert opening == {(name, view) for name, found in views.items() for view in found - {name}}


def test_that_a_view_and_an_action_are_reached_from_another_page(opened, page_of):
    window = opened("empty", "overview")
    find = {door.label: (name, door) for name, door in DOORS}
    open_door(window, *find["Force flow"])
    assert (window.body.pages.current, page_of(window).segments.current) == ("forces", "flow")
    window.go("overview")
    open_door(window, *find["New side"])
    assert window.session.workspace.undo_label == "Add side"


def test_that_the_palette_knows_what_planners_call_it(opened):
    window = opened("empty", "overview")
    window.open_palette()
    found = {}
    for typed, label in VERBS.items():
        window.palette_box.box.setText(typed)
        labels = [entry.label for entry in window.palette_box.entries()][:6]
        found[typed] = label if label in labels else labels
    assert found == VERBS
