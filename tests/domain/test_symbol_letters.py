"""Tests of codes of letters: what says the same comes back the same."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.symbol_letters import Conversion, LetterCodes, letter_rows
from exerciseplanner.workspace.symbology import letter_codes

SAME = [
    ("SFGPUCIZ---F---", "10031000161211020000"),
    ("SHGPUCA---AH---", "10061002181205000000"),
    ("SNGAUCF---EG---", "10041014171303000000"),
    ("SUSPCLFF-------", "10013000001202040000"),
    ("SFAPMFF--------", "10030100001101040000"),
    ("SDGPUCI----F---", "10131000161211000000"),
    ("SSGPUCR---FE---", "10051001151213000000"),
]


@pytest.mark.parametrize(("letters", "numbers"), SAME)
def test_that_a_code_means_the_same_in_letters_and_in_digits(letters, numbers):
    table = letter_codes()
    assert table.to_digits(letters) == Conversion(numbers, "exact")
    assert table.to_letters(numbers) == Conversion(letters, "exact")


def test_that_every_row_of_the_table_that_is_not_one_of_several_comes_back():
    table = letter_codes()
    rows = letter_rows_of(table)
    assert len(rows) > 1900
    failed = []
    for letters, (symbol_set, numbers) in rows.items():
        code = letters.replace("*", "F", 1).replace("*", "P", 1) + "-----"
        there = table.to_digits(code)
        assert there == Conversion(f"1003{symbol_set}0000{numbers}", "exact")
        back = table.to_letters(there.code)
        if back.match != "exact" or table.to_digits(back.code).code != there.code:
            failed.append(letters)
    assert failed == []


def letter_rows_of(table: LetterCodes) -> dict[str, tuple[str, str]]:
    return dict(table._numbers)


def test_that_the_nearest_general_symbol_stands_in_and_says_so():
    table = letter_codes()
    assert table.to_digits("SFGPUCIXX--F---") == Conversion("10031000161211000000", "near")
    assert table.to_letters("10031000161211002004") == Conversion("SFGPUCI----F---", "near")


def test_that_what_letters_cannot_say_makes_a_code_near():
    table = letter_codes()
    assert table.to_letters("130310001612110200001000000276").match == "near"
    assert table.to_letters("10231000161211020000") == Conversion("SFGPUCIZ---F---", "near")


@pytest.mark.parametrize("text", ["", "nonsense", "10036000001103000000", "XFGPUCIZ---F---"])
def test_that_what_has_no_counterpart_fails(text):
    table = letter_codes()
    assert table.to_letters(text) == Conversion("", "failed")
    assert table.to_digits(text) == Conversion("", "failed")


def test_that_a_script_without_the_table_is_refused():
    with pytest.raises(Refusal, match="table of letter codes"):
        letter_rows("function nothing() {}")
