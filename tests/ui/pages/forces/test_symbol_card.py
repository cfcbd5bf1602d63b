"""The symbol of a unit in the inspector, and choosing another one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exerciseplanner.ui.pages.forces.symbol_card import SymbolCard
from exerciseplanner.workspace import checking
from exerciseplanner.workspace.operations.forces import edit_units
from exerciseplanner.workspace.queries.order_of_battle import unit_list
from exerciseplanner.workspace.queries.unit_symbols import unit_symbols

BATTALION = "Telemark Line Battalion (NOR)"


@pytest.fixture
def sample(opened):
    return opened("sample", "forces")


@pytest.fixture
def page(sample, page_of):
    return page_of(sample)


def unit(window, name=BATTALION):
    return next(r for r in window.session.workspace.ask(unit_list) if r.name == name)


def card_of(window, page, name=BATTALION) -> SymbolCard:
    page.tree.select([unit(window, name).id])
    (card,) = window.body.inspector.findChildren(SymbolCard)
    return card


def test_that_the_inspector_shows_a_unit_with_its_symbol_in_words(sample, page):
    card = card_of(sample, page)
    assert card.said.text().replace("\u200b", "") == "Infantry, Armoured/Mechanized/Tracked"
    assert card.source.text() == "Chosen for this unit"
    assert not card.picture.pixmap().isNull()


def test_that_a_symbol_is_found_by_words_and_used_in_one_step(sample, page):
    card = card_of(sample, page)
    picker = card.open_picker()
    QTest.keyClicks(picker.line, "planned arty bde")
    assert picker.name.text() == "Field Artillery, planned or anticipated"
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    now = unit(sample)
    assert (now.sidc, now.echelon) == ("10031010181303000000", "BRIGADE")
    assert now.symbol == now.sidc
    assert card.said.text() == "Field Artillery, planned or anticipated"
    sample.session.workspace.undo()
    assert (unit(sample).sidc, unit(sample).echelon) == ("10031000161211020000", "BATTALION")


def test_that_down_goes_to_the_next_hit_while_typing(sample, page):
    picker = card_of(sample, page).open_picker()
    QTest.keyClicks(picker.line, "infantry")
    first = picker.name.text()
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    assert picker.name.text() not in ("", first)
    picker.close()
    assert unit(sample).sidc == "10031000161211020000"


def test_that_a_code_of_letters_can_be_typed(sample, page):
    picker = card_of(sample, page).open_picker()
    picker.line.setText("SHGPUCA---AH---")
    assert picker.headquarters.isChecked()
    assert picker.chosen_echelon() == "BRIGADE"
    picker.finish()
    assert unit(sample).sidc == "10031002181205000000"


def test_that_a_unit_let_go_of_follows_its_domain_and_echelon(sample, page):
    card = card_of(sample, page)
    card.let_go.click()
    now = unit(sample)
    assert (now.sidc, now.symbol) == ("", "10031000160000000000")
    assert card.source.text() == "Follows domain and role"
    assert card.let_go.isHidden()


def test_that_what_is_no_code_is_told_and_drawn_as_unknown(sample, page, monkeypatch):
    card = card_of(sample, page)
    monkeypatch.setattr(checking, "_symbol", str)  # as older files may hold
    sample.session.workspace.do(edit_units, [unit(sample).id], {"sidc": "panzer"})
    assert card.said.text() == "Unknown"
    assert card.source.text() == "“panzer” is no symbol code"
    assert unit(sample).symbol[4:6] == "00"
    assert not card.picture.pixmap().isNull()


def test_that_a_unit_of_another_side_changes_its_frame(sample, page):
    workspace = sample.session.workspace
    hostile = next(r for r in workspace.ask(unit_list) if r.identity == "hostile")
    workspace.do(edit_units, [unit(sample).id], {"side_id": hostile.side_id})
    assert unit(sample).symbol == "10061000161211020000"
    drawn = {each.id: each.code for each in workspace.ask(unit_symbols)}
    assert drawn[unit(sample).id] == unit(sample).symbol


def test_that_the_tree_and_the_query_of_symbols_agree(sample):
    workspace = sample.session.workspace
    drawn = {each.id: each.code for each in workspace.ask(unit_symbols)}
    assert drawn == {row.id: row.symbol for row in workspace.ask(unit_list)}
    assert len(drawn) == 90
