"""Doubts find the rows they are about."""

from __future__ import annotations

import pytest

from exerciseplanner.ui.widgets.importing.fates import _places


@pytest.mark.parametrize(
    ("place", "rows"),
    [
        ("Sheet 'MSEL', row 5", ["Sheet 'MSEL', row 5"]),
        ("Sheet 'MSEL', rows 2–4, 9", [f"Sheet 'MSEL', row {n}" for n in (2, 3, 4, 9)]),
        ("Rows 3, 5–6", ["Row 3", "Row 5", "Row 6"]),
        ("File", ["File"]),
        ("Sheet 'Meadows 2'", ["Sheet 'Meadows 2'"]),
        ("Rows 1–2, 9 … (40 rows)", ["Rows 1–2, 9 … (40 rows)"]),
    ],
)
def test_that_a_doubt_about_many_rows_is_told_at_each(place, rows):
    assert list(_places(place)) == rows
