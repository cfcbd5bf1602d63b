"""Symbol codes as other formats take them, and how exactly they say what the plan says."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.intake import Link, Proposed
from exerciseplanner.exchange.force_symbols import ForceSymbols
from tests.exchange.forces_at_hand import exercise_at, full_unit, picture_of, sides


@pytest.fixture
def symbols(tmp_path):
    """`symbols(row, viewpoint="Red")`: the digits and letters of one unit as a side sees it."""
    opened = []

    def of(row, viewpoint=None):
        workspace = exercise_at(tmp_path, f"PLAN{len(opened)}", *sides(), row)
        opened.append(workspace)
        picture = picture_of(workspace)
        side = next((each.id for each in picture.sides if each.name == viewpoint), None)
        made = ForceSymbols(picture, side)
        return made.digits(picture.units[0]), made.letters(picture.units[0])

    yield of
    for workspace in opened:
        workspace.close()


def test_that_a_code_that_is_fixed_is_given_with_echelon_and_side(symbols):
    digits, letters = symbols(full_unit(sidc="10031000001211020000", echelon="BRIGADE"))
    assert digits == ("10031000181211020000", "exact")
    assert letters == ("SFGPUCIZ---H---", "exact")


def test_that_a_unit_without_a_code_gets_the_one_it_is_drawn_by(symbols):
    ship = Proposed("unit", "s", "", {"name": "Ship", "domain": "MARITIME"})
    digits, _ = symbols(ship)
    assert digits == ("10013000001200000000", "exact")


def test_that_the_other_side_sees_it_as_hostile_in_digits_and_in_letters(symbols):
    digits, letters = symbols(full_unit(), viewpoint="Red")
    assert (digits.code[3], letters.code[1]) == ("6", "H")
    own, _ = symbols(full_unit(side_id=Link("side", "red")), viewpoint="Red")
    assert own.code[3] == "3"


def test_that_letters_become_digits_and_digits_that_letters_cannot_say_are_near_or_failed(symbols):
    digits, letters = symbols(full_unit(sidc="SFGPUCI----H---"))
    assert digits == ("10031000181211000000", "exact")
    assert letters == ("SFGPUCI----H---", "exact")
    _, near = symbols(full_unit(sidc="10031000181211990000"))
    assert near.match == "near"
    _, none = symbols(full_unit(sidc="10036000001101000000"))
    assert none.match == "failed"
