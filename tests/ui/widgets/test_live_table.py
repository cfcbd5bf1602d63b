"""The live table model."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets.columns import ColumnSpec
from exerciseplanner.ui.widgets.live_table import LiveTable
from tests.ui.widgets.conftest import Thing


@pytest.fixture
def model(things, themed):
    return LiveTable(things)


def _titles(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_that_the_model_keeps_qts_rules_through_every_kind_of_change(model, qtmodeltester):
    qtmodeltester.check(model)
    rng = random.Random(7)
    for _ in range(30):
        rows = [Thing(str(n), f"Thing {rng.randint(0, 50)}", n) for n in range(12)]
        rng.shuffle(rows)
        model.set_rows(rows[: rng.randint(0, 12)])
        model.set_sorting(rng.choice([(), (("title", False),), (("number", True),)]))
        model.set_filter(rng.choice(["", "1", "thing 2"]))


def test_that_a_refresh_keeps_hold_of_rows_that_moved(model):
    rows = [Thing(str(n), f"Thing {n}", n) for n in range(10)]
    model.set_rows(rows)
    held = QPersistentModelIndex(model.index(7, 0))
    model.set_rows([rows[7], *rows[2:7], Thing("new", "New")])
    assert (held.isValid(), held.row(), held.data()) == (True, 0, "Thing 7")


def test_that_only_the_rows_that_changed_are_announced(model, qtbot):
    rows = [Thing(str(n), f"Thing {n}", n) for n in range(5)]
    model.set_rows(rows)
    changed = [*rows]
    changed[3] = changed[3]._replace(title="Other")
    with qtbot.waitSignal(model.dataChanged) as signal:
        model.set_rows(changed)
    assert [signal.args[0].row(), signal.args[1].row()] == [3, 3]


def test_that_a_removed_row_is_let_go_of(model):
    model.set_rows([Thing("a", "A"), Thing("b", "B")])
    held = QPersistentModelIndex(model.index(0, 0))
    model.set_rows([Thing("b", "B")])
    assert not held.isValid()


def test_that_rows_without_a_value_stand_last_in_either_direction(model):
    model.set_rows([Thing("a", "A", 2), Thing("b", "B", None), Thing("c", "C", 10)])
    model.set_sorting((("number", False),))
    assert _titles(model) == ["A", "C", "B"]
    model.set_sorting((("number", True),))
    assert _titles(model) == ["C", "A", "B"]


def test_that_numbers_inside_names_sort_as_numbers(model):
    model.set_rows([Thing("a", "SL10"), Thing("b", "SL2"), Thing("c", "sl3")])
    model.set_sorting((("title", False),))
    assert _titles(model) == ["SL2", "sl3", "SL10"]


def test_that_every_word_of_a_filter_must_be_found_in_any_order(model):
    model.set_rows([Thing("a", "Cable cut at sea"), Thing("b", "Sea mine"), Thing("c", "Cable")])
    model.set_filter("SEA cable")
    assert _titles(model) == ["Cable cut at sea"]


def test_that_a_refused_value_is_announced_and_not_taken(things, themed, qtbot):
    def refuse(ids, field, value):
        raise Refusal("No.")

    model = LiveTable(things, commit=refuse)
    model.set_rows([Thing("a", "A")])
    with qtbot.waitSignal(model.refused) as signal:
        assert not model.setData(model.index(0, 0), "B")
    assert signal.args[0] == ("a",)
    assert _titles(model) == ["A"]


def test_that_only_editable_columns_can_be_edited(things, themed):
    model = LiveTable(things, commit=lambda *_: None)
    model.set_rows([Thing("a", "A")])
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable


def test_that_ten_thousand_rows_are_filtered_with_every_keystroke(themed, qtbot):
    columns = tuple(ColumnSpec(name, name) for name in ("title", "number"))
    model = LiveTable(columns)
    model.set_rows([Thing(str(n), f"Inject number {n} about cables", n) for n in range(10_000)])
    qtbot.waitUntil(lambda: not model._reader.isActive(), timeout=5000)
    shown = []
    for text in ("9", "99", "999", "99", ""):
        model.set_filter(text)
        shown.append(model.rowCount())
    assert shown[0] > shown[1] > shown[2] == 19
    assert shown[3:] == [shown[1], 10_000]
