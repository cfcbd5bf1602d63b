"""A file that went out is known when it comes back, whatever it is called and whoever saved it."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.intake import Intake, Proposed
from exerciseplanner.workspace.operations.forces import edit_units
from exerciseplanner.workspace.operations.handing_out import hand_out
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.forces import units
from tests.workspace.plans import fresh


@pytest.fixture
def workspace(tmp_path):
    """An exercise with one unit, open."""
    opened = fresh(tmp_path)
    opened.do(take_in, unit("own", name="1 Battalion", sidc="10031000161211000000"))
    yield opened
    opened.close()


def unit(source, key="elsewhere-1", **values):
    """An intake of one unit."""
    return Intake(source, "test", (Proposed("unit", key, "", values),))


def only(workspace):
    (row,) = workspace.ask(units)
    return row


def sent(workspace, key="handle-1", source="export.xml", **values):
    """Hand the unit out as a file that says these values of it."""
    row_id = only(workspace).id
    return workspace.do(hand_out, unit(source, key, **values), {("unit", key): row_id})


def fate(workspace, intake):
    weighing = workspace.do(take_in, intake)
    return weighing.rows[0].what


def test_that_a_row_is_known_again_by_the_key_it_went_out_under(workspace):
    assert sent(workspace, name="1 Battalion") == 1
    assert fate(workspace, unit("other name.xml", "handle-1", name="1st Battalion")) == "changed"
    assert only(workspace).name == "1st Battalion"


def test_that_a_row_is_known_again_by_its_own_id_without_having_been_sent(workspace):
    row = only(workspace)
    assert fate(workspace, unit("list.csv", row.id, name=row.name)) == "same"
    assert fate(workspace, unit("list 2.csv", row.id, name="Another")) == "kept"


def test_that_a_row_is_known_again_by_the_id_it_has_elsewhere_but_not_by_a_mere_number(workspace):
    workspace.do(take_in, unit("own", name="1 Battalion", external_id="KUSutyL3Xc"))
    again = unit("new edition", "x", name="1 Battalion", external_id="KUSutyL3Xc")
    assert fate(workspace, again) == "same"
    workspace.do(take_in, unit("own", name="1 Battalion", external_id="7"))
    assert fate(workspace, unit("a list", "7", name="7 Battalion", external_id="7")) == "added"


def test_that_what_a_format_says_otherwise_is_no_change_until_it_says_something_new(workspace):
    sent(workspace, name="1 Battalion", sidc="SFGPUCI----F---")
    kept = only(workspace).sidc
    again = unit("back.xml", "handle-1", name="1 Battalion", sidc="SFGPUCI----F---")
    assert fate(workspace, again) == "same"
    assert only(workspace).sidc == kept
    changed = unit("back.xml", "handle-1", name="1 Battalion", sidc="SFGPUCA----F---")
    assert fate(workspace, changed) == "changed"
    assert only(workspace).sidc == "SFGPUCA----F---"


def test_that_what_both_sides_changed_since_is_left_and_said(workspace):
    sent(workspace, name="1 Battalion")
    workspace.do(edit_units, [only(workspace).id], {"name": "Mine"})
    assert fate(workspace, unit("back.xml", "handle-1", name="Theirs")) == "kept"
    assert only(workspace).name == "Mine"


def test_that_an_old_file_does_not_bring_back_what_was_sent_before(workspace):
    sent(workspace, name="1 Battalion")
    workspace.do(edit_units, [only(workspace).id], {"name": "Newer"})
    sent(workspace, name="Newer")
    assert fate(workspace, unit("monday.xml", "handle-1", name="1 Battalion")) == "kept"
    assert only(workspace).name == "Newer"


def test_that_what_was_filled_in_since_is_not_emptied(workspace):
    sent(workspace, name="1 Battalion", contact="")
    workspace.do(edit_units, [only(workspace).id], {"contact": "Chief of staff"})
    assert fate(workspace, unit("back.xml", "handle-1", name="1 Battalion", contact="")) == "same"


def test_that_sending_the_same_again_is_no_step(workspace):
    sent(workspace, name="1 Battalion")
    head = workspace.head
    sent(workspace, name="1 Battalion")
    assert workspace.head == head


def test_that_degrees_cut_off_by_another_program_are_no_change(workspace):
    workspace.do(edit_units, [only(workspace).id], {"longitude": 14.404916666666667})
    again = unit("back.xml", only(workspace).id, name="1 Battalion", longitude=14.4049166667)
    assert fate(workspace, again) == "same"
    assert only(workspace).longitude == 14.404916666666667
    moved = unit("back.xml", only(workspace).id, name="1 Battalion", longitude=14.4050)
    assert fate(workspace, moved) == "changed"
