"""What symbol codes of numbers and of letters say."""

from __future__ import annotations

import pytest

from exerciseplanner.exchange.orbat_mapper.symbols import read_symbol
from exerciseplanner.storage.packs import load_pack


@pytest.mark.parametrize(
    ("code", "echelon", "domain", "identity"),
    [
        ("10031000211211000000", "DIVISION", "LAND", "friend"),
        ("10031000161211000000", "BATTALION", "LAND", "friend"),
        ("10061000151218000000", "COMPANY", "SOF", "hostile"),
        ("10033000001202030000", "", "MARITIME", "friend"),
        ("10063500001101000000", "", "MARITIME", "hostile"),
        ("10040100001101000000", "", "AIR", "neutral"),
        ("10010500001101000000", "", "SPACE", "unknown"),
        ("10031100001101000000", "", "CIV", "friend"),
        ("10036000001101000000", "", "CYBER", "friend"),
        ("10031000351211000000", "", "LAND", "friend"),
        ("10032500001211000000", "", "", "friend"),
        ("130310001612110000001150000000", "BATTALION", "LAND", "friend"),
        ("SFGPUCI----F---", "BATTALION", "LAND", "friend"),
        ("SHGPUCI----H--G", "BRIGADE", "LAND", "hostile"),
        ("S*SP------*****", "", "MARITIME", ""),
        ("SNFP-----------", "", "SOF", "neutral"),
    ],
)
def test_that_a_symbol_code_says_echelon_domain_and_identity(code, echelon, domain, identity):
    symbol = read_symbol(code)
    assert symbol is not None
    assert (symbol.code, symbol.echelon, symbol.domain, symbol.identity) == (
        code,
        echelon,
        domain,
        identity,
    )


def test_that_a_symbol_of_ones_own_keeps_the_code_behind_it():
    symbol = read_symbol("custom1:10031000151211000000:wolf")
    assert symbol is not None
    assert (symbol.code, symbol.custom) == ("10031000151211000000", "wolf")


@pytest.mark.parametrize("code", ["", "tank", "1003100016121100000", "1" * 25, "SFGP"])
def test_that_anything_else_is_no_symbol_code(code):
    assert read_symbol(code) is None


@pytest.mark.parametrize("pack", ["nato-2023", "nato-2013", "us-jelc", "hseep"])
def test_that_every_echelon_and_domain_read_is_one_of_the_doctrine(pack):
    terms = {(term.kind, term.code): term for term in load_pack(pack).terms()}
    for digits in (*range(11, 19), *range(21, 27)):
        symbol = read_symbol(f"10031000{digits}1211000000")
        assert symbol is not None
        assert terms["echelon", symbol.echelon].text("sidc") == str(digits)
    for number in range(100):
        symbol = read_symbol(f"1003{number:02d}00001211000000")
        assert symbol is not None
        assert symbol.domain == "" or ("domain", symbol.domain) in terms
