"""From a C2SIM message of five thousand units to the plan, against parsing the file with lxml."""

from __future__ import annotations

import pytest
from lxml import etree

from exerciseplanner.exchange.c2sim.reading import read_c2sim
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.intake import dry_run
from tests.exchange.c2sim.messages import (
    BLUE,
    NIL,
    RED,
    SPACE_2,
    both_sides,
    dis,
    message,
    state,
    symbol,
    system,
    unit,
)
from tests.workspace.plans import begun

UNITS = 5000
BELOW = 5
LEVELS = (("DIV", "I"), ("BDE", "H"), ("BN", "F"), ("COY", "E"), ("PLT", "D"), ("SECT", "C"))
FLOOR = "parsing it with lxml alone"


@pytest.fixture(scope="module")
def big_message(tmp_path_factory):
    """A message as servers write it: indented, every unit with state, symbol, type and system."""
    written = message(
        *both_sides(),
        *(_unit(number) for number in range(UNITS)),
        systems=[
            system(f"SIM-{at}", *(_uuid(each) for each in range(at, UNITS, 7))) for at in range(7)
        ],
        space=SPACE_2,
    )
    tree = etree.fromstring(written.encode()).getroottree()
    etree.indent(tree, "    ")
    path = tmp_path_factory.mktemp("message") / "message.xml"
    tree.write(path, encoding="UTF-8", xml_declaration=True)
    return path


def _uuid(number):
    return f"{number:08x}-2222-4222-8222-222222222222"


def _unit(number):
    level, above = 0, number
    while above >= 2:
        level, above = level + 1, (above - 2) // BELOW
    echelon, letter = LEVELS[min(level, len(LEVELS) - 1)]
    side, drawn = (BLUE, "F") if above == 0 else (RED, "H")
    return unit(
        f"{number + 1}. {echelon}",
        _uuid(number),
        state(f"{58 + number / 10_000:.6f}", f"{16 + number / 10_000:.6f}"),
        superior=NIL if number < 2 else _uuid((number - 2) // BELOW),
        of=side,
        echelon=echelon,
        drawn=symbol(f"S{drawn}GPUCI----{letter}---") + dis(11, 1, 225, number % 90, 1, 0, 0),
    )


@pytest.fixture
def parsed(big_message):
    """Parses the message with lxml and nothing else."""
    return lambda: etree.parse(big_message)


def test_reading_and_proposing_five_thousand_units(big_message, parsed, race):
    def proposed():
        assert read_c2sim(big_message).read["units"] == UNITS

    race.ratio(
        "read and propose a C2SIM message of 5,000 units",
        proposed,
        parsed,
        limit=4,
        rounds=9,
        floor_is=FLOOR,
    )


def test_a_dry_run_of_five_thousand_units(big_message, parsed, tmp_path, race):
    workspace = begun(tmp_path)

    def tried():
        weighing = workspace.ask(dry_run, read_c2sim(big_message))
        assert weighing.count("added") == UNITS + 2

    race.ratio(
        "read, propose and weigh a C2SIM message of 5,000 units (dry run)",
        tried,
        parsed,
        limit=5,
        rounds=9,
        floor_is=FLOOR,
    )
    workspace.close()


def test_importing_five_thousand_units(big_message, parsed, tmp_path, race):
    workspace = begun(tmp_path)

    def imported():
        weighing = workspace.do(take_in, read_c2sim(big_message))
        assert weighing.count("added") == UNITS + 2

    race.ratio(
        "import a C2SIM message of 5,000 units, into the file and undoable",
        imported,
        parsed,
        before=workspace.undo,
        limit=5,
        rounds=7,
        floor_is=FLOOR,
    )
    workspace.close()


def test_weighing_and_applying_five_thousand_units(big_message, parsed, tmp_path, race):
    workspace = begun(tmp_path)
    intake = read_c2sim(big_message)

    race.ratio(
        "of it, weigh and apply what was read",
        lambda: workspace.do(take_in, intake),
        parsed,
        before=workspace.undo,
        limit=5,
        rounds=7,
        floor_is=FLOOR,
    )
    workspace.close()
