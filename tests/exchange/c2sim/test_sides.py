"""Friend and hostile, as one of the sides sees the others."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.c2sim.codes import HOSTILITIES, HOSTILITY_WORDS
from tests.exchange.c2sim.conftest import only, rows, said
from tests.exchange.c2sim.messages import BLUE, NIL, RED, message, new_uuid, side, symbol, unit

GREEN = "0000000a-0000-4000-8000-000000000000"
HOSTILITY_CODES = (
    *("AFR", "AHO", "AIV", "ANT", "FAKER", "FR", "HO", "IV", "JOKER", "NEUTRL", "PENDNG"),
    *("SUSPCT", "UNK"),
)
"""HostilityStatusCode of SMX, the same in every version."""


def identities(intake):
    return {row.values["name"]: row.values["identity"] for row in rows(intake, "side")}


def test_that_every_hostility_code_becomes_an_identity(read):
    assert sorted(HOSTILITIES) == sorted(HOSTILITY_CODES)
    for code in HOSTILITY_CODES:
        intake = read(message(side("Blue", BLUE, (code, RED)), side("Red", RED)), "Blue")
        assert identities(intake) == {"Blue": "friend", "Red": HOSTILITIES[code]}
        nuanced = code in HOSTILITY_WORDS
        assert ("there; taken as" in said(intake.doubts)) is nuanced
        assert ("Hostility in C2SIM" in str(only(intake, "Red").values["note"])) is nuanced


def test_that_the_side_whose_units_are_drawn_as_friends_sees_the_others(read):
    intake = read(
        message(
            side("Red", RED, ("HO", BLUE)),
            side("Blue", BLUE, ("HO", RED)),
            unit("Own"),
            unit("Other", of=RED, drawn=symbol("SHGPUCI----F---")),
        )
    )
    assert identities(intake) == {"Red": "hostile", "Blue": "friend"}
    assert "as “Blue” sees them (most units drawn as friends are its own)" in said(intake.doubts)
    assert "Its symbol is drawn" not in said(intake.doubts)


def test_that_without_symbols_it_is_the_side_most_call_a_friend(read):
    intake = read(
        message(
            side("Red", RED, ("HO", BLUE), ("HO", GREEN)),
            side("Green", GREEN, ("FR", BLUE), ("HO", RED)),
            side("Blue", BLUE, ("NEUTRL", GREEN), ("HO", RED)),
        )
    )
    assert identities(intake) == {"Red": "hostile", "Green": "neutral", "Blue": "friend"}
    assert "(most sides call it a friend)" in said(intake.doubts)


def test_that_otherwise_it_is_the_first_side(read):
    intake = read(message(side("Red", RED, ("HO", BLUE)), side("Blue", BLUE, ("HO", RED))))
    assert identities(intake) == {"Red": "friend", "Blue": "hostile"}
    assert "as “Red” sees them (the first side)" in said(intake.doubts)


@pytest.mark.parametrize("viewpoint", ["Red", "red ", RED, RED.upper(), "OPFOR"])
def test_that_the_viewpoint_may_be_chosen_by_name_or_uuid(read, viewpoint):
    intake = read(
        message(
            side("Blue", BLUE, ("HO", RED)),
            side(("Red", "OPFOR"), RED, ("HO", BLUE)),
            unit("Own"),
            unit("Other", of=RED, drawn=symbol("SHGPUCI----F---")),
        ),
        viewpoint,
    )
    assert identities(intake) == {"Blue": "hostile", "Red": "friend"}
    assert only(intake, "Own").values["sidc"] == "10061000161211000000"
    assert only(intake, "Other").values["sidc"] == "10031000161211000000"
    assert "sees them (as chosen)" in said(intake.doubts)
    assert "Blue / Own: Its symbol is drawn as a friend, its side is hostile." in said(
        intake.doubts
    )
    assert only(intake, "Red").values["note"] == "Also called: OPFOR"


def test_that_a_viewpoint_that_is_no_side_is_refused(read):
    with pytest.raises(Refusal) as refusal:
        read(message(side("Blue", BLUE), side("Red", RED)), "Purple")
    assert refusal.value.field == "viewpoint"
    assert refusal.value.remedy == "Choose one of: Blue, Red."


def test_that_a_relation_that_one_side_leaves_out_is_taken_from_the_other(read):
    intake = read(message(side("Blue", BLUE), side("Red", RED, ("HO", BLUE))), "Blue")
    assert identities(intake)["Red"] == "hostile"


@pytest.mark.parametrize(
    ("relations", "doubt"),
    [((), "does not say what it is to “Blue”"), ((("ODD", RED),), "Its hostility reads “ODD”")],
)
def test_that_what_nobody_says_is_unknown(read, relations, doubt):
    intake = read(message(side("Blue", BLUE, *relations), side("Red", RED)), "Blue")
    assert identities(intake)["Red"] == "unknown"
    assert doubt in said(intake.doubts)


def test_that_sides_without_name_or_uuid_and_twice_the_same_are_taken_and_said(read):
    intake = read(message(side((), BLUE), side("Red", ""), side("Again", BLUE)))
    assert [row.values["name"] for row in rows(intake, "side")] == ["Side 1", "Red"]
    assert "called “Side 1”" in said(intake.doubts)
    assert "Again: Its UUID is that of another side; left out." in said(intake.doubts)


def test_that_a_unit_whose_side_is_not_there_has_none(read):
    lost = new_uuid()
    intake = read(message(side(), unit("Stray", of=lost), unit("Nobody's", of=NIL)))
    assert "side_id" not in only(intake, "Stray").values
    assert f"Its side {lost} is not in the message" in said(intake.doubts)
    assert "Nobody's" not in said(intake.doubts)


def test_that_without_sides_the_symbols_stay_as_they_are_drawn(read):
    intake = read(message(unit("Raiders", of=None, drawn=symbol("SHGPUCI----F---"))))
    assert only(intake, "Raiders").values["sidc"] == "10061000161211000000"
    assert intake.doubts == ()


def test_that_what_other_sides_say_of_each_other_is_lost_with_a_word(read):
    feud = (
        side("Blue", BLUE, ("HO", RED), ("HO", GREEN)),
        side("Red", RED, ("HO", BLUE), ("HO", GREEN)),
        side("Green", GREEN, ("HO", BLUE), ("HO", RED)),
    )
    intake = read(message(*feud), "Blue")
    assert "Sides: Relations that the identities of the sides do not say: 2." in said(
        intake.left_out
    )
    allies = (*feud[:1], side("Red", RED, ("FR", GREEN)), side("Green", GREEN, ("FR", RED)))
    assert "Sides: Relations" not in said(read(message(*allies), "Blue").left_out)


def test_that_a_relation_to_a_side_that_is_not_there_is_said(read):
    gone = new_uuid()
    intake = read(message(side("Blue", BLUE, ("HO", gone))))
    assert f"Blue: It states how it stands to {gone}, which is no side" in said(intake.doubts)
