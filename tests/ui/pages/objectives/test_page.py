"""The Objectives page on real exercises."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.linked_list import ElidingLink
from exerciseplanner.ui.widgets.tokens import contrast
from exerciseplanner.workspace.operations.injects import edit_injects
from exerciseplanner.workspace.queries.objective_plan import coverage, objective_plan
from exerciseplanner.workspace.queries.threat_plan import threat_plan


def aims(window):
    return {row.code: row for row in window.session.workspace.ask(objective_plan)}


def column(view, name):
    return next(each for each in view.model.columns if each.name == name)


@pytest.fixture
def sample(opened):
    return opened("sample", "objectives")


@pytest.fixture
def page(sample, page_of):
    return page_of(sample)


def test_that_training_objectives_stand_below_those_they_serve(sample, page):
    found = aims(sample)
    model = page.tree.model
    top = model.index_of(found["EO-1"].id)
    assert not top.parent().isValid()
    assert model.index_of(found["TO-01"].id).parent() == top
    assert page.tree.view.isExpanded(top)
    assert page.tree.footer.text() == "31 objectives  ·  81 criteria"


def test_that_a_new_training_objective_serves_the_one_selected_under_a_free_code(sample, page):
    page.tree.select([aims(sample)["TO-03"].id])
    page.verbs.add_training()
    made = next(row for row in aims(sample).values() if row.title == "New training objective")
    assert made.parent_id == aims(sample)["EO-1"].id
    assert made.code == "TO-25"
    assert made.coverage == "none"
    assert sample.body.inspector.subject == ("objective", (made.id,))


def test_that_a_new_criterion_belongs_to_the_objective_and_is_named_at_once(sample, page):
    owner = aims(sample)["TO-03"]
    page.tree.select([owner.id])
    page.verbs.add_criterion()
    made = next(row for row in aims(sample).values() if row.title == "New criterion")
    assert made.parent_id == owner.id
    assert page.tree.selected_ids() == (made.id,)
    editor = page.tree.view.indexWidget(page.tree.view.currentIndex()) or page.focusWidget()
    QTest.keyClicks(editor, "Tracks agree within a mile")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert aims(sample)[made.code].title == "Tracks agree within a mile"


def test_that_a_criterion_without_an_objective_says_what_to_do(opened, page_of):
    window = opened("empty", "objectives")
    page_of(window).verbs.add_criterion()
    assert "Select one first" in window.notices.said[-1].text


def test_that_new_codes_go_on_from_the_last_one(opened, page_of):
    window = opened("empty", "objectives")
    page = page_of(window)
    page.verbs.add_exercise()
    page.verbs.add_exercise()
    page.verbs.add_training()
    assert sorted(aims(window)) == ["EO-1", "EO-2", "TO-01"]
    assert aims(window)["TO-01"].parent_id == aims(window)["EO-2"].id


def test_that_dropping_puts_objectives_and_criteria_where_they_belong(sample, page):
    found = aims(sample)
    page.tree.rows_dropped.emit((found["TO-01"].id,), found["EO-2"].id, "into")
    assert aims(sample)["TO-01"].parent_id == found["EO-2"].id
    measure = next(row for row in found.values() if row.parent_id == found["TO-02"].id)
    page.tree.rows_dropped.emit((measure.id,), found["TO-03"].id, "into")
    assert aims(sample)[measure.code].parent_id == found["TO-03"].id
    page.tree.rows_dropped.emit((found["EO-3"].id,), found["EO-1"].id, "before")
    tops = [row.code for row in aims(sample).values() if row.level == "exercise"]
    assert tops[:3] == ["EO-3", "EO-1", "EO-2"]


def test_that_an_objective_cannot_be_dropped_on_a_training_objective(sample, page):
    found = aims(sample)
    page.tree.rows_dropped.emit((found["EO-1"].id,), found["TO-05"].id, "into")
    assert aims(sample)["EO-1"].parent_id is None
    assert sample.notices.said[-1].tone == "warn"


def test_that_a_criterion_takes_a_weight_but_no_priority(sample, page):
    found = aims(sample)
    measure = next(row for row in found.values() if row.noun == "criterion")
    assert column(page.tree, "weight").edits(measure)
    assert not column(page.tree, "priority").edits(measure)
    assert not column(page.tree, "critical").edits(found["TO-01"])
    page.tree.model.commit((measure.id,), column(page.tree, "weight"), 7)
    assert aims(sample)[measure.code].weight == 7


def test_that_coverage_is_a_mark_and_a_word(sample, page):
    shown = column(page.tree, "coverage")
    page.tree.select([aims(sample)["EO-1"].id])
    page.verbs.add_training()
    made = next(row for row in aims(sample).values() if row.coverage == "none")
    assert shown.text_of(made) == "▲ none"
    assert shown.text_of(aims(sample)["TO-01"]) == "● ok"
    assert shown.text_of(aims(sample)["EO-1"]) == ""


def test_that_removing_an_objective_says_how_many_criteria_went_and_offers_a_way_back(sample, page):
    before = aims(sample)
    page.tree.select([before["TO-03"].id])
    page.verbs.remove_selected()
    notice = sample.notices.said[-1]
    assert notice.text == "1 objective and 3 criteria removed"
    notice.run()
    assert aims(sample) == before


def test_that_ordering_by_weight_lets_the_heaviest_stand_first(sample, page):
    page.verbs.order()
    weights = [row.weight for row in aims(sample).values() if row.level == "exercise"]
    assert weights == sorted(weights, reverse=True)
    assert "TO-05" in aims(sample)


def test_that_the_inspector_names_criteria_and_injects_of_an_objective(sample, page):
    page.tree.select([aims(sample)["TO-03"].id])
    said = [each.toolTip() for each in sample.body.inspector.findChildren(ElidingLink)]
    assert any(text.startswith("EO-1") for text in said)
    assert any("SL" in text for text in said)


def test_that_the_risk_of_a_threat_is_the_product_and_an_unplayed_one_is_marked(sample, page):
    page.verbs.add_threat()
    found = {row.code: row for row in sample.session.workspace.ask(threat_plan)}
    assert column(page.threats, "risk").text_of(found["THR-03"]) == "20"
    assert column(page.threats, "injects").text_of(found["THR-15"]) == "▲ none"
    assert page.threats.selected_ids() == (found["THR-15"].id,)


def test_that_standards_say_how_many_objectives_test_them(sample, page):
    page.segments.open("standards")
    rows = {row.code: row.tests for row in page.standards.rows_shown()}
    assert rows["STANAG 5516"] == 2
    assert rows["AJP-6"] == 0


def test_that_every_cell_of_the_coverage_says_its_count(sample, page):
    page.segments.open("coverage")
    model = page.coverage.model
    found = sample.session.workspace.ask(coverage)
    assert model.rowCount() == len(found.rows) == 31
    assert model.columnCount() == len(found.days) + 1
    row = model.row_of(aims(sample)["TO-03"].id)
    counts = [model.data(model.index(row, n)) for n in range(model.columnCount())]
    assert counts[-1] == "8"
    assert sum(int(each) for each in counts[:-1] if each != "·") == 8
    assert "·" in counts


def test_that_a_cell_chosen_by_key_lists_its_injects_and_enter_opens_the_first(sample, page, qapp):
    page.segments.open("coverage")
    panel = page.coverage
    row = panel.model.row_of(aims(sample)["TO-04"].id)
    panel.view.setCurrentIndex(panel.model.index(row, 4))
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    ids = panel.injects_shown()
    qapp.processEvents()
    links = [each for each in panel.findChildren(ElidingLink) if each.isVisible()]
    assert len(links) == len(ids) == 3
    panel.view.activated.emit(panel.view.currentIndex())
    assert sample.body.pages.current == "injects"
    assert sample.body.inspector.subject[1][0] in ids


def test_that_the_coverage_follows_an_inject_to_another_day(sample, page):
    page.segments.open("coverage")
    panel = page.coverage
    row = panel.model.row_of(aims(sample)["TO-04"].id)
    panel.view.setCurrentIndex(panel.model.index(row, 5))
    before = panel.injects_shown()
    sample.session.workspace.do(edit_injects, before[:1], {"start": -2 * 1440})
    assert panel.injects_shown() == before[1:]


@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_that_counts_can_be_read_on_every_shade(qapp, theme_name):
    from exerciseplanner.ui.widgets.shading import ink_on, shade

    theme.apply(qapp, theme_name)
    try:
        for share in range(1, 21):
            ground = shade(share / 20)
            assert contrast(ink_on(ground).name(), ground.name()) >= 4.5
    finally:
        theme.apply(qapp, "light")


def test_that_an_objective_without_injects_is_marked_in_the_coverage(sample, page):
    page.tree.select([aims(sample)["EO-1"].id])
    page.verbs.add_training()
    page.segments.open("coverage")
    model = page.coverage.model
    row = model.row_of(aims(sample)["TO-25"].id)
    assert model.headerData(row, Qt.Orientation.Vertical) == "▲ TO-25  New training objective"


def test_that_records_are_shown_where_they_are_at_home(sample, page):
    workspace = sample.session.workspace
    threat = workspace.ask(threat_plan)[2]
    sample.show_record("threat", threat.id)
    assert (page.segments.current, page.threats.selected_ids()) == ("threats", (threat.id,))
    measure = next(row for row in aims(sample).values() if row.noun == "criterion")
    sample.show_record("criterion", measure.id)
    assert page.tree.selected_ids() == (measure.id,)
    assert sample.body.inspector.subject == ("criterion", (measure.id,))


def test_that_an_empty_page_offers_the_likeliest_actions(opened, page_of):
    window = opened("empty", "objectives")
    page = page_of(window)

    def offered():
        buttons = page.segments.page().findChildren(QPushButton)
        return [button.text() for button in buttons if button.isVisible()]

    assert offered() == ["New exercise objective", "New training objective"]
    page.segments.open("coverage")
    assert offered() == ["New training objective", "New exercise objective"]
    page.segments.open("threats")
    assert offered() == ["New threat", "New training objective"]


def test_that_technologies_are_counted_by_their_name(opened, page_of):
    page = page_of(opened("empty", "objectives"))
    page.segments.open("technologies")
    assert page.technologies.footer.text() == f"{len(page.technologies.rows_shown())} technologies"
