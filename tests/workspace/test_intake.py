"""Taking in what an importer read: what is new, what differs, what stays, and one undo for all."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.injects import add_inject, edit_injects, remove_injects
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.queries.intake import dry_run
from exerciseplanner.workspace.queries.records import record
from exerciseplanner.workspace.queries.storylines import strands
from tests.workspace.plans import content, first, fresh, ids, small_intake


@pytest.fixture
def workspace(tmp_path):
    """An exercise that has just begun, open."""
    opened = fresh(tmp_path)
    yield opened
    opened.close()


def intake(*rows, source="plan.xlsx"):
    """An intake of rows."""
    return Intake(source, "test", rows)


def inject(key, links=None, **values):
    """One proposed inject."""
    return Proposed("inject", key, f"row {key}", {"title": f"Inject {key}", **values}, links or {})


def fates(weighing):
    """What became of each row, in order."""
    return [row.what for row in weighing.rows]


def doubts(weighing):
    """Every doubt as one text."""
    return " ".join(each.message for each in weighing.doubts)


def stored(workspace, row_id):
    """An inject as it stands."""
    return workspace.ask(record, "inject", row_id)


def test_that_a_dry_run_says_what_the_import_then_does_and_changes_nothing(workspace):
    before = workspace.path.read_bytes()
    dry = workspace.ask(dry_run, small_intake())
    assert workspace.path.read_bytes() == before
    done = workspace.do(take_in, small_intake())
    assert fates(dry) == fates(done) == ["added"] * len(small_intake().rows)
    assert [row.said["title"] for row in done.rows if row.proposed.noun == "inject"] == [
        "Inject 1",
        "Inject 2",
        "Inject 3",
    ]


def test_that_one_undo_takes_an_import_back_and_redo_brings_it_again(workspace):
    before = content(workspace)
    workspace.do(take_in, small_intake())
    after = content(workspace)
    assert workspace.undo_label == "Import"
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == after


def test_that_the_same_file_again_is_all_the_same_and_no_step(workspace):
    workspace.do(take_in, small_intake())
    head = workspace.head
    again = workspace.do(take_in, small_intake())
    assert set(fates(again)) == {"same"}
    assert workspace.head == head


def test_that_a_row_is_known_again_by_its_key_and_only_what_the_source_changed_is_taken(workspace):
    workspace.do(take_in, intake(inject("1", note="old", start=60)))
    (row_id,) = ids(workspace, "inject")
    workspace.do(edit_injects, [row_id], {"title": "The planner's title"})
    done = workspace.do(take_in, intake(inject("1", note="new", start=60)))
    assert fates(done) == ["changed"]
    assert [(each.field, each.taken) for each in done.rows[0].differences] == [("note", True)]
    row = stored(workspace, row_id)
    assert (row["title"], row["note"], row["start"]) == ("The planner's title", "new", 60)


def test_that_what_both_sides_changed_stays_and_is_told_until_somebody_decides(workspace):
    workspace.do(take_in, intake(inject("1", note="old")))
    (row_id,) = ids(workspace, "inject")
    workspace.do(edit_injects, [row_id], {"note": "the planner's"})
    source = intake(inject("1", note="the source's"))
    done = workspace.do(take_in, source)
    assert fates(done) == ["kept"]
    (difference,) = done.rows[0].differences
    assert (difference.before, difference.after) == ("the planner's", "the source's")
    assert not difference.taken
    assert stored(workspace, row_id)["note"] == "the planner's"
    head = workspace.head
    assert fates(workspace.do(take_in, source)) == ["kept"]
    assert workspace.head == head
    workspace.do(take_in, source, overwrite=True)
    assert stored(workspace, row_id)["note"] == "the source's"
    assert fates(workspace.do(take_in, source)) == ["same"]


def test_that_a_link_to_what_came_with_an_earlier_part_of_the_source_holds(workspace):
    party = Proposed("participant", "north", "row 1", {"code": "NOR", "name": "Norway"})
    workspace.do(take_in, intake(party))
    unit = Proposed(
        "unit", "bde", "row 2",
        {"name": "Brigade North", "participant_id": Link("participant", "north")},
    )  # fmt: skip
    later = workspace.do(take_in, intake(unit))
    assert doubts(later) == ""
    bde = workspace.ask(record, "unit", first(workspace, "unit"))
    assert bde["participant_id"] == first(workspace, "participant")
    stranger = workspace.ask(dry_run, intake(unit, source="other.xlsx"))
    assert "There is no participant “north”." in doubts(stranger)


def test_that_what_the_planner_emptied_is_not_filled_again_silently(workspace):
    workspace.do(take_in, intake(inject("1", note="old")))
    (row_id,) = ids(workspace, "inject")
    workspace.do(edit_injects, [row_id], {"note": ""})
    assert fates(workspace.do(take_in, intake(inject("1", note="new")))) == ["kept"]
    assert stored(workspace, row_id)["note"] == ""


def test_that_the_source_wins_where_the_planner_says_so(workspace):
    workspace.do(take_in, intake(inject("1", note="old", start=60)))
    (row_id,) = ids(workspace, "inject")
    workspace.do(edit_injects, [row_id], {"note": "the planner's", "start": 90})
    source = intake(inject("1", note="the source's", start=60))
    assert fates(workspace.ask(dry_run, source, overwrite=True)) == ["changed"]
    workspace.do(take_in, source, overwrite=True)
    row = stored(workspace, row_id)
    assert (row["note"], row["start"]) == ("the source's", 90), "60 is not news from the source"


def test_that_a_row_of_the_plan_is_known_by_its_code_and_only_its_gaps_are_filled(workspace):
    row_id = workspace.do(add_inject, {"title": "Mine", "serial": "SL1-001"})
    done = workspace.do(take_in, intake(inject("7", serial="sl1-001", note="from the file")))
    assert fates(done) == ["changed"]
    assert ids(workspace, "inject") == [row_id]
    row = stored(workspace, row_id)
    assert (row["title"], row["note"], row["serial"]) == ("Mine", "from the file", "SL1-001")
    assert {each.field for each in done.rows[0].differences if not each.taken} == {
        "title",
        "serial",
    }


def test_that_two_rows_of_a_source_never_become_one_row_of_the_plan(workspace):
    workspace.do(add_inject, {"title": "Mine", "serial": "A-1"})
    done = workspace.do(take_in, intake(inject("1", serial="A-1"), inject("2", serial="A-1")))
    assert fates(done) == ["kept", "added"]
    assert "A-1 belongs to another row" in doubts(done)
    assert len({row.serial for row in workspace.ask(injects)}) == 2
    again = workspace.do(take_in, intake(inject("1", serial="A-1"), inject("2", serial="A-1")))
    assert fates(again) == ["kept", "same"]
    assert len(ids(workspace, "inject")) == 2


def test_that_a_serial_that_another_row_has_is_not_taken_over(workspace):
    workspace.do(take_in, intake(inject("1", serial="A-1"), inject("2", serial="A-2")))
    done = workspace.do(take_in, intake(inject("1", serial="A-2"), inject("2", serial="A-2")))
    assert fates(done) == ["kept", "same"]
    assert "A-2 belongs to another row" in doubts(done)
    assert sorted(row.serial for row in workspace.ask(injects)) == ["A-1", "A-2"]


def test_that_a_key_that_comes_twice_is_refused_the_second_time(workspace):
    done = workspace.do(take_in, intake(inject("1"), inject("1"), inject("2")))
    assert fates(done) == ["added", "refused", "added"]
    assert "“1” twice" in done.rows[1].message


def test_that_a_row_that_lacks_what_it_needs_is_refused_and_the_others_come_in(workspace):
    done = workspace.do(
        take_in,
        intake(
            inject("1", title=""),
            inject("2"),
            Proposed("criterion", "c", "row 3", {"title": "x"}),
            Proposed(
                "criterion", "d", "row 4", {"title": "x", "objective_id": Link("objective", "?")}
            ),
            Proposed("threat", "t", "row 5", {"title": "x", "no_such_field": 1}),
            Proposed("side", "s", "row 6", {"name": "Blue", "external_id": "a\x00b"}),
        ),
    )
    assert fates(done) == ["refused", "added", *["refused"] * 4]
    assert done.rows[0].message == "Title is missing."
    assert done.rows[3].message == "Objective is missing."


def test_that_what_leans_on_a_refused_row_is_told_and_comes_in_without_it(workspace):
    done = workspace.do(
        take_in,
        intake(
            Proposed("objective", "TO", "row 1", {"code": "TO", "title": ""}),
            Proposed(
                "criterion", "c", "row 2", {"title": "x", "objective_id": Link("objective", "TO")}
            ),
            inject("1", {"objectives": (Link("objective", "TO"),)}),
        ),
    )
    assert fates(done) == ["refused", "refused", "added"]
    assert "There is no objective “TO”." in doubts(done)
    assert workspace.verify().sound


def test_that_a_value_outside_its_choices_is_left_empty_with_a_doubt(workspace):
    done = workspace.do(take_in, intake(inject("1", means="pigeon", latitude=100, start="soon")))
    assert fates(done) == ["added"]
    assert len(done.doubts) == 3
    assert "“pigeon” is not understood" in doubts(done)
    row = stored(workspace, first(workspace, "inject"))
    assert (row["means"], row["latitude"], row["start"]) == ("", None, None)


def test_that_links_reach_rows_of_the_intake_and_rows_of_the_plan_by_their_code(workspace):
    workspace.do(take_in, small_intake("before"))
    done = workspace.do(
        take_in,
        intake(
            inject(
                "9",
                {
                    "objectives": (Link("objective", "to-1", match="code"),),
                    "units": (Link("unit", "x"), Link("unit", "new")),
                },
                strand_id=Link("strand", "SL01", match="serial"),
            ),
            Proposed("unit", "new", "row 2", {"name": "New"}),
        ),
    )
    assert done.doubts[0].message == "There is no unit “x”."
    row = stored(workspace, done.rows[0].row_id)
    assert row["objectives"] == (first(workspace, "objective"),)
    assert row["units"] == (ids(workspace, "unit")[-1],)
    assert row["strand_id"] == first(workspace, "strand")


def test_that_a_name_that_several_rows_have_is_doubted(workspace):
    for _ in range(2):
        workspace.do(VERBS["unit"].add, {"name": "Recce"})
    link = Link("unit", "Recce", match="name")
    done = workspace.do(take_in, intake(inject("1", {"units": (link,)})))
    assert doubts(done) == "There are 2 units “Recce”; the first was taken."
    assert stored(workspace, done.rows[0].row_id)["units"] == (ids(workspace, "unit")[0],)


def linked(*names):
    """An inject linked to units by name, with the units."""
    units = [Proposed("unit", name, f"unit {name}", {"name": name}) for name in ("A", "B", "C")]
    return intake(*units, inject("1", {"units": tuple(Link("unit", name) for name in names)}))


def test_that_links_of_both_sides_are_kept_and_only_the_sources_own_are_taken_away(workspace):
    workspace.do(take_in, linked("A", "B"))
    a, b, c = ids(workspace, "unit")
    row_id = first(workspace, "inject")
    own = workspace.do(VERBS["unit"].add, {"name": "Planner's own"})
    workspace.do(edit_injects, [row_id], {"units": [b, own]})  # takes A away, adds another
    assert set(fates(workspace.do(take_in, linked("A", "B")))) == {"same"}
    assert set(stored(workspace, row_id)["units"]) == {b, own}
    done = workspace.do(take_in, linked("A", "C"))
    assert done.rows[-1].what == "changed"
    assert set(stored(workspace, row_id)["units"]) == {c, own}
    workspace.undo()
    assert set(stored(workspace, row_id)["units"]) == {b, own}
    workspace.do(take_in, linked("A", "C"), overwrite=True)
    assert set(stored(workspace, row_id)["units"]) == {a, c}


def test_that_rows_missing_from_a_later_edition_stay_and_are_named(workspace):
    workspace.do(take_in, intake(inject("A"), inject("B"), inject("C")))
    later = workspace.do(take_in, intake(inject("A"), inject("D")))
    (said,) = later.doubts
    assert said.message == (
        "2 injects that came before are not in it any more, and left as they stand: "
        "Inject B and Inject C."
    )
    assert len(ids(workspace, "inject")) == 4
    workspace.do(remove_injects, [ids(workspace, "inject")[1]])
    assert "Inject C and Inject D." in doubts(workspace.ask(dry_run, intake(inject("A"))))
    assert "Inject B" not in doubts(workspace.ask(dry_run, intake(inject("A"))))
    assert not doubts(workspace.ask(dry_run, intake(inject("A"), source="other.xlsx")))


def test_that_a_row_that_the_planner_removed_comes_again_as_new(workspace):
    workspace.do(take_in, intake(inject("1"), inject("2")))
    workspace.do(remove_injects, ids(workspace, "inject")[:1])
    assert fates(workspace.ask(dry_run, intake(inject("1"), inject("2")))) == ["added", "same"]


def test_that_children_may_stand_before_their_parents_and_are_numbered_after_them(workspace):
    def strand(key, kind, above=None):
        values = {"title": key, "kind": kind}
        if above:
            values["parent_id"] = Link("strand", above)
        return Proposed("strand", key, key, values)

    workspace.do(
        take_in,
        intake(
            inject("i", strand_id=Link("strand", "incident")),
            strand("incident", "incident", "event"),
            strand("event", "event", "story"),
            strand("story", "storyline"),
            strand("story 2", "storyline"),
        ),
    )
    serials = {row.title: row.serial for row in workspace.ask(strands)}
    assert serials == {
        "incident": "SL01-E01-I01",
        "event": "SL01-E01",
        "story": "SL01",
        "story 2": "SL02",
    }
    assert workspace.ask(injects)[0].serial == "SL01-E01-I01-001"


def test_that_rows_that_would_be_part_of_themselves_are_put_at_the_top(workspace):
    def unit(key, above):
        return Proposed("unit", key, key, {"name": key, "parent_id": Link("unit", above)})

    done = workspace.do(take_in, intake(unit("a", "b"), unit("b", "c"), unit("c", "a")))
    assert fates(done) == ["added"] * 3
    assert "cannot be part of itself" in doubts(done)
    above = {row["name"]: row["parent_id"] for row in all_units(workspace)}
    assert sum(value is None for value in above.values()) == 1
    assert fates(workspace.do(take_in, intake(unit("d", "d")))) == ["added"]
    assert all_units(workspace)[-1]["parent_id"] is None


def all_units(workspace):
    """Every unit with its fields."""
    return [workspace.ask(record, "unit", row_id) for row_id in ids(workspace, "unit")]


def test_that_an_import_may_change_the_exercise_itself(workspace):
    source = intake(Proposed("exercise", "exercise", "cover", {"name": "Renamed", "aim": "Test"}))
    done = workspace.do(take_in, source)
    assert ids(workspace, "exercise") == ["exercise"]
    taken = {each.field: each.taken for each in done.rows[0].differences}
    assert taken == {"name": False, "aim": True}


def many(count, note="", first_row=0):
    """An intake of many injects, as a spreadsheet gives them."""
    return intake(
        *(
            inject(
                str(number),
                start=number * 5,
                duration=15,
                sender="HICON",
                cell="Grey cell",
                addressees="Brigade North",
                message=f"At {number} the cable was cut near Tromsø. " * 4,
                expected_action="The brigade reports and re-routes.",
                note=note,
            )
            for number in range(first_row, first_row + count)
        )
    )


def test_that_five_thousand_rows_come_in_change_and_go(workspace):
    for source, fate in ((many(5000), "added"), (many(5000, "new"), "changed")):
        done = workspace.do(take_in, source)
        assert done.count(fate) == 5000
    for _ in range(2):
        workspace.undo()
    assert workspace.ask(injects) == ()
    assert workspace.verify().sound
