"""Damaged files and nonsensical tables end in a refusal or an intake, never in anything else."""

from __future__ import annotations

import random
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.intake import propose
from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from tests.exchange.spreadsheets.builders import (
    CONTEXT,
    HEAD,
    intake_of,
    row,
    write_ods,
    write_xls,
    write_xlsx,
)

ROWS = [HEAD] + [row(number) for number in range(1, 10)]
TEXTS = [[str(cell) for cell in cells] for cells in ROWS]
CELLS = st.sampled_from(
    ["", "", "x", "0900", "140900ZSEP26", "TBD", 5, 0.5, 900, -3, 1e300, "Day 2", "Email", "TO-01",
     "STARTEX", "15 March", "-", "To", "Time", "Title", True, date(2026, 9, 14), time(0, 0),
     datetime(1900, 1, 1), datetime(9999, 12, 31, 23, 59), timedelta(days=-1),  # noqa: DTZ001
     timedelta(days=400000), "a" * 300, "J-60",
     "9" * 50, "9" * 400, "9" * 400 + " days", "²", "T+99999999999999", "Day 999", "2026-13-45"]
)  # fmt: skip
HEADS = st.permutations([*HEAD, "Date", "Duration", "End", "Storyline", "Status", "Latitude"])


def read_or_refused(path):
    sentence = path.name
    try:
        propose(read_workbook(path), None, CONTEXT)
    except Refusal as refusal:
        sentence = str(refusal)
    assert path.name in sentence


def damaged(content, chance):
    broken = bytearray(content)
    for _ in range(chance.choice((1, 3, 20))):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken[: chance.randrange(1, len(broken))] if chance.random() < 0.2 else broken)


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "csv"])
def test_that_flipped_bytes_end_in_a_refusal_at_worst(tmp_path, kind, capfd):
    path = tmp_path / f"a.{kind}"
    if kind == "csv":
        path.write_text("\n".join(",".join(cells) for cells in TEXTS))
    else:
        write = {
            "xlsx": lambda p, r: write_xlsx(p, {"MSEL": r}),
            "xls": write_xls,
            "ods": write_ods,
        }
        write[kind](path, TEXTS)
    whole, chance = path.read_bytes(), random.Random(kind)
    for _ in range(80):
        path.write_bytes(damaged(whole, chance))
        read_or_refused(path)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_that_damage_inside_the_package_ends_in_a_refusal_at_worst(tmp_path, kind):
    plain, path = tmp_path / f"plain.{kind}", tmp_path / f"a.{kind}"
    if kind == "xlsx":
        write_xlsx(plain, {"MSEL": ROWS})
    else:
        write_ods(plain, TEXTS, spans=[(2, 0, 4, 0)])
    with zipfile.ZipFile(plain) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    chance = random.Random(kind)
    for _ in range(80):
        name = chance.choice([part for part in parts if part.endswith(".xml") and parts[part]])
        with zipfile.ZipFile(path, "w") as package:
            for part, content in parts.items():
                package.writestr(part, damaged(content, chance) if part == name else content)
        read_or_refused(path)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 9).flatmap(
    lambda width: st.tuples(
        HEADS.map(lambda names: names[:width]),
        st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=10),
        st.booleans(),
    )
))  # fmt: skip
def test_that_no_table_breaks_the_import(table):
    names, rows, headed = table
    try:
        intake = intake_of([names, *rows] if headed else rows)
    except Refusal:
        return
    keys = [(proposed.noun, proposed.key) for proposed in intake.rows]
    assert len(keys) == len(set(keys))
    assert all(proposed.values["title"] for proposed in intake.rows)


@pytest.mark.parametrize("number", ["9" * 400, "9" * 400 + ".5", "²", "9" * 5000])
@pytest.mark.parametrize("heading", ["Time", "Duration", "Day", "Hours", "Serial"])
def test_that_numbers_beyond_every_measure_stop_no_list(heading, number):
    head = [*HEAD, heading]
    rows = [[*row(1), number], [*row(2), f"{number} min"], [*row(3), "2"]]
    assert len(intake_of([head, *rows]).rows) >= 3
