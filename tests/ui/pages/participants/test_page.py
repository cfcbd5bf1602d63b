"""The Participants page on real exercises: tables, inspector, and what can be done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from exerciseplanner.ui.pages.participants.nation_picker import NationPicker
from exerciseplanner.ui.widgets.linked_list import ElidingLink
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.operations.partnership import add_nations
from exerciseplanner.workspace.queries.participation import participant_shares
from exerciseplanner.workspace.queries.records import names, record


@pytest.fixture
def sample(opened):
    return opened("sample", "participants")


@pytest.fixture
def page(sample, page_of):
    return page_of(sample)


def ask(window, *query):
    return window.session.workspace.ask(*query)


def do(window, *operation):
    return window.session.workspace.do(*operation)


def parties(window):
    return {row.code: row for row in ask(window, participant_shares)}


def column(table, name):
    return next(each for each in table.model.columns if each.name == name)


def texts(table, name):
    said = column(table, name)
    return {row.code: said.text_of(row) for row in table.rows_shown()}


def test_that_strength_and_share_are_told_of_participants(page):
    shares = texts(page.participants, "share")
    assert int(shares["NOR"].removesuffix(" %")) in range(25, 45)
    assert shares["KWT"] == "< 1 %"
    assert shares["SATCO"] == ""
    assert texts(page.participants, "present")["KWT"] == "4 / 4"
    assert "PfP" in texts(page.participants, "frameworks")["AUT"]


def test_that_a_membership_that_ended_or_rests_is_shown_as_such(opened, page_of):
    window = opened("empty", "participants")
    do(window, edit_exercise, {"startex": "2026-11-02T06:00:00Z"})
    do(window, add_nations, ["GBR", "NOR"])
    norway = parties(window)["NOR"].id
    do(window, VERBS["membership"].add, {"participant_id": norway, "framework": "PfP",
       "since": "1994-01-01", "suspended": "2020-01-01"})  # fmt: skip
    table = page_of(window).participants
    said = texts(table, "frameworks")
    assert "(EU)" in said["GBR"]
    assert "PfP suspended" in said["NOR"]
    frameworks = column(table, "frameworks")
    row = parties(window)["NOR"]
    assert frameworks.tone(row) == "warn"
    assert frameworks.tone(parties(window)["GBR"]) == ""
    assert "NATO: since 1949-08-24" in frameworks.tip(row)
    assert "not in force at STARTEX (suspended)" in frameworks.tip(row)


def test_that_nations_are_picked_by_several_codes_and_come_with_their_frameworks(opened, page_of):
    window = opened("empty", "participants")
    page = page_of(window)
    picker = page.verbs.pick_nations()
    QTest.keyClicks(picker.line, "nor, swe fin")
    assert picker.chosen() == ("FIN", "NOR", "SWE")
    assert picker.add.text() == "Add 3 nations"
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert set(parties(window)) == {"NOR", "SWE", "FIN"}
    assert "NATO" in parties(window)["SWE"].frameworks
    assert len(page.participants.selected_ids()) == 3
    window.notices.said[-1].run()
    assert not parties(window)


def test_that_a_nation_is_found_by_a_part_of_its_name_and_taken_ones_are_left_out(sample, page):
    picker = page.verbs.pick_nations()
    assert isinstance(picker, NationPicker)
    QTest.keyClicks(picker.line, "norw")
    assert picker.chosen() == ()
    assert not picker.add.isEnabled()
    picker.line.clear()
    QTest.keyClicks(picker.line, "nethe")
    assert picker.chosen() == ("NLD",)
    picker.line.setText("nl")
    assert picker.chosen() == ("NLD",)
    picker.close()


def test_that_an_organisation_is_added_with_its_kind_and_named_at_once(sample, page):
    picker = page.verbs.pick_organisation()
    offered = [picker.list.item(n).text() for n in range(picker.list.count())]
    assert not any(text.startswith("Nation") for text in offered)
    picker.close()
    page.verbs.add_organisation("ngo")
    made = page.participants.selected_ids()[0]
    stated = ask(sample, record, "participant", made)
    assert (stated["kind"], stated["name"]) == ("ngo", "Non-governmental organisation")


def test_that_the_inspector_lists_memberships_and_adds_one_to_be_dated(sample, page):
    norway = parties(sample)["NOR"]
    page.participants.select([norway.id])
    links = [each.toolTip() for each in sample.body.inspector.findChildren(ElidingLink)]
    assert "NATO" in links
    page.verbs.add_membership(norway.id, "EU")
    noun, (made,) = sample.body.inspector.subject
    assert noun == "membership"
    assert ask(sample, record, "membership", made)["participant_id"] == norway.id


def test_that_a_membership_is_at_home_with_its_participant(sample, page):
    norway = parties(sample)["NOR"]
    membership = norway.memberships[0]
    page.segments.open("burden")
    sample.show_record("membership", membership.id)
    assert page.segments.current == "participants"
    assert page.participants.selected_ids() == (norway.id,)
    assert sample.body.inspector.subject == ("membership", (membership.id,))


def test_that_an_agreement_is_between_the_participants_selected(sample, page):
    chosen = [parties(sample)[code].id for code in ("NOR", "FIN")]
    page.participants.select(chosen)
    page.verbs.add_agreement()
    made = page.agreements.selected_ids()[0]
    assert set(ask(sample, record, "agreement", made)["parties"]) == set(chosen)


def test_that_a_caveat_is_of_the_participant_selected_and_shows_what_meets_it(sample, page):
    austria = parties(sample)["AUT"]
    page.participants.select([austria.id])
    page.verbs.add_caveat()
    made = page.caveats.selected_ids()[0]
    assert ask(sample, record, "caveat", made)["participant_id"] == austria.id
    unit = next(
        row.id
        for row in ask(sample, names, "unit")
        if ask(sample, record, "unit", row.id)["participant_id"] == austria.id
    )
    inject = {"title": "Lane", "serial": "X-1", "units": [unit], "message": "Clear the minefield"}
    do(sample, VERBS["inject"].add, inject)
    do(sample, VERBS["caveat"].edit, [made], {"activity": "clear minefield"})
    met = column(page.caveats, "met")
    row = next(row for row in page.caveats.rows_shown() if row.id == made)
    assert met.text_of(row).startswith("▲ 1")
    assert met.tone(row) == "warn"
    said = {each.toolTip() for each in sample.body.inspector.findChildren(ElidingLink)}
    assert any(row.met[0].title in text for text in said)


def test_that_an_effect_that_blocks_stands_out(page):
    page.segments.open("caveats")
    effect = column(page.caveats, "effect")
    marks = {effect.text_of(r): (effect.tone(r), effect.icon(r)) for r in page.caveats.rows_shown()}
    assert marks["Prohibited"] == ("danger", "ban")
    assert marks["Limited"] == ("muted", "info-circle")


@pytest.mark.parametrize(
    ("segment", "labels"),
    [
        ("participants", ["Add nations", "Add organisation"]),
        ("agreements", ["New agreement", "Add nations"]),
        ("matrix", ["Add nations", "Add organisation"]),
        ("caveats", ["New caveat", "Add nations"]),
        ("legal", ["New authority", "Add nations"]),
        ("priorities", ["Add nations", "Add organisation"]),
        ("concurrence", ["Add nations", "Add organisation"]),
        ("burden", ["Add nations", "Add organisation"]),
    ],
)
def test_that_every_empty_view_says_what_to_do(opened, page_of, segment, labels):
    page = page_of(opened("empty", "participants"))
    page.segments.open(segment)
    seen = [each.text() for each in page.segments.page().findChildren(QPushButton)]
    shown = [
        each.text()
        for each in page.segments.page().findChildren(QPushButton)
        if each.isVisible() and each.text() in seen
    ]
    assert shown == labels


def test_that_a_caveat_or_a_contribution_without_any_participant_says_what_to_do(opened, page_of):
    window = opened("empty", "participants")
    page_of(window).verbs.add_caveat()
    assert "Add one first" in window.notices.said[-1].text
    page_of(window).verbs.add_contribution()
    assert window.notices.said[-1].text.startswith("A contribution belongs")


def test_that_burden_marks_who_is_asked_for_more_than_it_offers(opened, page_of):
    window = opened("empty", "participants")
    page = page_of(window)
    norway, sweden = do(window, add_nations, ["NOR", "SWE"])
    for party, asked, offered in ((norway, 900, 600), (sweden, 300, 300)):
        do(window, VERBS["contribution"].add, {"participant_id": party, "title": "Battalion",
           "resource": "people", "asked": asked, "offered": offered})  # fmt: skip
    do(window, VERBS["participant"].edit, [norway], {"means_people": 20_000})
    page.segments.open("burden")
    assert texts(page.burden, "people") == {"NOR": "▲ 600 / 900", "SWE": "300 / 300"}
    assert texts(page.burden, "people_share") == {"NOR": "67 %", "SWE": "33 %"}
    assert texts(page.burden, "people_means") == {"NOR": "30.00", "SWE": "–"}
    bars = page.bearing.bars
    assert [each.text for each in bars.cells.columns] == ["NOR", "SWE"]
    cell = bars.cells.cell(("people", norway))
    assert (cell.tone, cell.bar, cell.mark) == ("danger", pytest.approx(2 / 3), 1.0)
    assert "300 lacking" in cell.tip
    bars.setCurrentIndex(bars.cells.index(0, 1))
    assert page.burden.selected_ids() == (sweden,)


def test_that_contributions_are_added_to_the_participant_and_inspected(sample, page):
    page.segments.open("burden")
    finland = parties(sample)["FIN"].id
    page.burden.select([finland])
    page.verbs.add_contribution()
    noun, (made,) = sample.body.inspector.subject
    assert noun == "contribution"
    assert ask(sample, record, "contribution", made)["participant_id"] == finland


def test_that_nothing_can_be_changed_where_the_file_is_read_only(qapp, qtbot, tmp_path, page_of):
    from exerciseplanner.ui.shell.main_window import MainWindow
    from exerciseplanner.ui.widgets.settings import Settings
    from exerciseplanner.workspace.workspace import Workspace
    from tests.samples import sample_at

    path = sample_at(tmp_path / "locked.exercise")
    window = MainWindow(Workspace.open(path, read_only=True), settings=Settings(None, kept=False))
    qtbot.addWidget(window)
    window.show()
    window.go("participants")
    page = page_of(window)
    assert not any(spec.is_enabled for spec in page.page_actions())
    for segment in ("matrix", "legal", "priorities", "concurrence"):
        page.segments.open(segment)
    before = window.session.workspace.head
    for grid in (page.concurrence.grid, page.legal.grid):
        grid.setFocus()
        grid.setCurrentIndex(grid.cells.index(0, 0))
        QTest.keyClick(grid, Qt.Key.Key_H)
        QTest.keyClick(grid, Qt.Key.Key_C)
        QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert not page.priorities.grid.cells.can_edit
    assert window.session.workspace.head == before


def test_that_burden_without_anything_asked_says_what_would_fill_it(opened, page_of):
    window = opened("empty", "participants")
    page = page_of(window)
    do(window, add_nations, ["NOR"])
    page.segments.open("burden")
    assert not page.bearing.bars.isVisibleTo(page)
    assert "A contribution says" in page.bearing._nothing.text()
    do(window, VERBS["contribution"].add, {"participant_id": parties(window)["NOR"].id,
       "title": "Battalion", "resource": "people", "asked": 900})  # fmt: skip
    assert page.bearing.bars.isVisibleTo(page)


def test_that_no_word_of_a_legend_is_cut_in_a_narrow_window(opened, page_of, qtbot):
    window = opened("sample", "participants")
    window.resize(700, 420)
    segments = page_of(window).segments
    for name in ("matrix", "legal", "concurrence"):
        segments.open(name)
        qtbot.waitUntil(lambda: not _cut(segments.page()))


def _cut(page):
    """Words on one line that have less room than they need."""
    return [
        each.text() for each in page.findChildren(QLabel)
        if each.isVisible() and not each.wordWrap() and each.width() < each.sizeHint().width()
    ]  # fmt: skip
