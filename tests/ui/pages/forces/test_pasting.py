"""Units pasted from a spreadsheet."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from exerciseplanner.workspace.operations.forces import add_side, add_unit
from exerciseplanner.workspace.operations.partnership import add_nations
from exerciseplanner.workspace.queries.order_of_battle import unit_list


def test_that_lines_of_a_spreadsheet_become_units_on_the_side_of_the_unit_selected(opened, page_of):
    window = opened("empty", "forces")
    workspace = window.session.workspace
    workspace.do(add_nations, ["EST"])
    blue = workspace.do(add_side, {"name": "BLUFOR", "identity": "friend"})
    workspace.do(add_side, {"name": "OPFOR", "identity": "hostile"})
    first = workspace.do(add_unit, {"name": "MNB North", "side_id": blue})
    page = page_of(window)
    page.segments.open("table")
    page.table.select([first])
    QApplication.clipboard().setText(
        "Name\tNation\tPlanned\n1 Inf Bn\tEST\t600\n2 Log Coy\t\t120\n"
    )
    page.table.exchange.paste_new()
    found = {row.name: row for row in workspace.ask(unit_list)}
    assert set(found) == {"MNB North", "1 Inf Bn", "2 Log Coy"}
    assert {row.side_id for row in found.values()} == {blue}
    assert (found["1 Inf Bn"].nation, found["1 Inf Bn"].planned) == ("EST", 600)
    assert len(page.table.selected_ids()) == 2
    window.undo()
    assert [row.name for row in workspace.ask(unit_list)] == ["MNB North"]
