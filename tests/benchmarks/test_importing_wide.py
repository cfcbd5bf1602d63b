"""Spreadsheets as wide as staffs keep them, and as wide as a spreadsheet program allows.

The floor is python-calamine alone: it opens the same workbook and gives its cells as Python values.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
import python_calamine as calamine
import xlsxwriter

from exerciseplanner import paths
from exerciseplanner.domain.dtg import format_dtg
from exerciseplanner.exchange.reading import read
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.injects import injects
from tests.benchmarks.conftest import _LINES
from tests.workspace.plans import begun

ROWS = 5000
LAST_COLUMN = 16_383
ROUNDS = 5
STARTEX = datetime(2026, 9, 14, 6, tzinfo=UTC)
COLUMNS = {
    "Serial": lambda n: f"{n:04d}",
    "Storyline": lambda n: f"Storyline {n % 12 + 1}",
    "Event": lambda n: f"Event {n % 60 + 1}",
    "Title": lambda n: f"Inject {n} about the fibre cable",
    "DTG": lambda n: format_dtg(STARTEX + timedelta(minutes=2 * n)),
    "Duration": lambda n: 15 + n % 4 * 15,
    "From": lambda n: ("HICON", "LOCON", "SIDECON")[n % 3],
    "To": lambda n: ("Brigade North", "Brigade South", "Brigade East")[n % 3],
    "Info": lambda n: "Maritime Component Command",
    "Means": lambda n: ("E-mail", "Phone", "Chat")[n % 3],
    "Cell": lambda n: ("White cell", "Grey cell")[n % 2],
    "Message": lambda n: f"At {n} the cable was cut near Tromsø. " * 3,
    "Expected action": lambda n: "The brigade reports the loss of connection and re-routes.",
    "Background": lambda n: "Ships have been seen near the cable for days.",
    "Cue": lambda n: f"After the report of day {n % 9 + 1}",
    "Units": lambda n: ("Brigade North", "Brigade South", "Brigade East")[n % 3],
    "Objective": lambda n: f"TO-{n % 24 + 1:02d}",
    "Threat": lambda n: "Sabotage",
    "Location": lambda n: ("Tromsø", "Narvik", "Bodø")[n % 3],
    "Responsible": lambda n: "Incident manager",
    "Author": lambda n: f"Planner {n % 7}",
    "Reviewer": lambda n: f"Planner {n % 5}",
    "Status": lambda n: ("Draft", "Approved")[n % 2],
    "Classification": lambda n: "NATO UNCLASSIFIED",
    "Remarks": lambda n: f"Checked on day {n % 9 + 1}",
}

IMPORT = """
import resource, sys, time
from pathlib import Path
from exerciseplanner.exchange.reading import read
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.workspace import Workspace

workspace = Workspace.create(Path(sys.argv[2]), "Wide")
began = time.process_time()
weighing = workspace.do(take_in, read(Path(sys.argv[1]), workspace))
took = time.process_time() - began
workspace.close()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(weighing.count("added"), took, peak)
"""


def written(path, columns, *, out_to_the_last_column=False):
    """A workbook of five thousand injects; formatted, where asked, in every column there is."""
    book = xlsxwriter.Workbook(path)
    sheet, coloured = book.add_worksheet("MSEL"), book.add_format({"bg_color": "#FFFF00"})
    sheet.write_row(0, 0, columns)
    if out_to_the_last_column:
        for column in range(len(columns), LAST_COLUMN + 1):
            sheet.write_blank(0, column, None, coloured)
    for row in range(1, ROWS + 1):
        sheet.write_row(row, 0, [COLUMNS[name](row) for name in columns])
        if out_to_the_last_column:
            sheet.write_blank(row, LAST_COLUMN, None, coloured)
    book.close()
    return path


@pytest.fixture(scope="module")
def msel(tmp_path_factory):
    """A list of twenty-five columns, all of them filled."""
    return written(tmp_path_factory.mktemp("sheet") / "MSEL.xlsx", list(COLUMNS))


def cells_of(path):
    with calamine.load_workbook(path) as book:
        return book.get_sheet_by_index(0).to_python()


def test_importing_takes_at_most_ten_times_as_long_as_reading_the_cells(msel, tmp_path, race):
    workspace = begun(tmp_path)

    def imported():
        weighing = workspace.do(take_in, read(msel, workspace))
        assert weighing.count("added") > ROWS  # the storylines and events are added too

    race.ratio(
        "import 5,000 rows of 25 columns",
        imported,
        lambda: cells_of(msel),
        before=workspace.undo,
        limit=10,
        rounds=7,
        floor_is="reading the cells with python-calamine alone",
    )
    workspace.close()


def test_undoing_that_import_takes_at_most_a_second(msel, tmp_path, race):
    workspace = begun(tmp_path)
    intake = read(msel, workspace)
    race.seconds(
        "undo an import of 5,000 rows of 25 columns",
        workspace.undo,
        limit=1,
        rounds=5,
        setup=lambda: workspace.do(take_in, intake) and None,
    )
    assert workspace.ask(injects) == ()
    workspace.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the peak this way")
def test_that_a_sheet_of_all_columns_takes_no_more_than_one_of_twenty(tmp_path):
    twenty = list(COLUMNS)[:20]
    narrow = written(tmp_path / "narrow.xlsx", twenty)
    wide = written(tmp_path / "wide.xlsx", twenty, out_to_the_last_column=True)
    times, peaks = {narrow: [], wide: []}, {narrow: [], wide: []}
    for number in range(ROUNDS):
        for path in (narrow, wide):
            seconds, peak = _imported(path, tmp_path / f"{path.stem}-{number}.exercise")
            times[path].append(seconds)
            peaks[path].append(peak)
    slower = statistics.median(times[wide]) / statistics.median(times[narrow])
    larger = statistics.median(peaks[wide]) / statistics.median(peaks[narrow])
    _LINES.append(
        (
            "import 5,000 rows from a sheet of 16,384 columns",
            f"{statistics.median(times[wide]) * 1000:.0f} ms",
            f"{slower:.2f} × the time and {larger:.2f} × the memory of one of 20",
            "no more",
        )
    )
    assert slower <= 1.1  # what measuring twice differs by
    assert larger <= 1.05


def _imported(path, target):
    environment = {**os.environ, paths.HOME_VARIABLE: str(target.parent / "home")}
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, str(path), str(target)],
        capture_output=True,
        check=False,
        env=environment,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    added, seconds, peak = done.stdout.split()
    assert int(added) >= ROWS
    return float(seconds), int(peak)
