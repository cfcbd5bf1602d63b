"""The Interoperability page on real exercises."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from exerciseplanner.domain.interoperability_marks import Mark
from exerciseplanner.ui.pages.interoperability.cell_panel import CaseCard
from exerciseplanner.ui.pages.interoperability.matrix_grid import MatrixGrid
from exerciseplanner.ui.widgets.popovers import AskChoice
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.forces import units
from exerciseplanner.workspace.queries.interoperability import cases, standards
from exerciseplanner.workspace.queries.interoperability_plan import interoperability_plan
from exerciseplanner.workspace.queries.interoperability_scopes import Party
from exerciseplanner.workspace.queries.means import systems
from exerciseplanner.workspace.queries.participants import participants


def results(window):
    return {row.code: row for row in window.session.workspace.ask(interoperability_plan)}


def parties(window):
    return {row.code: row.id for row in window.session.workspace.ask(participants)}


def column(view, name):
    return next(each for each in view.model.columns if each.name == name)


@pytest.fixture
def sample(opened):
    return opened("sample", "interoperability")


@pytest.fixture
def page(sample, page_of):
    return page_of(sample)


def chosen(page, window, provider, consumer):
    ids = parties(window)
    page.matrix.choose(ids[provider], ids[consumer])
    return page.matrix.cell


def test_that_the_matrix_letters_every_cell_that_has_cases(sample, page):
    ids = parties(sample)
    grid = page.matrix.grid
    assert grid.mark_at(ids["NOR"], ids["DEU"]) == Mark("LS", "weak", True)
    assert grid.mark_at(ids["NCIA"], ids["GRID"]) == Mark("S", "good")
    assert grid.mark_at(ids["JOR"], ids["NOR"]) == Mark("!", "worst")
    assert grid.mark_at(ids["IHO"], ids["NOR"]).text == "·"


def test_that_another_reading_shows_coverage_and_what_is_expected(sample, page):
    ids = parties(sample)
    reading = page.matrix.reading
    reading.setCurrentIndex(reading.findData("coverage"))
    assert page.matrix.grid.mark_at(ids["NOR"], ids["DEU"]).text == "2/2"
    reading.setCurrentIndex(reading.findData("expected"))
    assert page.matrix.grid.mark_at(ids["NOR"], ids["DEU"]) == Mark("D", "good")
    assert page.matrix.grid.mark_at(ids["JOR"], ids["NOR"]) == Mark("?", "worst")


def test_that_filters_leave_only_their_cases(sample, page):
    ids = parties(sample)
    page.matrix.domain.setCurrentIndex(page.matrix.domain.findData("Cyber"))
    assert page.matrix.grid.mark_at(ids["NOR"], ids["DEU"]).text == "!"
    assert page.matrix.grid.mark_at(ids["NCIA"], ids["GRID"]).text == "S"


def test_that_the_filter_leaves_whom_it_names_and_with_whom_something_is_planned(sample, page):
    everybody = page.matrix.grid.layout_now.wide
    page.apply_filter("jor")
    codes = {row.id: row.code for row in page.matrix.matrix.parties}
    page.matrix.grid.choose(*(parties(sample)[code] for code in ("JOR", "NOR")))
    assert [codes[each] for each in page.matrix.grid.pair()] == ["JOR", "NOR"]
    assert page.matrix.grid.layout_now.wide > everybody
    page.apply_filter("zzz")
    assert not page.matrix.grid.isVisibleTo(page)


def test_that_a_corner_is_explained_where_there_is_one(page):
    def said():
        return [
            each.text() for each in page.matrix._foot.findChildren(QLabel) if each.isVisibleTo(page)
        ]

    assert "Results do not fit" in said()
    page.matrix.dimension.setCurrentIndex(page.matrix.dimension.findData("procedural"))
    assert "Results do not fit" not in said()


def test_that_units_are_set_against_each_other_by_what_is_expected(page):
    page.matrix.reading.setCurrentIndex(page.matrix.reading.findData("expected"))
    page.matrix.scope.setCurrentIndex(page.matrix.scope.findData("unit"))
    codes = {each.code: each.id for each in page.matrix.matrix.parties}
    assert page.matrix.grid.mark_at(codes["1 (NOR) Bde"], codes["14 (POL) Bde"]).text == "G"


def test_that_a_cell_opens_its_cases_and_says_what_differs(sample, page):
    panel = chosen(page, sample, "NOR", "DEU")
    assert len(panel.findChildren(CaseCard)) == 2
    said = [each.text() for each in panel.findChildren(QLabel)]
    assert "NOR → DEU" in said
    assert "▲ Sides differ: NOR S, DEU LS." in said


def test_that_a_result_is_changed_in_the_cell_and_the_matrix_follows(sample, page):
    ids = parties(sample)
    panel = chosen(page, sample, "NOR", "DEU")
    card = next(each for each in panel.findChildren(CaseCard) if each._case.code == "TC-02")
    card.editors["result"].committed.emit("II")
    assert results(sample)["TC-02"].result == "II"
    assert page.matrix.grid.mark_at(ids["NOR"], ids["DEU"]).text == "II"
    assert page.matrix.grid.pair() == (ids["NOR"], ids["DEU"])


def test_that_arrows_move_from_cell_to_cell_and_say_what_it_stands_for(sample, page):
    ids = parties(sample)
    chosen(page, sample, "NOR", "DEU")
    QTest.keyClick(page.matrix.grid, Qt.Key.Key_Right)
    assert page.matrix.grid.pair() == (ids["NOR"], ids["GBR"])
    QTest.keyClick(page.matrix.grid, Qt.Key.Key_Left)
    assert page.matrix.grid.accessibleDescription().startswith("NOR to DEU\n2 of 2 tested")


def test_that_a_click_chooses_the_cell_under_the_pointer(sample, page):
    ids = parties(sample)
    grid = page.matrix.grid
    place = [row.id for row in page.matrix.matrix.parties]
    rect = grid.cell_rect(place.index(ids["USA"]), place.index(ids["FIN"]))
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert grid.pair() == (ids["USA"], ids["FIN"])


def test_that_a_cell_of_two_nations_opens_on_their_units_and_back(sample, page):
    ids = parties(sample)
    whole = page.matrix.matrix.parties
    page.matrix.grid.choose(ids["NOR"], ids["DEU"])
    QTest.keyClick(page.matrix.grid, Qt.Key.Key_Return)
    owners = {row.id: row.participant_id for row in sample.session.workspace.ask(units)}
    shown = {owners[each.id] for each in page.matrix.matrix.parties}
    assert shown == {ids["NOR"], ids["DEU"]}
    assert page.matrix.whole.isVisibleTo(page)
    page.matrix.whole.click()
    assert page.matrix.matrix.parties == whole
    assert page.matrix.grid.pair() == (ids["NOR"], ids["DEU"])
    assert not page.matrix.whole.isVisibleTo(page)


def test_that_a_case_is_added_between_the_units_of_a_cell(sample, page):
    page.matrix.scope.setCurrentIndex(page.matrix.scope.findData("unit"))
    one, other = (each.id for each in page.matrix.matrix.parties[:2])
    page.verbs.add_case_between("unit", one, other)
    made = next(row for row in sample.session.workspace.ask(cases) if row.title == "New test case")
    assert (made.provider_unit_id, made.consumer_unit_id) == (one, other)
    owners = {row.id: row.participant_id for row in sample.session.workspace.ask(units)}
    assert made.provider_id == owners[one]
    assert page.matrix.matrix.cells[one, other].tested.planned >= 1


def test_that_a_case_is_added_between_the_parties_of_a_cell(sample, page):
    ids = parties(sample)
    page.verbs.add_case_between("participant", ids["JOR"], ids["NOR"])
    made = results(sample)["TC-31"]
    assert (made.provider, made.consumer) == ("JOR", "NOR")
    assert page.matrix.grid.mark_at(ids["JOR"], ids["NOR"]).text == "–"


def test_that_a_pair_leads_to_its_cell(sample, page):
    ids = parties(sample)
    page.segments.open("pairs")
    assert page.pairs.rows_shown()[0].verdict == "gap"
    page.pairs.opened.emit(f"{ids['NOR']}>{ids['SWE']}")
    assert page.segments.current == "matrix"
    assert page.matrix.grid.pair() == (ids["NOR"], ids["SWE"])


def test_that_a_requirement_says_what_is_open(page):
    page.segments.open("requirements")
    rows = {row.code: row for row in page.requirements.rows_shown()}
    shown = column(page.requirements, "open")
    assert shown.text_of(rows["IER-01"]) == "✓"
    assert shown.text_of(rows["IER-05"]) == "▲ 2"
    assert "Ed E V1 sent" in shown.tip(rows["IER-05"])


def test_that_requirements_and_holdings_are_added_and_removed(sample, page):
    page.verbs.add_requirement()
    added = [row.code for row in page.requirements.rows_shown()]
    assert "IER-15" in added
    page.verbs.remove_selected()
    assert "IER-15" not in [row.code for row in page.requirements.rows_shown()]
    page.segments.open("holdings")
    before = len(page.holdings.rows_shown())
    page.verbs.add_holding()
    (ask,) = page.holdings.findChildren(AskChoice)
    QTest.keyClicks(ask.line, "MIP 4.3")
    QTest.keyClick(ask.line, Qt.Key.Key_Return)
    assert len(page.holdings.rows_shown()) == before + 1
    (made,) = page.holdings.selected_rows()
    catalogue = {row.id: row for row in sample.session.workspace.ask(standards)}
    assert catalogue[made.standard_id].code.startswith("MIP 4.3")
    assert made.edition == catalogue[made.standard_id].edition


def test_that_sixty_parties_leave_every_cell_wide_enough_to_read(qtbot):
    names = tuple(Party(str(n), f"N{n:02d}", f"Nation {n}") for n in range(60))
    marks = {(one.id, other.id): Mark("LS", "weak", True) for one in names for other in names}
    grid = MatrixGrid(lambda one, other: "")
    qtbot.addWidget(grid)
    grid.resize(1280, 1280)
    grid.show_marks(names, marks)
    grid.show()
    assert grid.cell_rect(0, 0).width() >= 18


def test_that_success_is_told_over_what_was_tested(page):
    page.segments.open("cases")
    assert page.headline == "16 of 27 tested succeeded, 30 planned"


def test_that_sides_that_differ_are_marked_and_said(sample, page):
    page.segments.open("cases")
    row = results(sample)["TC-02"]
    shown = column(page.cases.table, "fits")
    assert (shown.text_of(row), shown.icon(row)) == ("differ", "alert-triangle")
    page.cases.table.select([row.id])
    said = sample.body.inspector.findChild(QLabel, "matters")
    assert said.text() == "▲ Sides differ: NOR S, DEU LS."


def test_that_a_result_is_changed_in_place_and_counted_at_once(sample, page):
    page.segments.open("cases")
    table = page.cases.table
    row = results(sample)["TC-02"]
    table.model.commit((row.id,), column(table, "result"), "S")
    assert page.headline == "17 of 27 tested succeeded, 30 planned"
    assert results(sample)["TC-02"].disparities[0] == "agreed S, but DEU reports LS"
    assert column(table, "fits").text_of(results(sample)["TC-02"]) == "differ"


def test_that_results_have_the_colours_of_their_place_on_the_scale(page):
    page.segments.open("cases")
    tones = [page.cases.tone_of(code) for code in ("S", "LS", "II", "NT", "P", "")]
    assert tones == ["ok", "warn", "danger", "muted", "muted", "muted"]


def test_that_a_new_test_case_takes_over_what_the_objective_selected_asks_for(sample, page):
    page.segments.open("aims")
    aim = next(row for row in page.aims.rows_shown() if row.standard_id)
    page.aims.select([aim.id])
    page.verbs.add_case()
    (made,) = page.cases.table.selected_rows()
    assert made.interoperability_objective_id == aim.id
    assert (made.standard_id, made.dimension) == (aim.standard_id, aim.dimension)


def test_that_what_a_new_test_case_lacks_is_said(sample, page):
    page.verbs.add_case()
    made = results(sample)["TC-31"]
    shown = column(page.cases.table, "fits")
    assert shown.text_of(made) == "no standard"
    assert "No target is stated." in shown.tip(made)


def test_that_an_empty_matrix_leads_to_the_participants(opened, page_of):
    window = opened("empty", "interoperability")
    first = next(each for each in window.findChildren(QPushButton) if "participants" in each.text())
    first.click()
    assert window.body.pages.current == "participants"


def test_that_a_matrix_without_rows_says_why_where_it_would_stand(sample, page):
    workspace = sample.session.workspace
    workspace.do(VERBS["system"].remove, [row.id for row in workspace.ask(systems)])
    chooser = page.matrix.scope
    chooser.setCurrentIndex(chooser.findData("system"))
    assert not page.matrix.grid.isVisible()
    texts = [each.text() for each in page.matrix.findChildren(QLabel) if each.isVisible()]
    assert "No system holds such a standard or stands in a test case." in texts


def test_that_keys_go_to_the_edges_of_the_matrix_and_show_its_numbers(sample, page):
    ids = parties(sample)
    grid = page.matrix.grid
    every = [row.id for row in page.matrix.matrix.parties]
    chosen(page, sample, "NOR", "DEU")
    QTest.keyClick(grid, Qt.Key.Key_Home)
    assert grid.pair() == (ids["NOR"], every[0])
    QTest.keyClick(grid, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert grid.pair() == (every[-1], every[-1])
    heads, lines = grid.numbers()
    place = every.index(ids["NOR"])
    assert (lines[place][0], lines[place][every.index(ids["DEU"]) + 1]) == ("NOR", "LS")
    assert len(heads) == len(every) + 1


def test_that_in_a_narrow_window_the_matrix_has_the_room_until_a_cell_is_chosen(sample, page):
    assert page.matrix.cell.isVisible()
    sample.resize(700, 500)
    assert not page.matrix.cell.isVisible()
    chosen(page, sample, "NOR", "DEU")
    assert page.matrix.cell.isVisible()
