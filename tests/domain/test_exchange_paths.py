"""Who can be expected to exchange with whom, worked out by hand."""

from __future__ import annotations

from exerciseplanner.domain.exchange_paths import Holding, Leg, Network, Protocol

L16 = Protocol("Link 16", "B")
OLD = Protocol("Link 16", "A")
JREAP = Protocol("JREAP", "B")
MIP = Protocol("MIP", "4.3")


def asked(holdings, producer, consumer, *only):
    held = {unit: [each for each in holdings if each.unit == unit] for unit in (producer, consumer)}
    return Network(holdings).exchange(held[producer], held[consumer], set(only))


def test_that_the_same_standard_in_the_same_edition_is_a_direct_path():
    found = asked([Holding("crc", L16), Holding("battery", L16)], "crc", "battery")
    assert found.expectation == "direct"
    assert found.legs == (Leg("crc", "battery", L16),)
    assert found.text == "Direct over Link 16 B: crc to battery."


def test_that_editions_that_differ_are_no_path_and_are_named():
    found = asked([Holding("crc", L16), Holding("battery", OLD)], "crc", "battery")
    assert found.expectation == "none"
    assert found.missing == (
        "Link 16 in different editions: B sent, A received. No gateway holds both."
    )


def test_that_a_unit_that_holds_both_editions_helps_only_as_a_gateway():
    ends = [Holding("crc", L16), Holding("battery", OLD)]
    idle = [Holding("hub", L16), Holding("hub", OLD)]
    missing = asked(ends + idle, "crc", "battery").missing
    assert missing.endswith("hub holds both but is no gateway.")
    working = [Holding("hub", L16, gateway=True), Holding("hub", OLD, gateway=True)]
    found = asked(ends + working, "crc", "battery")
    assert found.expectation == "through"
    assert found.gateways == ("hub",)
    assert found.text == "Through hub: crc to battery over Link 16 B, then Link 16 A."


def test_that_gateways_are_chained_and_the_fewest_are_taken():
    holdings = [
        Holding("a", L16),
        Holding("b", MIP),
        Holding("one", L16, gateway=True),
        Holding("one", JREAP, gateway=True),
        Holding("two", JREAP, gateway=True),
        Holding("two", MIP, gateway=True),
    ]
    assert asked(holdings, "a", "b").gateways == ("one", "two")
    shorter = [Holding("direct", L16, gateway=True), Holding("direct", MIP, gateway=True)]
    assert asked(holdings + shorter, "a", "b").gateways == ("direct",)


def test_that_who_only_consumes_cannot_send_and_the_way_back_is_another_question():
    holdings = [Holding("a", L16, "provides"), Holding("b", L16, "consumes")]
    assert asked(holdings, "a", "b").expectation == "direct"
    back = asked(holdings, "b", "a")
    assert back.expectation == "none"
    assert back.missing == "Neither side holds any standard."


def test_that_a_gateway_that_only_receives_passes_nothing_on():
    holdings = [
        Holding("a", L16),
        Holding("b", MIP),
        Holding("hub", L16, "provides", gateway=True),
        Holding("hub", MIP, "both", gateway=True),
    ]
    assert asked(holdings, "a", "b").expectation == "none"


def test_that_a_named_standard_has_to_be_used_at_both_ends():
    holdings = [Holding("a", L16), Holding("a", MIP), Holding("b", MIP)]
    assert asked(holdings, "a", "b").expectation == "direct"
    found = asked(holdings, "a", "b", "Link 16")
    assert found.expectation == "none"
    assert found.missing == "The consumer cannot receive Link 16; the producer sends Link 16 B."
    other = asked(holdings, "b", "a", "Link 16")
    assert other.missing == "The producer cannot send Link 16; the consumer receives Link 16 B."


def test_that_nothing_in_common_says_what_the_consumer_could_receive():
    found = asked([Holding("a", L16), Holding("b", MIP)], "a", "b")
    assert found.missing == "No standard in common; the consumer receives by MIP."


def test_that_what_nobody_recorded_is_unknown_and_not_impossible():
    found = asked([Holding("a", L16)], "a", "b")
    assert found.expectation == "unknown"
    assert found.missing == "No standard is recorded for the consumer."


def test_that_an_edition_not_stated_meets_no_edition_that_is():
    found = asked([Holding("a", Protocol("MIP")), Holding("b", MIP)], "a", "b")
    assert found.expectation == "none"
    assert "not stated sent, 4.3 received" in found.missing
