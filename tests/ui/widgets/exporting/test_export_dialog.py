"""The export shows what is lost while a format is chosen, and writes when a file is named."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QLabel

from exerciseplanner.exchange.force_formats import force_formats
from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.exporting import open_export
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.workspace import Workspace
from tests.exchange.forces_at_hand import exercise_at, full_unit, sides


@pytest.fixture
def exporting(qapp, qtbot, tmp_path):
    """Open the export on a plan of one unit: `exporting()` gives the dialog when it has looked."""

    def begin(*, read_only=False):
        made = exercise_at(tmp_path, "PLAN", *sides(), full_unit())
        path = made.path
        made.close()
        theme.apply(qapp, "light")
        window = MainWindow(
            Workspace.open(path, read_only=read_only),
            specs=(),
            settings=Settings(None, kept=False),
        )
        qtbot.addWidget(window)
        window.show()
        dialog = open_export(window, window.session.context)
        looked(dialog, qtbot)
        return dialog

    return begin


def looked(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.save.isEnabled() and not dialog.busy.is_busy, timeout=30_000)


def texts(dialog):
    """Everything that the list of losses says."""
    return " | ".join(each.text() for each in dialog.losses.findChildren(QLabel))


def written(dialog, qtbot, path):
    with qtbot.waitSignal(dialog.exported, timeout=30_000):
        dialog.write(path)


def test_that_every_format_says_what_it_loses_before_anything_is_written(exporting, qtbot):
    dialog = exporting()
    for name, form in force_formats().items():
        dialog.formats.choose(name)
        looked(dialog, qtbot)
        assert dialog.form is form
        assert dialog.strict.isVisible() == (name == "msdl")
        assert texts(dialog).startswith("What others will not see | ")
    assert "Unit: Strength on paper | every unit" in texts(dialog)
    assert dialog._context.workspace.undo_label == "Import"


def test_that_a_file_is_written_and_what_went_out_is_remembered(exporting, qtbot, tmp_path):
    dialog = exporting()
    written(dialog, qtbot, tmp_path / "forces.json")
    assert json.loads((tmp_path / "forces.json").read_text(encoding="utf-8"))["sides"]
    assert dialog.title.text() == "forces.json is written"
    assert "only what was changed in it is taken over" in dialog.said.text()
    assert dialog._context.workspace.undo_label == "Export"


def test_that_the_side_chosen_sees_friend_and_hostile(exporting, qtbot, tmp_path):
    dialog = exporting()
    dialog.viewpoint.setCurrentText("As Red sees it")
    looked(dialog, qtbot)
    dialog.formats.choose("geojson")
    looked(dialog, qtbot)
    written(dialog, qtbot, tmp_path / "forces.geojson")
    content = json.loads((tmp_path / "forces.geojson").read_text(encoding="utf-8"))
    assert content["features"][0]["properties"]["identity"] == "hostile"
    assert "cannot be imported again" in dialog.said.text()


def test_that_a_plan_that_is_read_only_goes_out_too(exporting, qtbot, tmp_path):
    dialog = exporting(read_only=True)
    written(dialog, qtbot, tmp_path / "forces.json")
    assert "what went out is not remembered" in dialog.said.text()


def test_that_the_exercise_is_never_written_over_and_the_reason_is_said(exporting, qtbot):
    dialog = exporting()
    path = dialog._context.workspace.path
    before = path.read_bytes()
    dialog.write(path)
    qtbot.waitUntil(dialog.refusal.isVisible, timeout=30_000)
    assert "is the exercise file itself" in dialog.refusal.text()
    assert path.read_bytes() == before
    dialog.formats.choose("kml")
    assert not dialog.refusal.isVisible()


def test_that_the_format_used_last_is_offered_again(exporting, qtbot, tmp_path):
    dialog = exporting()
    dialog.formats.choose("xlsx")
    looked(dialog, qtbot)
    written(dialog, qtbot, tmp_path / "forces.xlsx")
    again = open_export(dialog.parentWidget(), dialog._context)
    assert again.formats.current == "xlsx"
    looked(again, qtbot)
