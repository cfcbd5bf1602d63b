"""What a field takes, and how what was typed is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.records import record
from tests.workspace.plans import ids, small


@pytest.fixture
def kept(tmp_path):
    """Edit one field of the first row of a noun; gives the value that the file keeps."""
    workspace = small(tmp_path)

    def edit(noun, field, value):
        row_id = ids(workspace, noun)[0]
        workspace.do(VERBS[noun].edit, [row_id], {field: value})
        return workspace.ask(record, noun, row_id)[field]

    yield edit
    workspace.close()


@pytest.mark.parametrize(
    ("noun", "field", "value", "stored"),
    [
        ("inject", "title", "  two\nlines \n", "two lines"),
        ("inject", "message", " two\r\nlines ", "two\nlines"),
        ("inject", "message", None, ""),
        ("inject", "start", "-90", -90),
        ("inject", "start", 3.0, 3),
        ("inject", "start", "", None),
        ("unit", "latitude", "59,91", 59.91),
        ("unit", "latitude", "-0.0", 0.0),
        ("unit", "strength_planned", " 650 ", 650),
        ("unit", "sidc", "1003 1000 1612 1102 0000", "10031000161211020000"),
        ("unit", "sidc", "sfgpuci----f***", "SFGPUCI----F---"),
        ("unit", "sidc", "", ""),
        ("objective", "weight", None, 0),
        ("evaluator", "lead", "Yes", 1),
        ("evaluator", "lead", "", 0),
        ("inject", "marking_releases", "MD; EU, EU", '["EU", "MD"]'),
        ("inject", "marking_releases", ["EU"], '["EU"]'),
        ("inject", "marking_releases", '["PfP"]', '["PfP"]'),
        ("inject", "released_at", "2026-09-14T06:00:00Z", "2026-09-14T06:00:00Z"),
        ("inject", "released_at", datetime(2026, 9, 14, 6, tzinfo=UTC), "2026-09-14T06:00:00Z"),
        (
            "inject",
            "released_at",
            datetime(2026, 9, 14, 6, tzinfo=timezone(timedelta(hours=2))),
            "2026-09-14T04:00:00Z",
        ),
        ("inject", "released_at", None, None),
        ("inject", "contingency_for_id", "", None),
    ],
)
def test_that_a_value_is_kept_in_one_form(noun, field, value, stored, kept):
    assert kept(noun, field, value) == stored


@pytest.mark.parametrize(
    ("noun", "field", "value"),
    [
        ("inject", "title", 5),
        ("inject", "title", " "),
        ("inject", "start", "soon"),
        ("inject", "start", 2.5),
        ("inject", "start", "9" * 30),
        ("inject", "start", 10**13),
        ("inject", "duration", -1),
        ("unit", "latitude", 91),
        ("unit", "sidc", "a tank"),
        ("unit", "sidc", "100310001612110200"),
        ("unit", "latitude", "nan"),
        ("unit", "latitude", "inf"),
        ("inject", "state", "no such state"),
        ("strand", "kind", "saga"),
        ("inject", "strand_id", "no-such-row"),
        ("inject", "units", ["no-such-row"]),
        ("inject", "marking_releases", "[broken"),
        ("inject", "marking_releases", "[" * 5000),
        ("inject", "marking_releases", 5),
        ("evaluator", "lead", "maybe"),
        ("inject", "released_at", "2026-02-30T06:00:00Z"),
        ("inject", "released_at", "2026-09-14"),
        ("inject", "released_at", datetime(2026, 9, 14)),  # noqa: DTZ001 - that is the point
        ("inject", "no_such_field", "x"),
    ],
)
def test_that_what_a_field_does_not_take_is_refused_beside_the_field(noun, field, value, kept):
    with pytest.raises(Refusal) as told:
        kept(noun, field, value)
    assert told.value.field == field
    assert told.value.message


def test_that_a_choice_is_known_by_code_or_name_in_any_case(kept):
    assert kept("inject", "kind", "INJECT") == "inject"
    assert kept("side", "identity", "Hostile") == "hostile"
