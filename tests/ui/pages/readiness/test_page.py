"""Reading grades and setting another beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from exerciseplanner.ui.pages.readiness.override_dialog import OverrideDialog
from exerciseplanner.ui.pages.readiness.subject_model import COLUMNS, SubjectModel
from exerciseplanner.ui.pages.readiness.subject_table import SubjectTable
from exerciseplanner.workspace.queries.readiness import assessment


def test_that_choosing_a_line_explains_its_grade(opened, page_of):
    window = opened("sample", "readiness")
    page = page_of(window)
    page.table.selectRow(2)
    subject = page.model.subject(2)
    texts = [label.text() for label in page.detail.findChildren(object) if hasattr(label, "text")]
    assert any(subject.assessment.computed.why in str(text) for text in _called(texts))


def _called(texts):
    return [text() if callable(text) else text for text in texts]


def test_that_an_override_needs_a_reason_and_keeps_the_computed_grade(opened, page_of, qtbot):
    window = opened("sample", "readiness")
    page = page_of(window)
    page.table.selectRow(0)
    page.ask_override()
    dialog = page.findChild(OverrideDialog)
    dialog._commit()
    assert "reason" in dialog._refusal.text()
    computed = page._chosen.assessment.computed.grade_code
    dialog._reason.setPlainText("Seen by the commander in person.")
    dialog._commit()
    found = window.session.workspace.ask(assessment)
    subject = next(each for each in found.objectives if each.id == page._chosen.id)
    assert subject.assessment.override.reason == "Seen by the commander in person."
    assert subject.assessment.computed.grade_code == computed


def test_that_withdrawing_an_override_lets_the_computed_grade_stand(opened, page_of):
    window = opened("sample", "readiness")
    page = page_of(window)
    page.table.selectRow(1)
    page._override("U", "Commander", "A test of both ways.")
    assert page._chosen.assessment.override is not None
    page._withdraw()
    assert page._chosen.assessment.override is None


def test_that_the_numbers_of_every_drawn_column_can_be_read_as_text(opened, page_of):
    window = opened("sample", "readiness")
    model = page_of(window).model
    for column in range(model.columnCount()):
        assert model.index(0, column).data()


def test_that_models_of_subjects_keep_qt_rules(opened, page_of, qtmodeltester):
    window = opened("sample", "readiness")
    qtmodeltester.check(page_of(window).model)


def test_that_the_assessment_is_the_document_that_is_previewed(opened, page_of):
    window = opened("sample", "readiness")
    page_of(window).open_document()
    assert page_of(window)._code == "readiness-assessment"


def test_that_a_kind_with_nothing_to_grade_says_what_grades_it(opened, page_of):
    window = opened("empty", "readiness")
    page = page_of(window)
    said = page._lists.currentWidget()
    assert page.headline == "no criteria are written"
    said.buttons[0].click()
    assert window.body.pages.current == "objectives"


def test_that_charts_give_way_to_the_subjects_where_there_is_little_room(qtbot):
    table = SubjectTable(SubjectModel())
    qtbot.addWidget(table)
    table.show()
    hidden = []
    for width in (720, 500, 400):
        table.resize(width, 300)
        hidden.append(sum(table.isColumnHidden(column) for column in range(len(COLUMNS))))
    assert hidden == [0, 1, 2]


def test_that_the_reason_of_the_grade_is_whole_in_a_small_window(opened, page_of, qtbot):
    window = opened("sample", "readiness")
    window.resize(700, 400)
    page = page_of(window)

    def is_whole():
        found = [each for each in page.verdict.findChildren(QLabel) if each.wordWrap()]
        return found and all(each.height() >= each.heightForWidth(each.width()) for each in found)

    qtbot.waitUntil(is_whole)
