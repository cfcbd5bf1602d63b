"""Many rows at once become what each alone would: none is lost, none is twice, each is recorded."""

from __future__ import annotations

import gc
from uuid import UUID

import pytest

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.workspace.collection import put_off
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.ids import new_ids
from exerciseplanner.workspace.operation import Operation
from exerciseplanner.workspace.operations.intake import take_in
from tests.workspace.plans import fresh

UNIT = METADATA.tables["unit"]


def test_that_many_ids_are_all_different_random_and_in_order():
    ids = new_ids(1000)
    assert len(set(ids)) == 1000
    assert list(ids) == sorted(ids)
    assert {UUID(each).version for each in ids} == {4}
    assert {UUID(each).variant for each in ids} == {UUID(int=0x8 << 60).variant}
    assert not new_ids(0)


@pytest.mark.parametrize("count", [1, 15, 16, 17, 32, 50])
def test_that_rows_written_together_are_all_there_and_each_is_undone(tmp_path, count):
    workspace = fresh(tmp_path)

    def add(desk: Desk) -> None:
        desk.add_all(UNIT, [{"id": f"u{at:03}", "name": f"Unit {at}"} for at in range(count)])

    def names(desk: Desk) -> list[tuple[str, str]]:
        return [tuple(row) for row in desk.plain("SELECT id, name FROM unit ORDER BY rowid")]

    heard = []
    workspace.subscribe(heard.append)
    workspace.do(Operation("Add", add))
    with workspace._database.reading() as connection:
        found = names(Desk(connection))
    assert found == [(f"u{at:03}", f"Unit {at}") for at in range(count)]
    assert heard[0].touched == {"unit": frozenset(row[0] for row in found)}
    assert workspace.verify().sound
    workspace.undo()
    with workspace._database.reading() as connection:
        assert names(Desk(connection)) == []
    assert workspace.verify().sound
    workspace.close()


def test_that_each_loop_among_many_is_cut_once(tmp_path):
    workspace = fresh(tmp_path)
    above = {"a": "b", "b": "c", "c": "a", "d": "c", "e": "f", "f": None, "g": "g"}
    rows = tuple(
        Proposed(
            "unit",
            key,
            key,
            {"name": key} | ({"parent_id": Link("unit", upper)} if upper else {}),
        )
        for key, upper in above.items()
    )
    weighing = workspace.do(take_in, Intake("loops", "test", rows))
    said = [doubt.place for doubt in weighing.doubts]
    assert said == ["a", "g"]
    assert workspace.verify().sound
    workspace.close()


def test_that_the_search_put_off_is_taken_up_again_even_after_an_error():
    def fail() -> None:
        with put_off():
            with put_off():
                assert not gc.isenabled()
            assert not gc.isenabled()
            raise ValueError("x")

    assert gc.isenabled()
    with pytest.raises(ValueError, match="x"):
        fail()
    assert gc.isenabled()
