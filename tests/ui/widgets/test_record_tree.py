"""Trees of records."""

from __future__ import annotations

import pytest

from exerciseplanner.ui.widgets.choosing import ranges_of
from exerciseplanner.ui.widgets.columns import columns_for
from exerciseplanner.ui.widgets.record_tree import RecordTree
from exerciseplanner.workspace.operations.forces import add_unit, edit_units
from exerciseplanner.workspace.queries.forces import units


@pytest.fixture
def tree(themed, qtbot, live, vocabulary, workspace):
    brigade = workspace.do(add_unit, {"name": "Brigade"})
    battalion = workspace.do(add_unit, {"name": "Battalion", "parent_id": brigade})
    for number in range(3):
        workspace.do(add_unit, {"name": f"Company {number}", "parent_id": battalion})
    made = RecordTree(
        live,
        columns_for("unit", ("name", "role"), vocabulary, editable=("name",)),
        units,
        name="units",
        noun="unit",
        parent_of=lambda row: row.parent_id,
        vocabulary=vocabulary,
        commit=lambda ids, field, value: workspace.do(edit_units, ids, {field: value}),
        movable=True,
    )
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def _id(tree, name):
    return next(row.id for row in tree.model.rows() if row.name == name)


def test_that_selecting_a_row_opens_what_it_is_part_of(tree):
    tree.select([_id(tree, "Company 1")])
    assert tree.view.isExpanded(tree.model.index_of(_id(tree, "Battalion")))
    assert tree.selected_ids() == (_id(tree, "Company 1"),)


def test_that_open_branches_stay_open_when_rows_come(tree, workspace):
    tree.expand_all()
    workspace.do(add_unit, {"name": "Company 3", "parent_id": _id(tree, "Battalion")})
    assert tree.view.isExpanded(tree.model.index_of(_id(tree, "Battalion")))
    assert tree.footer.text() == "6 units"


def test_that_a_drop_is_announced_with_the_rows_and_their_target(tree, qtbot):
    company, brigade = _id(tree, "Company 0"), _id(tree, "Brigade")
    data = tree.model.mimeData([tree.model.index_of(company)])
    with qtbot.waitSignal(tree.rows_dropped) as signal:
        tree.model.dropMimeData(
            data, tree.model.supportedDropActions(), -1, 0, tree.model.index_of(brigade)
        )
    assert signal.args == [(company,), brigade, "into"]


def test_that_a_filter_opens_the_branches_of_its_hits(tree):
    tree.set_filter("company 2")
    assert tree.view.isExpanded(tree.model.index_of(_id(tree, "Battalion")))
    assert tree.footer.text() == "1 of 5 units"


def test_that_rows_that_stand_together_are_selected_as_one_range(tree):
    tree.expand_all()
    ids = [row.id for row in tree.rows_shown()]
    tree.select(reversed(ids))
    assert set(tree.selected_ids()) == set(ids)
    indexes = [tree.model.index_of(each) for each in ids]
    parents = {row.parent_id for row in tree.model.rows()}
    assert len(ranges_of(indexes)) == len(parents)
