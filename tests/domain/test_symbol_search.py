"""Tests of finding symbols by planners' words, over the tables as they are shipped."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.symbol_entities import read_entities, read_modifiers
from exerciseplanner.domain.symbol_search import OFTEN, understood
from exerciseplanner.domain.symbols import parse_sidc
from exerciseplanner.workspace.symbology import symbol_finder, symbology

FOUND = [
    ("mech inf bn", "10031000161211020000"),
    ("mechanised infantry", "10031000001211020000"),
    ("Mechanized Infantry Battalion", "10031000161211020000"),
    ("airborne inf bn", "10031000161211000001"),
    ("mountain infantry bde", "10031000181211000027"),
    ("tank bn", "10031000161205000000"),
    ("arty bn", "10031000161303000000"),
    ("mlrs bty", "10031000151303004100"),
    ("army aviation bn", "10031000161206000000"),
    ("hq div", "10031002211100000000"),
    ("task force tank bn", "10031004161205000000"),
    ("planned eng coy", "10031010151407000000"),
    ("dummy recce plt", "10031001141213000000"),
    ("logistics bn", "10031000161606000000"),
    ("medical role 2", "10031000001613004300"),
    ("cbrn coy", "10031000151401000000"),
    ("sof", "10031000001218000000"),
    ("cyber protection", "10036000001103000000"),
    ("frigate", "10033000001202040000"),
    ("submarine", "10033500001101000000"),
    ("fighter", "10030100001101040000"),
    ("uav", "10031000001219000000"),
    ("ngo", "10031100001104000000"),
    ("cimic", "10031000001103000000"),
    ("eod", "10031000001408000000"),
]


@pytest.mark.parametrize(("words", "code"), FOUND)
def test_that_the_words_of_planners_find_the_symbol_first(words, code):
    assert symbol_finder().find(words)[0].code.code == code


def test_that_every_word_has_to_be_met():
    assert symbol_finder().find("mech inf xylophone") == ()
    assert symbol_finder().find("") == ()


def test_that_hits_name_entity_and_modifiers():
    hit = symbol_finder().find("bridging engineer coy")[0]
    assert hit.name == "Engineer · Bridging"


def test_that_no_two_entities_have_one_code_and_every_code_can_be_parsed():
    tables = symbology()
    codes = [each.symbol_set + each.code for each in tables.entities]
    assert len(codes) == len(set(codes)) > 700
    for each in tables.entities:
        assert parse_sidc(f"1003{each.symbol_set}0000{each.code}0000").entity == each.code
        assert tables.entity(each.symbol_set, each.code) is each


def test_that_modifiers_are_looked_up_by_set_and_sector():
    tables = symbology()
    found = tables.modifier("10", 2, "01")
    assert found is not None
    assert found.name == "Airborne"
    assert tables.modifier("10", 1, "01") is not found
    assert found in tables.modifiers_of("10", 2)


def test_that_what_is_asked_for_beside_the_entity_is_understood():
    wish = understood("planned HQ task force dummy mech bde")
    assert (wish.words, wish.echelon) == (("mech",), "BRIGADE")
    assert (wish.headquarters, wish.task_force, wish.dummy, wish.planned) == (True,) * 4


def test_that_a_table_is_read_by_its_levels():
    table = (
        "a\tb\tc\tCode\nSea\t\t\t110000\n\tShip\t\t110100\r\n"
        "\t\tTUG, HARBOUR\t110101\n\t\t{x}\t110102\n"
    )
    names = [each.names for each in read_entities("30", table)]
    assert names == [("Sea",), ("Sea", "Ship"), ("Sea", "Ship", "Tug, harbour")]
    assert (
        read_modifiers("30", 1, "Name\tCode\nUnspecified\t00\nOwn\t01\nReserved\t02-98\n")[0].name
        == "Own"
    )


def test_that_all_that_planners_draw_most_is_there():
    assert len(symbol_finder().often()) == len(OFTEN)
