"""The filter box, the chips and saved filters narrow the list together."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages.injects.facets import plain, read
from exerciseplanner.ui.pages.injects.saved_filters import SavedFilters
from exerciseplanner.ui.widgets.settings import Settings


def facet(page, name):
    return next(each for each in page._facets if each.name == name)


def labels(page, name):
    rows = [row for row in page.view.model.rows() if row.level == "inject"]
    return [(option.label, option.detail) for option in facet(page, name).options(rows)]


def injects(page):
    return [row.serial for row in page.view.rows_shown() if row.level == "inject"]


def test_that_each_facet_offers_what_occurs_with_its_count(page):
    assert labels(page, "day") == [
        ("STARTEX  ·  Mon 14 Sep", "3"),
        ("STARTEX+1  ·  Tue 15 Sep", "1"),
    ]
    assert labels(page, "state") == [("Draft", "4"), ("Closed", "1")]
    assert ("No storyline", "1") in labels(page, "storyline")
    assert labels(page, "objective") == [("TO-1 Keep command", "2"), ("TO-10 Keep moving", "2")]
    assert labels(page, "cell") == [("HICON", "1"), ("LOCON", "2"), ("No cell", "2")]


@pytest.mark.parametrize("view", ["tree", "table"])
def test_that_chips_and_words_combine(page, view):
    page.show_view(view)
    page.bar.choose({"cell": frozenset({"LOCON"})})
    assert sorted(injects(page)) == ["A1", "A2"]
    page.bar.choose({"cell": frozenset({"LOCON"}), "state": frozenset({"closed"})})
    assert injects(page) == ["A2"]
    page.bar.choose({"cell": frozenset({"LOCON", "HICON"})})
    page.apply_filter("who cut")
    assert injects(page) == ["A3"]
    page.apply_filter("")
    page.bar.clear()
    assert len(injects(page)) == 5


def test_that_a_narrowed_tree_still_says_where_each_inject_belongs(page, shown):
    page.bar.choose({"state": frozenset({"closed"})})
    assert shown(page) == ["SL01", "SL01-E01", "SL01-E01-I01", "A2"]
    assert page.view.footer.text() == "1 of 5 injects"
    assert page.headline == "1 of 5 injects"


def test_that_gaps_are_offered_only_where_there_are_some(page):
    chips = page.bar._chips
    assert chips["no_time"].text() == "No time  1"
    assert chips["no_objective"].text() == "No objective  2"
    page.bar.choose({"no_objective": frozenset({"yes"})})
    assert injects(page) == ["A3", "F1"]
    page.context.workspace.do(_reschedule(), [injects_by(page)["F1"]], 5)
    assert chips["no_time"].isHidden()


def test_that_a_chip_says_what_it_narrows_to(page):
    page.bar.choose({"state": frozenset({"closed", "draft"})})
    assert page.bar._chips["state"].text() == "State: Draft +1"
    assert page.bar._chips["state"].isChecked()
    assert not page.bar._chips["cell"].isChecked()


def test_that_the_text_filter_holds_when_the_view_is_switched(page):
    page.apply_filter("crane falls")
    page.show_view("table")
    assert injects(page) == ["B1"]


def test_that_a_saved_filter_comes_back_and_can_be_forgotten():
    saved = SavedFilters(Settings(None, kept=False))
    chosen = {"state": frozenset({"closed"}), "day": frozenset({"1", "2"})}
    saved.save("Day one", chosen)
    assert saved.every() == {"Day one": chosen}
    saved.forget("Day one")
    assert saved.every() == {}
    with pytest.raises(Refusal):
        saved.save("", chosen)


def test_that_what_is_no_saved_filter_is_read_as_none():
    assert read("nonsense") == {}
    assert read({"state": 3, "day": ["1"]}) == {"day": frozenset({"1"})}
    assert plain({"state": frozenset()}) == {}


def _reschedule():
    from exerciseplanner.workspace.operations.injects import reschedule_injects

    return reschedule_injects


def injects_by(page):
    return {row.serial: row.id for row in page.view.model.rows()}
