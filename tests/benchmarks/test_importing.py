"""From a spreadsheet to the plan, against reading its cells alone."""

from __future__ import annotations

import pytest
import python_calamine
import xlsxwriter

from exerciseplanner.exchange.reading import read
from exerciseplanner.workspace.operations.intake import take_in
from tests.workspace.plans import begun

ROWS = 5000
HEADER = (
    "Serial", "Title", "Planned time", "From", "To", "Means", "Message", "Expected action", "Remarks",
)  # fmt: skip


@pytest.fixture(scope="module")
def spreadsheet(tmp_path_factory):
    """A workbook of five thousand injects, as planners keep them."""
    path = tmp_path_factory.mktemp("sheet") / "MSEL.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("MSEL")
    sheet.write_row(0, 0, HEADER)
    for number in range(ROWS):
        day, minute = divmod(number * 2, 24 * 60)
        sheet.write_row(
            number + 1,
            0,
            (
                f"{number + 1:04d}",
                f"Inject {number + 1} about the fibre cable",
                f"D+{day} {minute // 60:02d}{minute % 60:02d}",
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
        workspace.undo()

    def cells():
        rows = python_calamine.CalamineWorkbook.from_path(str(spreadsheet))
        assert len(rows.get_sheet_by_index(0).to_python()) == ROWS + 1

    race.ratio(
        "import 5,000 spreadsheet rows, and undo it",
        imported,
        cells,
        limit=10,
        rounds=3,
        floor_is="reading the cells with the reader alone",
    )
    workspace.close()
