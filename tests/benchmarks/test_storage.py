"""Reading and editing a plan of ten thousand injects, against sqlite3 alone."""

from __future__ import annotations

import itertools

from exerciseplanner.workspace.operations.injects import edit_injects
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.injects import InjectRow, injects
from exerciseplanner.workspace.queries.search import search
from tests.benchmarks.conftest import PLANNED, many_injects
from tests.workspace.plans import begun, ids


def test_listing_every_inject_as_frozen_rows(plan, bare, race):
    names = ",".join(f'"{name}"' for name in InjectRow._fields)
    race.ratio(
        "list 10,000 injects as frozen rows",
        lambda: plan.ask(injects),
        lambda: bare.execute(f"SELECT {names} FROM inject").fetchall(),
        limit=3,
        rounds=15,
        floor_is="sqlite3 reading the same columns",
    )
    assert len(plan.ask(injects)) == PLANNED


def test_one_edit_with_its_step_its_commit_and_its_notice(plan, bare, race):
    chosen = ids(plan, "inject")
    rows = itertools.cycle(chosen)
    bare_rows = itertools.cycle(chosen)
    titles = (f"Worded anew {number}" for number in itertools.count())
    heard = []
    plan.subscribe(heard.append)

    def transaction():
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE inject SET title=? WHERE id=?", (next(titles), next(bare_rows)))
        bare.execute("COMMIT")

    race.ratio(
        "one edit of one inject in that plan",
        lambda: plan.do(edit_injects, [next(rows)], {"title": next(titles)}),
        transaction,
        limit=3,
        rounds=400,
        floor_is="a bare sqlite3 transaction writing the same row",
    )
    assert len(heard) == 401


def test_taking_in_five_thousand_rows(tmp_path, race):
    workspace = begun(tmp_path)
    intake = many_injects(5000)

    def begun_again():
        workspace.undo()

    race.seconds(
        "take in 5,000 injects",
        lambda: workspace.do(take_in, intake),
        limit=3,
        rounds=3,
        setup=begun_again,
    )
    workspace.close()


def test_undoing_an_import_of_five_thousand_rows(tmp_path, race):
    workspace = begun(tmp_path)
    intake = many_injects(5000)

    def taken_in():
        assert workspace.do(take_in, intake).count("added") == 5000

    race.seconds("undo an import of 5,000 rows", workspace.undo, limit=1, rounds=5, setup=taken_in)
    assert workspace.ask(injects) == ()
    workspace.close()


def test_searching_again_after_one_edit(plan, race):
    assert len(plan.ask(search, "tromso")) == 50
    rows = itertools.cycle(ids(plan, "inject"))

    def edited():
        plan.do(edit_injects, [next(rows)], {"note": "the needle"})

    race.seconds(
        "search that plan after an edit",
        lambda: plan.ask(search, "needle"),
        limit=0.05,
        rounds=20,
        setup=edited,
    )


def test_checking_the_whole_file(plan, race):
    race.seconds("verify that plan", plan.verify, limit=5, rounds=3)
    assert plan.verify().sound
