"""A force of two thousand units comes in and goes out in a time that is felt as at once."""

from __future__ import annotations

from time import process_time

from exerciseplanner.exchange.msdl.reading import read_msdl
from exerciseplanner.exchange.msdl.writing import write_msdl
from exerciseplanner.exchange.writing import Choices
from exerciseplanner.exchange.xml_reading import read_xml
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.force_picture import force_picture
from tests.exchange.msdl.scenarios import (
    BLUE,
    blue_and_red,
    handle,
    held_by,
    item,
    modifiers,
    place,
    scenario,
    under,
    under_side,
    unit,
)

UNITS = 2_000
MOST_PARSES = 30
"""What reading may cost, as a multiple of parsing the same file alone."""


def large():
    """Two thousand units six levels deep, each with a place and every second one with equipment."""
    detail = modifiers(Echelon="COMPANY", CombatEffectiveness="GREEN", UniqueDesignation="A")
    units = [
        unit(
            handle(at),
            f"Unit {at}",
            under(handle(at // 4), "ATTACHED" if at % 3 else "OPCON")
            if at > 3
            else under_side(BLUE),
            detail,
            place("GDC", Latitude=58 + at / 1000, Longitude=15 + at / 1000, ElevationAGL=""),
            symbol="S-G-UCI----E--G",
        )
        for at in range(1, UNITS + 1)
    ]
    items = [
        item(handle(10_000 + at), held_by(handle(at)), Quantity="4", EquipmentType="Vehicle")
        for at in range(1, UNITS, 2)
    ]
    return scenario(blue_and_red(), units, items)


def test_that_two_thousand_units_come_in_and_go_out(workspace, tmp_path):
    path = tmp_path / "large.xml"
    path.write_text(large(), encoding="utf-8")
    read_msdl(path)  # tables of symbols are read once
    begun = process_time()
    for _ in range(3):
        read_xml(path)
    parsed = (process_time() - begun) / 3
    begun = process_time()
    intake = read_msdl(path)
    reading = process_time() - begun
    assert intake.read["units"] == UNITS
    workspace.do(take_in, intake)
    picture = workspace.ask(force_picture)
    for strict in (False, True):
        begun = process_time()
        out = write_msdl(picture, Choices(strict=strict))
        writing = process_time() - begun
        path.write_bytes(out.content)
        back = read_msdl(path)
        assert {row.key: row.values for row in back.rows} == {
            row.key: row.values for row in intake.rows
        }
        assert writing < MOST_PARSES * parsed, (writing, parsed)
    assert reading < MOST_PARSES * parsed, (reading, parsed)
