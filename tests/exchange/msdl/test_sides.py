"""Friend and hostile follow from how sides say they stand to one of them."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from tests.exchange.msdl.scenarios import BLUE, GREEN, RED, scenario, side, tag


def identities(intake):
    return {row.values["name"]: row.values["identity"] for row in intake.rows if row.noun == "side"}


def said(intake):
    return "\n".join(f"{doubt.place}: {doubt.message}" for doubt in intake.doubts)


@pytest.mark.parametrize(
    ("code", "identity", "nuance"),
    [
        ("FR", "friend", ""),
        ("HO", "hostile", ""),
        ("NEUTRL", "neutral", ""),
        ("UNK", "unknown", ""),
        ("ho", "hostile", ""),
        ("AFR", "friend", "Assumed friend"),
        ("AHO", "hostile", "Assumed hostile"),
        ("ANT", "neutral", "Assumed neutral"),
        ("SUSPCT", "hostile", "Suspect"),
        ("JOKER", "hostile", "Joker"),
        ("FAKER", "hostile", "Faker"),
        ("PENDNG", "unknown", "Pending"),
        ("IV", "unknown", "Involved"),
        ("AIV", "unknown", "Assumed involved"),
    ],
)
def test_that_every_relationship_is_one_of_four_identities(read, code, identity, nuance):
    intake = read(scenario([side(BLUE, "Blue", [(RED, code)]), side(RED, "Red")]))
    assert identities(intake) == {"Blue": "friend", "Red": identity}
    assert (f"The side is “{nuance}” there" in said(intake)) is bool(nuance)


def test_that_an_unknown_relationship_is_said(read):
    intake = read(scenario([side(BLUE, "Blue", [(RED, "ALLY")]), side(RED, "Red")]))
    assert identities(intake)["Red"] == "unknown"
    assert said(intake) == "Red: The relationship “ALLY” is not known; taken as unknown."


def test_that_the_viewpoint_may_be_chosen_by_name_or_handle(read):
    sides = [
        side(BLUE, "Blue", [(RED, "HO"), (GREEN, "NEUTRL")]),
        side(RED, "Red", [(BLUE, "HO"), (GREEN, "FR")]),
        side(GREEN, "Green"),
    ]
    content = scenario(sides)
    assert identities(read(content)) == {"Blue": "friend", "Red": "hostile", "Green": "neutral"}
    red = {"Blue": "hostile", "Red": "friend", "Green": "friend"}
    assert identities(read(content, "red")) == identities(read(content, RED)) == red
    with pytest.raises(Refusal, match="no side “Grey”") as refusal:
        read(content, "Grey")
    assert refusal.value.remedy == "Choose one of: Blue, Red, Green."


def test_that_what_only_the_other_side_says_counts_too(read):
    intake = read(scenario([side(BLUE, "Blue"), side(RED, "Red", [(BLUE, "HO")])]))
    assert identities(intake)["Red"] == "hostile"


def test_that_allegiance_passes_relations_on_in_both_directions(read):
    sides = [
        side(BLUE, "Army", [], tag("AllegianceHandle", GREEN)),
        side(GREEN, "Coalition", [(RED, "HO")]),
        side(RED, "Red"),
        side("r2", "Red navy", [], tag("AllegianceHandle", RED)),
        side("g2", "Green navy", [], tag("AllegianceHandle", GREEN)),
    ]
    assert identities(read(scenario(sides))) == {
        "Army": "friend",
        "Coalition": "friend",
        "Red": "hostile",
        "Red navy": "hostile",
        "Green navy": "friend",
    }


def test_that_a_side_nobody_speaks_of_is_unknown_and_said(read):
    intake = read(scenario([side(BLUE, "Blue"), side(RED, "Red")]))
    assert identities(intake) == {"Blue": "friend", "Red": "unknown"}
    assert said(intake) == "Red: Nothing says how it stands to Blue; taken as unknown."


def test_that_allegiance_in_a_circle_to_nobody_or_to_itself_does_no_harm(read):
    sides = [
        side(BLUE, "Blue", [], tag("AllegianceHandle", BLUE)),
        side(RED, "Red", [(BLUE, "HO")], tag("AllegianceHandle", GREEN)),
        side(GREEN, "Green", [], tag("AllegianceHandle", RED)),
        side("x", "Loose", [], tag("AllegianceHandle", "nobody")),
    ]
    intake = read(scenario(sides))
    assert identities(intake)["Green"] == "hostile"
    assert "Loose: There is no side nobody, to which it shows allegiance." in said(intake)


def test_that_relations_the_identities_do_not_say_are_lost_and_counted(read):
    sides = [
        side(BLUE, "Blue", [(RED, "HO"), (GREEN, "HO"), ("gone", "FR")]),
        side(RED, "Red", [(GREEN, "HO"), (BLUE, "HO")]),
        side(GREEN, "Green"),
    ]
    intake = read(scenario(sides))
    lost = [doubt.message for doubt in intake.left_out if doubt.place == "Sides"]
    assert lost == ["Associations that the identities of the sides do not say: 1."]
    assert "Blue: It states how it stands to gone, which is no side of the file." in said(intake)


def test_that_two_sides_of_one_handle_are_both_taken(read):
    intake = read(scenario([side(BLUE, "Blue"), side(BLUE, "Blue too", [(BLUE, "FR")])]))
    assert list(identities(intake)) == ["Blue", "Blue too"]
    assert f"Its handle {BLUE} is that of another side." in said(intake)
