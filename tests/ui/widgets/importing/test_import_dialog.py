"""An import changes nothing before its last button, says every doubt, and goes back in one undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from exerciseplanner.exchange.spreadsheets.profiles import load_profile
from exerciseplanner.workspace.operations.injects import edit_injects
from exerciseplanner.workspace.queries.forces import units
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.queries.interoperability import standards
from tests.ui.widgets.importing.conftest import LINES

NORTHERN = Path(__file__).parents[3] / "exchange/msdl/northern.xml"
FORCES = Path(__file__).parents[4].parent / "shared/samples/forces/narvik40.json"


def plan(dialog):
    return dialog._context.workspace


def titles(dialog):
    return [row.title for row in plan(dialog).ask(injects)]


def forward(dialog, qtbot, step):
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.step == step, timeout=30_000)


def fates(dialog):
    return [(row.what, row.title) for row in dialog.rows_step.table.rows_model.shown()]


def test_that_a_spreadsheet_comes_in_by_columns_and_rows_and_goes_back_in_one_undo(
    importing, msel, qtbot
):
    dialog = importing(msel(), until=1)
    fields = {column.header: column.field for column in dialog.columns_step.mapping.sheet().columns}
    assert fields["Subject"] == "title"
    assert fields["DTG"] == "start"
    forward(dialog, qtbot, 2)
    assert fates(dialog) == [("added", line[2]) for line in LINES]
    assert titles(dialog) == []
    assert dialog.next.text() == "Import 3 rows"
    forward(dialog, qtbot, 3)
    assert titles(dialog) == ["Operator calls", "Lines dead", "Minister asks"]
    assert dialog.done_step.title.text() == "msel.xlsx is in the plan"
    workspace = plan(dialog)
    dialog.done_step.undo.click()
    assert workspace.ask(injects) == ()


def test_that_a_corrected_column_becomes_what_the_planner_says(importing, msel, qtbot):
    dialog = importing(msel(), until=1)
    step = dialog.columns_step
    subject = next(each for each in step.mapping.sheet().columns if each.header == "Subject")
    box = step.table.field_box(subject.index)
    box.setCurrentIndex(box.findData("note"))
    box.activated.emit(box.currentIndex())
    column = step.mapping.sheet().columns[subject.index]
    assert (column.field, column.settled) == ("note", True)
    forward(dialog, qtbot, 2)
    forward(dialog, qtbot, 3)
    assert plan(dialog).ask(injects)[0].note.startswith("Operator calls")


def test_that_a_field_given_to_one_column_is_taken_from_the_other(importing, msel):
    dialog = importing(msel(), until=1)
    step = dialog.columns_step
    colour = next(each for each in step.mapping.sheet().columns if each.header == "Colour")
    step.table.corrected.emit(colour.index, "title")
    by_header = {each.header: each.field for each in step.mapping.sheet().columns}
    assert (by_header["Colour"], by_header["Subject"]) == ("title", None)
    subject = next(each for each in step.mapping.sheet().columns if each.header == "Subject")
    assert step.table.field_box(subject.index).currentText() == "Kept in the note"


def test_that_the_planner_sees_how_the_first_times_are_read(importing, msel, qtbot):
    dialog = importing(msel(), until=1)
    qtbot.waitUntil(lambda: bool(dialog.columns_step.reads.text()), timeout=10_000)
    assert "140700ZSEP26 → 140700ZSEP26" in dialog.columns_step.reads.text()


def test_that_the_same_file_again_brings_only_what_changed_and_keeps_what_the_planner_wrote(
    importing, msel, qtbot
):
    dialog = importing(msel(), until=1)
    forward(dialog, qtbot, 2)
    forward(dialog, qtbot, 3)
    workspace = plan(dialog)
    dialog.accept()
    rows = {row.serial: row for row in workspace.ask(injects)}
    workspace.do(edit_injects, [rows["101"].id], {"title": "Mine"})
    lines = [list(line) for line in LINES]
    lines[0][2], lines[1][2] = "Theirs", "All lines dead"
    dialog = importing(msel([*lines, ("104", "", "Late", *("",) * 5)]), until=1, again=True)
    forward(dialog, qtbot, 2)
    assert [what for what, _ in fates(dialog)] == ["kept", "changed", "same", "added"]
    kept = dialog.rows_step.table.rows_model.shown()[0]
    assert kept.changes == "Title: Mine stays, the file says Theirs"
    dialog.rows_step.overwrite.click()
    qtbot.waitUntil(lambda: fates(dialog)[0][0] == "changed", timeout=10_000)
    forward(dialog, qtbot, 3)
    assert {row.title for row in workspace.ask(injects)} >= {"Theirs", "All lines dead", "Late"}


def test_that_rows_are_sifted_by_what_becomes_of_them_and_by_doubt(importing, msel, qtbot):
    lines = [LINES[0], ("102", "sometime", "Lines dead", "", "", "Smoke signal", "", "")]
    dialog = importing(msel(lines), until=1)
    forward(dialog, qtbot, 2)
    step = dialog.rows_step
    step._toggle("doubtful")
    assert [title for _, title in fates(dialog)] == ["Lines dead"]
    assert "sometime" in step.table.rows_model.shown()[0].doubts
    step._toggle("doubtful")
    assert len(fates(dialog)) == 2


def test_that_a_profile_is_saved_and_decides_for_the_next_file(importing, msel):
    dialog = importing(msel(), until=1)
    step = dialog.columns_step
    colour = next(each for each in step.mapping.sheet().columns if each.header == "Colour")
    step.table.corrected.emit(colour.index, "cue")
    step.save_as_profile("Second Brigade")
    assert load_profile("Second Brigade").columns["colour"] == "cue"
    dialog.reject()
    dialog = importing(msel(name="next.xlsx"), until=1, again=True)
    dialog.columns_step.apply_profile("Second Brigade")
    assert dialog.columns_step.mapping.sheet().column_of("cue").header == "Colour"


def test_that_the_header_row_can_be_put_right(importing, msel):
    notes = ("Exercise TRIAL", *("",) * 7)
    dialog = importing(msel([LINES[0], LINES[1]], headings=notes), until=1)
    step = dialog.columns_step
    box = step.header_row
    box.setCurrentIndex(box.findData(1))
    box.activated.emit(box.currentIndex())
    assert step.mapping.sheet().header.rows == (1,)
    assert step.mapping.sheet().columns[2].header == "Operator calls"


def test_that_a_sheet_can_be_left_out_and_that_is_then_refused_in_words(importing, msel, qtbot):
    dialog = importing(msel(), until=1)
    dialog.columns_step.sheets.tick("MSEL").click()
    dialog.go_on()
    qtbot.waitUntil(dialog.refusal.isVisible, timeout=10_000)
    assert dialog.step == 1
    assert "MSEL" in dialog.refusal.text()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.xlsx", b"", "empty"),
        ("report.xlsx", b"%PDF-1.7\n", "PDF"),
        ("cut.xlsx", b"PK\x03\x04 cut", "cut.xlsx"),
        ("other.json", b'{"a": 1}', "other.json"),
    ],
)
def test_that_what_cannot_be_imported_is_refused_on_the_spot(
    importing, tmp_path, qtbot, name, content, words
):
    path = tmp_path / name
    path.write_bytes(content)
    dialog = importing(path)
    qtbot.waitUntil(lambda: bool(dialog.file_step.refusal.text()), timeout=10_000)
    assert dialog.step == 0
    assert words in dialog.file_step.refusal.text()


def test_that_an_import_given_up_while_reading_leaves_nothing_behind(importing, msel, qtbot):
    dialog = importing(msel())
    assert dialog.busy.is_busy
    window = dialog.parentWidget()
    dialog.reject()
    qtbot.waitUntil(lambda: not window.is_busy, timeout=30_000)
    assert window.session.workspace.ask(injects) == ()


def test_that_cancelling_the_reading_lets_another_file_be_chosen(importing, msel, qtbot):
    dialog = importing(msel())
    dialog.busy.cancel()
    assert not dialog.busy.is_busy
    dialog.read(msel(name="second.xlsx"))
    qtbot.waitUntil(lambda: dialog.step == 1, timeout=30_000)
    assert dialog.title.text() == "Import second.xlsx"


def test_that_a_file_opened_to_be_read_shows_what_would_come_but_takes_nothing(
    importing, msel, qtbot
):
    dialog = importing(msel(), until=1, read_only=True)
    forward(dialog, qtbot, 2)
    assert not dialog.next.isEnabled()
    assert dialog.next.text() == "The exercise is read-only"


@pytest.mark.skipif(not FORCES.exists(), reason="the sample files are not here")
def test_that_an_order_of_battle_needs_no_columns_and_says_what_it_loses(importing, qtbot):
    dialog = importing(FORCES, until=2)
    assert dialog.rows_step.losses.title.text().startswith("Not taken over  ")
    forward(dialog, qtbot, 3)
    assert len(plan(dialog).ask(units)) > 30


def test_that_the_report_holds_every_loss_and_doubt(importing, msel, qtbot, tmp_path):
    dialog = importing(msel(), until=1)
    forward(dialog, qtbot, 2)
    forward(dialog, qtbot, 3)
    dialog.done_step.write(tmp_path / "report.txt")
    text = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "New: 3" in text
    assert "Sheet 'Lists'" in text


def test_that_a_list_of_units_needs_no_columns_to_be_mapped(importing, tmp_path, qtbot):
    path = tmp_path / "forces.csv"
    path.write_text("Unit,Superior,Echelon\nBrigade,,BDE\nBattalion,Brigade,BN\n", encoding="utf-8")
    dialog = importing(path, until=2)
    assert fates(dialog) == [("added", "Brigade"), ("added", "Battalion")]
    dialog.go_back()
    assert dialog.step == 0
    dialog.read(path)
    qtbot.waitUntil(lambda: dialog.step == 2, timeout=30_000)
    forward(dialog, qtbot, 3)
    assert [unit.name for unit in plan(dialog).ask(units)] == ["Brigade", "Battalion"]


def test_that_friend_and_hostile_are_seen_from_the_side_that_is_chosen(importing, qtbot):
    dialog = importing(NORTHERN, until=2)
    step = dialog.rows_step
    assert not step.viewpoint.isHidden()
    names = [step.viewpoint.itemData(place) for place in range(step.viewpoint.count())]

    def identities():
        return {
            row.values["name"]: row.values["identity"]
            for row in dialog._trial.intake.rows
            if row.noun == "side"
        }

    before = identities()
    foe = next(name for name in names if before[name] == "hostile")
    step.viewpoint.setCurrentIndex(names.index(foe))
    step.viewpoint.activated.emit(names.index(foe))
    qtbot.waitUntil(lambda: identities()[foe] == "friend", timeout=30_000)
    assert step.viewpoint.currentData() == foe
    assert identities() != before


def test_that_a_file_that_says_who_is_hostile_offers_no_viewpoint(importing, msel):
    dialog = importing(msel(), until=1)
    assert dialog.rows_step.viewpoint.isHidden()


def test_that_a_list_of_standards_extends_the_catalogue_without_columns_to_map(
    importing, tmp_path, qtbot
):
    path = tmp_path / "standards.csv"
    path.write_text(
        "STANAG,Title,Edition\n5516,Link 16,Ed C V1\n4817,Control of unmanned systems,Ed 1\n",
        encoding="utf-8",
    )
    dialog = importing(path, until=2)
    assert fates(dialog) == [("changed", "Link 16"), ("added", "Control of unmanned systems")]
    before = {row.code: row.edition for row in plan(dialog).ask(standards)}
    forward(dialog, qtbot, 3)
    after = {row.code: row.edition for row in plan(dialog).ask(standards)}
    assert after == before | {"STANAG 5516": "Ed C V1", "STANAG 4817": "Ed 1"}
    dialog.done_step.undo.click()
    assert {row.code: row.edition for row in plan(dialog).ask(standards)} == before
