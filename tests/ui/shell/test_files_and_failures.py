"""Making and opening exercises, failures, pictures."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages import GROUPS, page_specs
from exerciseplanner.ui.shell.failures import FailureWatch, report_of, show_failure
from exerciseplanner.ui.shell.new_exercise import NewExercise
from exerciseplanner.ui.shell.pictures import picture
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.workspace import Workspace


def test_that_a_new_exercise_is_made_with_the_doctrine_chosen(empty_window, tmp_path, qtbot):
    dialog = NewExercise(empty_window, tmp_path)
    dialog.wanted.connect(empty_window.files.create)
    dialog.open()
    dialog.name.setText("NORTHERN SHIELD 27")
    dialog.pack.setCurrentIndex(dialog.pack.findData("hseep"))
    assert dialog.file.text() == str(tmp_path / "NORTHERN SHIELD 27.exercise")
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Create").click()
    assert empty_window.session.name() == "NORTHERN SHIELD 27"
    assert empty_window.files.recent() == (tmp_path / "NORTHERN SHIELD 27.exercise",)


def test_that_an_exercise_without_a_name_is_not_made(empty_window, tmp_path):
    dialog = NewExercise(empty_window, tmp_path)
    dialog.open()
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Create").click()
    assert dialog.refusal.text() == "An exercise needs a name."
    assert dialog.isVisible()
    dialog.reject()


def test_that_the_sample_opens_complete(empty_window, tmp_path):
    empty_window.files.make_sample(tmp_path / "sample")
    assert empty_window.session.workspace.path == tmp_path / "sample.exercise"
    assert len(empty_window.session.workspace.ask(injects)) > 150


def test_that_a_version_is_a_file_that_opens(window, tmp_path):
    window.session.workspace.save_version(tmp_path / "version.exercise")
    copy = Workspace.open(tmp_path / "version.exercise")
    assert len(copy.ask(injects)) == 3
    copy.close()


def test_that_the_failure_window_gives_the_details_to_copy(empty_window):
    try:
        raise ValueError("a mistake")
    except ValueError as error:
        dialog = show_failure(empty_window, error, "Import")
    assert "a mistake" in dialog.findChild(QPlainTextEdit).toPlainText()
    next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text()).click()
    assert "ValueError: a mistake" in QApplication.clipboard().text()
    dialog.reject()


def test_that_a_report_names_the_versions():
    assert report_of(ValueError("x")).startswith("exerciseplanner ")


def test_that_what_nobody_caught_is_shown_in_the_main_thread(empty_window, qtbot):
    shown = []
    watch = FailureWatch(
        lambda error: shown.append((error, threading.current_thread())), empty_window
    )

    def fail():
        raise RuntimeError("in a thread")

    try:
        worker = threading.Thread(target=fail)
        worker.start()
        worker.join()
        qtbot.waitUntil(lambda: bool(shown))
    finally:
        watch.stop()
    assert str(shown[0][0]) == "in a thread"
    assert shown[0][1] is threading.main_thread()
    assert sys.excepthook is not watch._caught


@pytest.mark.parametrize("name", [spec.name for spec in page_specs()])
def test_that_a_page_can_be_had_as_a_picture(name, workspace, qtbot, qapp):
    image = picture(workspace, name, "dark", (1366, 768))
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (1366, 768)
    colours = {image.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}
    assert len(colours) > 20


def test_that_a_picture_of_no_page_is_refused_with_the_pages_there_are(workspace, qapp):
    with pytest.raises(Refusal, match="There is no page cellar"):
        picture(workspace, "cellar")
    workspace.close()


def test_that_a_picture_too_small_to_show_anything_is_refused(workspace, qapp):
    with pytest.raises(Refusal, match="too small"):
        picture(workspace, page_specs()[0].name, size=(100, 100))
    workspace.close()


def test_that_every_page_has_its_place_in_the_navigation():
    specs = page_specs()
    assert len({spec.name for spec in specs}) == len(specs)
    places = [(GROUPS.index(spec.group), spec.order) for spec in specs]
    assert places == sorted(places)
    for spec in specs:
        assert spec.title
        assert spec.icon
