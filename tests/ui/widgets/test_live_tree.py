"""The live tree model."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from exerciseplanner.ui.widgets.live_tree import LiveTree
from tests.ui.widgets.conftest import Thing


def _parent(row):
    return row.parent_id


@pytest.fixture
def model(things, themed):
    return LiveTree(things, _parent, movable=True)


def _shape(model, parent=None):
    parent = QModelIndex() if parent is None else parent
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found.append((index.data(), _shape(model, index)))
    return found


def _expected(rows):
    def below(key):
        return [(row.title, below(row.id)) for row in rows if row.parent_id == key]

    return below(None)


def _random_rows(rng):
    rows = []
    for n in rng.sample(range(14), rng.randint(3, 14)):
        parent = rng.choice([None, *(row.id for row in rows)])
        rows.append(Thing(str(n), f"Thing {n} {rng.randint(0, 3)}", n, parent))
    return rows


def test_that_the_model_keeps_qts_rules_while_rows_come_go_and_change_parents(model, qtmodeltester):
    qtmodeltester.check(model)
    rng = random.Random(3)
    for _ in range(60):
        rows = _random_rows(rng)
        model.set_rows(rows)
        assert _shape(model) == _expected(rows)


def test_that_a_row_that_changes_its_parent_is_moved_and_not_made_anew(model):
    rows = [
        Thing("a", "A"),
        Thing("b", "B"),
        Thing("c", "C", None, "a"),
        Thing("d", "D", None, "c"),
    ]
    model.set_rows(rows)
    held = QPersistentModelIndex(model.index_of("c"))
    model.set_rows([*rows[:2], rows[2]._replace(parent_id="b"), rows[3]])
    assert held.isValid()
    assert held.parent().data() == "B"
    assert _shape(model) == [("A", []), ("B", [("C", [("D", [])])])]


def test_that_removing_a_parent_keeps_children_that_found_another(model):
    model.set_rows([Thing("a", "A"), Thing("b", "B", None, "a")])
    model.set_rows([Thing("b", "B")])
    assert _shape(model) == [("B", [])]


def test_that_rows_whose_parents_go_in_circles_are_still_shown(model):
    model.set_rows(
        [Thing("a", "A", None, "b"), Thing("b", "B", None, "a"), Thing("c", "C", None, "?")]
    )
    assert len(model.shown()) == 3


def test_that_a_filter_keeps_what_a_hit_is_part_of(model):
    model.set_rows(
        [Thing("a", "Brigade"), Thing("b", "Company", None, "a"), Thing("c", "Other", None, "a")]
    )
    model.set_filter("company")
    assert _shape(model) == [("Brigade", [("Company", [])])]
    assert model.hits == 1


def test_that_a_drop_says_what_goes_where_and_moves_nothing_itself(model, qtbot):
    model.set_rows([Thing("a", "A"), Thing("b", "B"), Thing("c", "C")])
    data = model.mimeData([model.index_of("c"), model.index_of("c", 1)])
    with qtbot.waitSignal(model.dropped) as signal:
        model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, model.index_of("a"))
    assert signal.args == [("c",), "a", "into"]
    with qtbot.waitSignal(model.dropped) as signal:
        model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert signal.args == [("c",), "b", "before"]
    assert _shape(model) == [("A", []), ("B", []), ("C", [])]
