"""From a spreadsheet to the plan, against reading its cells alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import xlsxwriter

from exerciseplanner.domain.dtg import format_dtg
from exerciseplanner.exchange.reading import read
from exerciseplanner.exchange.spreadsheets.reading import read_workbook
from exerciseplanner.workspace.operations.intake import take_in
from tests.workspace.plans import begun

ROWS = 5000
STARTEX = datetime(2026, 9, 14, 6, tzinfo=UTC)
HEADER = ("Serial", "Title", "DTG", "From", "To", "Means", "Message", "Expected action", "Remarks")


@pytest.fixture(scope="module")
def spreadsheet(tmp_path_factory):
    """A workbook of five thousand injects, as planners keep them."""
    path = tmp_path_factory.mktemp("sheet") / "MSEL.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("MSEL")
    sheet.write_row(0, 0, HEADER)
    for number in range(ROWS):
        sheet.write_row(
            number + 1,
            0,
            (
                f"{number + 1:04d}",
                f"Inject {number + 1} about the fibre cable",
                format_dtg(STARTEX + timedelta(minutes=2 * number)),
                "HICON",
                "Brigade North",
                "E-mail",
                f"At {number} the cable was cut near Tromsø. " * 3,
                "The brigade reports the loss of connection and re-routes.",
                "",
            ),
        )
    book.close()
    return path


def test_importing_five_thousand_rows(spreadsheet, tmp_path, race):
    workspace = begun(tmp_path)

    def imported():
        weighing = workspace.do(take_in, read(spreadsheet, workspace))
        assert weighing.count("added") == ROWS

    race.ratio(
        "import 5,000 spreadsheet rows",
        imported,
        lambda: read_workbook(spreadsheet),
        before=workspace.undo,
        limit=10,
        rounds=5,
        floor_is="reading the cells with the reader alone",
    )
    workspace.close()
