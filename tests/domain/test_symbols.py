"""Tests of symbol codes: read, written, changed, and chosen for a unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.symbols import (
    ECHELONS,
    UNREADABLE,
    Sidc,
    SymbolFacts,
    is_letters,
    lettered,
    parse_sidc,
    symbol_of,
)

MECH_BATTALION = "10031000161211020000"
digits = st.text("0123456789", min_size=20, max_size=20)


@given(digits, st.sampled_from(["", "1100000578"]))
def test_that_every_code_of_digits_is_written_as_it_was_read(code, extension):
    assert parse_sidc(code + extension).code == code + extension


def test_that_a_code_is_taken_apart_where_the_standard_says():
    code = parse_sidc("13 1 5 10 1 6 18 121102 01 27 0000000276")
    assert code == Sidc(
        "13", "1", "5", "10", "1", "6", "18", "121102", "01", "27", extension="0000000276"
    )
    assert (code.is_headquarters, code.is_task_force, code.is_dummy) == (True, True, False)


@pytest.mark.parametrize(
    "text", ["", "1003", "1003100016121102000", "X" * 20, "1003100016121102000Z"]
)
def test_that_what_is_no_code_is_refused_with_an_example(text):
    with pytest.raises(Refusal, match="20 or 30 digits"):
        parse_sidc(text)


@given(st.booleans(), st.booleans(), st.booleans())
def test_that_headquarters_task_force_and_dummy_hold_together(headquarters, task_force, dummy):
    code = Sidc().amplified(headquarters=headquarters, task_force=task_force, dummy=dummy)
    said = (code.is_headquarters, code.is_task_force, code.is_dummy)
    assert said == (headquarters, task_force, dummy)
    assert parse_sidc(code.code) == code


@pytest.mark.parametrize(
    ("digit", "identity", "seen"),
    [
        ("3", "hostile", "6"),
        ("5", "hostile", "5"),
        ("2", "friend", "2"),
        ("6", "neutral", "4"),
        ("0", "unknown", "0"),
        ("6", "", "6"),
    ],
)
def test_that_a_suspect_of_a_hostile_side_stays_a_suspect(digit, identity, seen):
    assert Sidc(identity=digit).of_identity(identity).identity == seen


def test_that_mobility_is_not_taken_for_an_echelon():
    assert Sidc(symbol_set="15", echelon="31").of_echelon("16").echelon == "31"
    assert Sidc(echelon="15").of_echelon("16").echelon == "16"
    assert Sidc(echelon="15").of_echelon("").echelon == "15"


def test_that_a_fixed_symbol_follows_side_and_echelon_and_keeps_the_rest():
    facts = SymbolFacts(MECH_BATTALION, echelon="BRIGADE", domain="AIR", identity="hostile")
    assert symbol_of(facts) == "10061000181211020000"


def test_that_a_unit_nobody_gave_a_symbol_is_drawn_by_domain_echelon_and_side():
    assert symbol_of(SymbolFacts("", "BATTALION", "LAND", "PTA", "friend")) == (
        "10031000160000000000"
    )
    assert symbol_of(SymbolFacts("", "TASK-GROUP", "MARITIME", "", "friend"))[4:16] == (
        "300000121003"
    )
    assert symbol_of(SymbolFacts("", "COMPANY", "CYBER", "", "friend"))[4:16] == "600015110000"
    assert symbol_of(SymbolFacts(domain="CIV", identity="neutral"))[3:16] == "4110000110000"


def test_that_a_cell_of_exercise_control_is_drawn_by_its_role():
    assert symbol_of(SymbolFacts(role="MEDIA", identity="friend"))[10:16] == "162800"
    assert symbol_of(SymbolFacts(role="HICON", domain="JOINT"))[10:16] == "110000"
    assert symbol_of(SymbolFacts(role="OPFOR", domain="LAND"))[3] == "6"
    assert symbol_of(SymbolFacts(role="OPFOR", domain="LAND", identity="friend"))[3] == "3"


def test_that_a_unit_without_side_is_unknown_unless_its_code_says_more():
    assert symbol_of(SymbolFacts())[3] == "1"
    assert symbol_of(SymbolFacts(MECH_BATTALION)) == MECH_BATTALION


@pytest.mark.parametrize("text", ["tank", "1003", "SFGPX", "10031000161211020000 and more"])
def test_that_what_is_no_code_is_drawn_as_unknown(text):
    assert symbol_of(SymbolFacts(text, identity="friend")) == (
        UNREADABLE.of_identity("friend").code
    )
    assert symbol_of(SymbolFacts(text))[3:6] == "100"


def test_that_the_exercise_amplifier_is_left_out_unless_asked_for():
    facts = SymbolFacts("10131000161211020000", identity="friend")
    assert symbol_of(facts)[2] == "0"
    assert symbol_of(facts, as_reality=False)[2] == "1"


def test_that_echelons_added_to_the_doctrine_are_drawn():
    echelons = {**ECHELONS, "BATTLEGROUP": "17"}
    assert symbol_of(SymbolFacts("", "BATTLEGROUP", "LAND"), echelons)[8:10] == "17"


def test_that_codes_of_letters_follow_side_and_echelon_too():
    facts = SymbolFacts("S-G-UCIZ--", identity="hostile")
    assert not is_letters(facts.sidc)
    facts = SymbolFacts("s*g*uciz---f***", "BRIGADE", identity="hostile")
    assert symbol_of(facts) == "SHGPUCIZ---H---"
    assert symbol_of(SymbolFacts("SSGPUCIZ-------", identity="hostile")) == "SSGPUCIZ-------"
    assert symbol_of(SymbolFacts("SFGPUCIZ--MO---", "BRIGADE")) == "SFGPUCIZ--MO---"


def test_that_letters_are_written_in_full():
    assert lettered("S-G-UCI----F") == "SUGPUCI----F---"
    assert is_letters("SFGPUCI----F--G")
    assert not is_letters("mechanised infantry")
