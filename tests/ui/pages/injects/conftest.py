"""A small MEL/MIL and the page on it."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.ui.pages.injects import PAGE
from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.operations.exercise import edit_exercise
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import copied


def strand(key, kind, title, parent=None):
    values = {"serial": key, "kind": kind, "title": title}
    if parent:
        values["parent_id"] = Link("strand", parent)
    return Proposed("strand", key, key, values)


def inject(key, title, start, parent=None, objectives=(), **more):
    values = {"serial": key, "title": title, "start": start, **more}
    if parent:
        values["strand_id"] = Link("strand", parent)
    links = {"objectives": tuple(Link("objective", code) for code in objectives)}
    return Proposed("inject", key, key, values, links)


ROWS = (
    Proposed("objective", "TO-1", "TO-1", {"code": "TO-1", "title": "Keep command"}),
    Proposed("objective", "TO-10", "TO-10", {"code": "TO-10", "title": "Keep moving"}),
    strand("SL01", "storyline", "The cable"),
    strand("SL01-E01", "event", "A fault", "SL01"),
    strand("SL01-E01-I01", "incident", "Traffic lost", "SL01-E01"),
    strand("SL02", "storyline", "The harbour"),
    strand("SL02-E01", "event", "The crane", "SL02"),
    inject("A1", "Operator calls", 60, "SL01-E01-I01", ["TO-1"], cell="LOCON", means="PHONE"),
    inject("A2", "Lines dead", 120, "SL01-E01-I01", ["TO-10"], cell="LOCON", state="closed"),
    inject("A3", "Minister asks", 1500, "SL01-E01-I01", cell="HICON", message="Who cut it"),
    inject("B1", "Crane falls", 30, "SL02-E01", ["TO-1", "TO-10"]),
    inject("F1", "Weather report", None),
)


def _with_rows(path, rows=ROWS):
    made = Workspace.create(path, "Trial", content=Intake("rows", "test", tuple(rows)))
    made.do(edit_exercise, {"startex": "2026-09-14T06:00:00Z"})
    return made


@pytest.fixture
def make_page(qapp, qtbot, tmp_path):
    """Open the page on rows: `make_page()`, `make_page(())`, `make_page(read_only=True)`."""

    def make(rows=ROWS, *, read_only=False, settings=None, size=(1366, 768)):
        path = tmp_path / f"plan{len(list(tmp_path.glob('*.exercise')))}.exercise"
        if rows is ROWS:
            copied("small story", path, _with_rows)
        else:
            _with_rows(path, rows).close()
        theme.apply(qapp, "light")
        window = MainWindow(
            Workspace.open(path, read_only=read_only),
            specs=(PAGE,),
            settings=settings or Settings(None, kept=False),
        )
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.go("injects")
        qtbot.waitUntil(lambda: not window.is_busy)
        return window.body.pages.page()

    return make


@pytest.fixture
def page(make_page):
    """The page on the small MEL/MIL, showing the tree."""
    return make_page()


@pytest.fixture
def by_serial():
    """Rows of the view in sight by serial: `by_serial(page)["A1"]`."""
    return lambda page: {row.serial or row.title: row for row in page.view.model.rows()}


@pytest.fixture
def shown():
    """Serials of what is shown, in order; a row without one by its title."""
    return lambda page: [row.serial or row.title for row in page.view.rows_shown()]


@pytest.fixture
def act():
    """Do what an action of the page does, if it can be done now."""

    def do(page, name):
        spec = next(spec for spec in page.page_actions() if spec.id == f"injects.{name}")
        assert spec.is_enabled, f"{name} cannot be done now"
        spec.run()

    return do


@pytest.fixture
def said():
    """What the notices said, the newest last."""
    return lambda page: [notice.text for notice in page.context.notices.said]
