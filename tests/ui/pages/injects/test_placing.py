"""What a drop or a step means is decided without any window."""

from __future__ import annotations

from exerciseplanner.ui.pages.injects.placing import Move, Resequence, dropped, stepped
from exerciseplanner.workspace.queries.script import LOOSE, ScriptRow

_BLANK = dict.fromkeys(ScriptRow._fields, "")


def row(row_id, level, parent=None):
    strand = row_id if level not in ("inject", "loose") else parent
    named = {"id": row_id, "level": level, "parent_id": parent}
    return ScriptRow(**{**_BLANK, **named, "strand_id": None if strand == LOOSE else strand})


ROWS = {
    each.id: each
    for each in (
        row("s1", "storyline"),
        row("e1", "event", "s1"),
        row("i1", "inject", "e1"),
        row("i2", "inject", "e1"),
        row("i3", "inject", "e1"),
        row("e2", "event", "s1"),
        row("s2", "storyline"),
        row(LOOSE, "loose"),
        row("f1", "inject", LOOSE),
    )
}


def test_that_injects_dropped_among_their_like_are_played_in_that_order():
    assert dropped(ROWS, ["i3"], "i1", "before") == Resequence(("i3", "i1", "i2"))
    assert dropped(ROWS, ["i1", "i2"], "i3", "after") == Resequence(("i3", "i1", "i2"))


def test_that_an_inject_dropped_elsewhere_moves_there():
    assert dropped(ROWS, ["i1"], "e2", "into") == Move(("i1",), "e2")
    assert dropped(ROWS, ["f1"], "i2", "into") == Move(("f1",), "e1")
    assert dropped(ROWS, ["f1"], "i2", "before") == Move(("f1",), "e1")


def test_that_the_ground_and_the_loose_row_take_injects_out_of_their_strand():
    assert dropped(ROWS, ["i1"], None, "into") == Move(("i1",), None)
    assert dropped(ROWS, ["i1"], LOOSE, "into") == Move(("i1",), None)
    assert dropped(ROWS, ["i1"], "f1", "after") == Move(("i1",), None)


def test_that_strands_dropped_beside_their_like_are_arranged():
    assert dropped(ROWS, ["e2"], "e1", "before") == Move(("e2",), "s1", ("e2", "e1"))
    assert dropped(ROWS, ["s1"], "s2", "into") == Move(("s1",), None, ("s2", "s1"))
    assert dropped(ROWS, ["e1"], "s2", "into") == Move(("e1",), "s2")


def test_that_the_row_that_only_groups_is_never_moved():
    assert dropped(ROWS, [LOOSE, "i1"], "e2", "into") == Move(("i1",), "e2")
    assert stepped(ROWS, LOOSE, 1) is None


def test_that_a_step_stays_among_siblings():
    assert stepped(ROWS, "i1", -1) is None
    assert stepped(ROWS, "i1", 1) == Resequence(("i2", "i1"))
    assert stepped(ROWS, "i3", -1) == Resequence(("i3", "i2"))
    assert stepped(ROWS, "e2", -1) == Move(("e2",), "s1", ("e2", "e1"))
    assert stepped(ROWS, "e2", 1) is None
