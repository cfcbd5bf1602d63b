"""The map on the Forces page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.domain.mgrs import parse_mgrs
from exerciseplanner.ui.pages.forces.place_field import PlaceCard
from exerciseplanner.ui.shell.main_window import MainWindow
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.operations.forces import add_unit, edit_units
from exerciseplanner.workspace.queries.unit_map import unit_map
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import copied, empty_at


def _rows():
    yield Proposed("side", "blue", "row 1", {"name": "Blue", "identity": "friend"})
    yield Proposed(
        "unit", "bde", "row 2",
        {"name": "Brigade North", "short_name": "Bde N", "side_id": Link("side", "blue"),
         "echelon": "BRIGADE", "latitude": 60.0, "longitude": 10.0},
    )  # fmt: skip
    for name, echelon, place in (
        ("2nd Battalion", "BATTALION", {"latitude": 60.5, "longitude": 11.0}),
        ("3rd Battalion", "BATTALION", {}),
        ("Signal Company", "COMPANY", {}),
    ):
        yield Proposed(
            "unit", name, "row 3",
            {"name": name, "parent_id": Link("unit", "bde"), "echelon": echelon, **place},
        )  # fmt: skip
    yield Proposed(
        "inject", "1", "row 6", {"title": "Cable cut", "latitude": 60.2, "longitude": 10.4}
    )


@pytest.fixture
def open_map(qapp, qtbot, tmp_path):
    """Open the map of an exercise: `open_map(path)`."""

    def show(path):
        theme.apply(qapp, "light")
        window = MainWindow(Workspace.open(path), settings=Settings(None, kept=False))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.go("forces")
        window.body.pages.page().segments.open("map")
        qtbot.waitUntil(lambda: not window.is_busy, timeout=20_000)
        QApplication.processEvents()
        return window

    return show


def _forces_at(path):
    return Workspace.create(path, "Forces", content=Intake("forces", "test", tuple(_rows())))


@pytest.fixture
def window(open_map, tmp_path):
    """A brigade and a battalion in their places, and two units without one."""
    path = tmp_path / "forces.exercise"
    copied("forces on a map", path, _forces_at)
    return open_map(path)


@pytest.fixture
def page(window, page_of):
    return page_of(window)


@pytest.fixture
def board(page):
    found = page.map.board
    found.map.glide.is_still = True
    return found


@pytest.fixture
def units(window):
    """Units by name, as they are now."""
    return lambda: {row.name: row for row in window.session.workspace.ask(unit_map)}


def pixel(board, name):
    mark = next(each for each in board.map.scene.marks if each.tip[0] == name)
    return QPointF(*board.map.camera.to_screen(mark.x, mark.y)).toPoint()


def test_that_units_with_a_place_are_on_the_map_and_the_others_beside_it(board):
    assert [mark.tip[0] for mark in board.map.scene.marks] == ["Brigade North", "2nd Battalion"]
    assert board.unplaced.title.text() == "Not on the map (2)"
    assert board.footer.text() == "2 of 4 units on the map"
    assert board.hint.isHidden()


def test_that_the_card_says_who_a_unit_is_and_whom_it_is_under(board):
    assert board.map.scene.marks[1].tip == (
        "2nd Battalion",
        "Battalion or squadron  ·  under Bde N",
        "Blue",
    )


def test_that_a_unit_chosen_on_the_map_is_inspected_and_chosen_in_the_tree(
    window, page, board, units
):
    QTest.mouseClick(board.map, Qt.MouseButton.LeftButton, pos=pixel(board, "Brigade North"))
    brigade = units()["Brigade North"].id
    assert window.body.inspector.subject == ("unit", (brigade,))
    page.segments.open("tree")
    assert page.tree.selected_ids() == (brigade,)
    page.tree.select([units()["2nd Battalion"].id])
    page.segments.open("map")
    assert board.map.scene.selected == {units()["2nd Battalion"].id}


def test_that_a_unit_from_the_list_is_dropped_into_its_place(board, units):
    board.unplaced.view.setCurrentIndex(board.unplaced.view.model().index(0, 0))
    data = board.unplaced.view.model().mimeData(board.unplaced.view.selectedIndexes())
    at = QPointF(120, 140)
    place = board.map.camera.place_at(120, 140)
    board.map.dropEvent(
        QDropEvent(
            at, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    found = units()["3rd Battalion"]
    assert (found.latitude, found.longitude) == pytest.approx(place, abs=1e-6)
    assert board.unplaced.title.text() == "Not on the map (1)"
    assert board.selected_rows() == (found,)


def test_that_dragging_places_units_in_one_step_that_can_be_undone(window, board, units):
    before = units()
    start = pixel(board, "2nd Battalion")
    QTest.mousePress(board.map, Qt.MouseButton.LeftButton, pos=start)
    for step in (20, 60):
        QTest.mouseMove(board.map, start + QPoint(step, step))
        QApplication.processEvents()
    QTest.mouseRelease(board.map, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 60))
    assert units()["2nd Battalion"].longitude > before["2nd Battalion"].longitude
    assert units()["2nd Battalion"].latitude < before["2nd Battalion"].latitude
    window.undo()
    assert units() == before


def test_that_a_place_is_typed_as_a_reference_or_refused_beside_the_field(board, units):
    board.unplaced.view.selectAll()
    assert board.place.isEnabled()
    board.place.setText("32V NM 97868")
    QTest.keyClick(board.place, Qt.Key.Key_Return)
    assert "5 figures" in board.wrong.text()
    board.place.setText("32V NM 97868 42681")
    QTest.keyClick(board.place, Qt.Key.Key_Return)
    assert board.wrong.text() == ""
    place = pytest.approx(parse_mgrs("32VNM9786842681"), abs=1e-6)
    for name in ("3rd Battalion", "Signal Company"):
        assert (units()[name].latitude, units()[name].longitude) == place
    assert not board.unplaced.isVisible()


def test_that_a_unit_placed_by_typing_is_brought_into_sight(board, units):
    before = board.map.camera
    board.unplaced.view.setCurrentIndex(board.unplaced.view.model().index(0, 0))
    board.place.setText("58.6N 25.0E")
    QTest.keyClick(board.place, Qt.Key.Key_Return)
    (mark,) = [each for each in board.map.scene.marks if each.id in board.map.scene.selected]
    assert not board.map.rect().contains(QPointF(*before.to_screen(mark.x, mark.y)).toPoint())
    at = board.map.camera.to_screen(mark.x, mark.y)
    assert board.map.rect().contains(QPointF(*at).toPoint())


def test_that_escape_puts_the_place_back(board):
    QTest.mouseClick(board.map, Qt.MouseButton.LeftButton, pos=pixel(board, "Brigade North"))
    kept = board.place.text()
    board.place.setText("nowhere")
    QTest.keyClick(board.place, Qt.Key.Key_Escape)
    assert board.place.text() == kept
    assert kept.startswith("32V")


def test_that_units_are_taken_off_the_map(window, board, units):
    QTest.mouseClick(board.map, Qt.MouseButton.LeftButton, pos=pixel(board, "Brigade North"))
    QTest.keyClick(board.map, Qt.Key.Key_Delete)
    assert not units()["Brigade North"].is_placed
    window.undo()
    assert units()["Brigade North"].is_placed


def test_that_filter_facets_and_echelons_narrow_the_map(page, board):
    page.apply_filter("battalion")
    assert [mark.tip[0] for mark in board.map.scene.marks] == ["2nd Battalion"]
    assert board.unplaced.title.text() == "Not on the map (1)"
    page.apply_filter("")
    board.levels.setCurrentIndex(board.levels.findText("Brigade and above"))
    board.levels.activated.emit(board.levels.currentIndex())
    assert [mark.tip[0] for mark in board.map.scene.marks] == ["Brigade North"]
    page.map.set_predicate(lambda row: row.name.startswith("2nd"))
    assert not board.map.scene.marks


def test_that_injects_are_shown_on_demand(window, board):
    assert not board.map.scene.spots
    board.injects.setChecked(True)
    (spot,) = board.map.scene.spots
    at = QPointF(*board.map.camera.to_screen(spot.x, spot.y)).toPoint()
    QTest.mouseClick(board.map, Qt.MouseButton.LeftButton, pos=at)
    assert window.body.inspector.subject == ("inject", (spot.id,))


def test_that_the_strip_says_where_the_pointer_is(board):
    QTest.mouseMove(board.map, pixel(board, "Brigade North"))
    QApplication.processEvents()
    assert board.coordinates.text().startswith("32V NM 5")
    assert "N 010." in board.coordinates.text() or "N 009.99" in board.coordinates.text()


def test_that_the_inspector_takes_a_place_and_leads_to_the_map(window, page, board, units):
    page.segments.open("tree")
    window.show_record("unit", units()["Signal Company"].id)
    (card,) = window.findChildren(PlaceCard)
    assert card.degrees.text() == "Not on the map"
    card.field.setText("59.91N 010.75E")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert (units()["Signal Company"].latitude, units()["Signal Company"].longitude) == (
        59.91,
        10.75,
    )
    assert card.degrees.text() == "59.9100N 010.7500E"
    card.way.click()
    assert page.segments.current == "map"
    assert board.map.scene.selected == {units()["Signal Company"].id}
    card.off.click()
    assert not units()["Signal Company"].is_placed


def test_that_the_map_stays_where_it_is_when_something_else_changes(window, board, units):
    QTest.mouseClick(board.map, Qt.MouseButton.LeftButton, pos=pixel(board, "Brigade North"))
    board.map.show_point(60.0, 10.0)
    camera = board.map.camera
    window.session.workspace.do(edit_units, [units()["2nd Battalion"].id], {"name": "2 Bn"})
    assert board.map.camera == camera


def test_that_a_map_without_units_says_what_to_do(open_map, page_of, tmp_path):
    page = page_of(open_map(empty_at(tmp_path / "empty.exercise")))
    assert not page.map.board.isVisible()
    made = page.context.do(add_unit, {"name": "Brigade South"})
    assert made
    QApplication.processEvents()
    assert page.map.board.isVisible()
    assert page.map.board.hint.isVisible()


def test_that_the_map_is_not_made_before_it_is_looked_at(qapp, qtbot, tmp_path):
    window = MainWindow(
        Workspace.open(empty_at(tmp_path / "empty.exercise")), settings=Settings(None, kept=False)
    )
    qtbot.addWidget(window)
    window.show()
    window.go("forces")
    assert window.body.pages.page().map._board is None
