"""Tests of working on the map by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from exerciseplanner.ui.widgets.map.atlas import atlas
from exerciseplanner.ui.widgets.map.ground import Ground
from exerciseplanner.ui.widgets.map.map_view import MapView
from exerciseplanner.ui.widgets.map.marks import Mark, Spot
from exerciseplanner.ui.widgets.map.projection import northing
from exerciseplanner.ui.widgets.row_dragging import packed
from tests.ui.widgets.map.pictures import farthest

LEFT = Qt.MouseButton.LeftButton


def mark(name, latitude, longitude, level=16):
    return Mark(
        name, name, "10031000161211000000", "friend", level, longitude, northing(latitude), (name,)
    )


@pytest.fixture
def view(themed, qtbot):
    """Four units: two apart, two in one place; nothing moves smoothly."""
    made = MapView("Map")
    made.glide.is_still = True
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_marks([mark("a", 60, 10), mark("b", 61, 14), mark("c", 59, 12, 18), mark("d", 59, 12)])
    atlas()
    made.show()
    QApplication.processEvents()
    return made


def pixel(view, name):
    found = view.scene.mark(name)
    return QPointF(*view.camera.to_screen(found.x, found.y)).toPoint()


def drag(view, start, end):
    QTest.mousePress(view, LEFT, pos=start)
    for step in (0.3, 0.6, 1.0):
        QTest.mouseMove(view, start + (end - start) * step)
        QApplication.processEvents()
    QTest.mouseRelease(view, LEFT, pos=end)


def test_that_everything_is_in_sight_at_first(view):
    assert all(view.rect().contains(pixel(view, name)) for name in "abcd")


def test_that_a_click_chooses_and_control_adds_and_takes_away(view):
    chosen = QSignalSpy(view.chosen)
    QTest.mouseClick(view, LEFT, pos=pixel(view, "a"))
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, pixel(view, "b"))
    assert chosen.at(1)[0] == ("a", "b")
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, pixel(view, "a"))
    assert chosen.at(2)[0] == ("b",)
    QTest.mouseClick(view, LEFT, pos=QPoint(3, 300))
    assert chosen.at(3)[0] == ()


def test_that_a_stack_is_laid_open_and_one_of_it_chosen(view):
    QTest.mouseClick(view, LEFT, pos=pixel(view, "c"))
    assert [each.id for each, _cell in view.opened.cells] == ["c", "d"]
    cell = view.opened.cells[1][1]
    QTest.mouseClick(view, LEFT, pos=cell.center().toPoint())
    assert view.scene.selected == {"d"}
    assert view.opened is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.opened is None


def test_that_a_dragged_unit_is_placed_where_it_was_dropped(view):
    placed = QSignalSpy(view.placed)
    step = QPoint(60, -40)
    end = pixel(view, "a") + step
    drag(view, pixel(view, "a"), end)
    ids, first, latitude, longitude = placed.at(0)
    assert (ids, first) == (("a",), "a")
    across, down = view.camera.to_screen(10, northing(60))
    assert (latitude, longitude) == view.camera.place_at(across + 60, down - 40)


def test_that_those_chosen_go_along_and_a_stack_goes_whole(view):
    placed = QSignalSpy(view.placed)
    view.choose(["a", "b"])
    drag(view, pixel(view, "b"), pixel(view, "b") + QPoint(30, 30))
    assert set(placed.at(0)[0]) == {"a", "b"}
    assert placed.at(0)[1] == "b"
    drag(view, pixel(view, "c"), pixel(view, "c") + QPoint(30, 30))
    assert set(placed.at(1)[0]) == {"c", "d"}


def test_that_one_unit_is_dragged_out_of_its_stack_to_the_pointer(view):
    placed = QSignalSpy(view.placed)
    QTest.mouseClick(view, LEFT, pos=pixel(view, "c"))
    end = QPoint(100, 500)
    drag(view, view.opened.cells[1][1].center().toPoint(), end)
    assert placed.at(0)[0] == ("d",)
    assert tuple(placed.at(0)[2:]) == view.camera.place_at(100, 500)


def test_that_escape_gives_up_a_drag(view):
    placed = QSignalSpy(view.placed)
    QTest.mousePress(view, LEFT, pos=pixel(view, "a"))
    QTest.mouseMove(view, pixel(view, "a") + QPoint(50, 50))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, pos=pixel(view, "a") + QPoint(50, 50))
    assert placed.count() == 0


def test_that_nothing_is_dragged_where_nothing_may_be_moved(view):
    view.is_movable = False
    placed = QSignalSpy(view.placed)
    drag(view, pixel(view, "a"), pixel(view, "a") + QPoint(50, 50))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert placed.count() == 0


def test_that_the_ground_is_pushed_by_dragging_and_by_arrows(view):
    before = view.camera
    drag(view, QPoint(20, 300), QPoint(70, 310))
    assert (before.left - view.camera.left, before.top - view.camera.top) == (50, 10)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.camera.left > before.left - 50


def test_that_a_frame_chooses_what_lies_in_it(view):
    start, end = QPoint(1, 1), QPoint(799, 599)
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.ShiftModifier, start)
    for each in (QPoint(300, 300), end):
        QTest.mouseMove(view, each)
        QApplication.processEvents()
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.ShiftModifier, end)
    assert view.scene.selected == {"a", "b", "c", "d"}


def test_that_the_wheel_zooms_about_the_pointer(view):
    at = QPointF(200, 150)
    below = view.camera.to_map(at.x(), at.y())
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    scale = view.camera.scale
    QApplication.sendEvent(view, event)
    assert view.camera.scale == pytest.approx(scale * 1.3**2)
    assert view.camera.to_screen(*below) == pytest.approx((200, 150), abs=0.6)


def test_that_keys_zoom_fit_and_go_through_the_units(view):
    scale = view.camera.scale
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.camera.scale > scale
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.camera.scale == pytest.approx(scale)
    seen = []
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        seen += view.scene.selected
    assert sorted(seen) == ["a", "b", "c", "d"]
    assert seen[0] == "b"
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.scene.selected == {seen[2]}
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.scene.selected == {"a", "b", "c", "d"}


def test_that_zooming_is_smooth_unless_motion_is_not_wanted(view, qtbot):
    scale = view.camera.scale
    view.glide.is_still = False
    view.zoom_by(2.0)
    assert view.glide.is_moving
    assert view.glide.target(scale) == pytest.approx(scale * 2)
    view.zoom_by(2.0)
    qtbot.waitUntil(lambda: not view.glide.is_moving, timeout=2_000)
    assert view.camera.scale == pytest.approx(scale * 4)


def test_that_units_dropped_on_the_map_are_placed_there(view):
    placed = QSignalSpy(view.placed)
    data = packed(["x", "y"])
    event = QDropEvent(
        QPointF(300, 200), Qt.DropAction.MoveAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    view.dropEvent(event)
    assert placed.at(0)[:2] == [("x", "y"), "x"]
    assert tuple(placed.at(0)[2:]) == view.camera.place_at(300, 200)


def test_that_a_spot_is_chosen_and_says_what_it_is(view):
    view.set_spots([Spot("inject", 11.0, northing(60.6), ("SL01", "Cable cut"))])
    chosen = QSignalSpy(view.spot_chosen)
    at = QPointF(*view.camera.to_screen(11.0, northing(60.6))).toPoint()
    QTest.mouseMove(view, at)
    QApplication.processEvents()
    assert view.hovered.tip == ("SL01", "Cable cut")
    QTest.mouseClick(view, LEFT, pos=at)
    assert chosen.at(0) == ["inject"]


def test_that_what_is_selected_elsewhere_comes_into_sight(view):
    view.show_point(120, 0)
    view.select(["b"])
    assert view.rect().contains(pixel(view, "b"))
    view.show_point(120, 0)
    view.mark(["a"])
    assert not view.rect().contains(pixel(view, "a"))


def test_that_an_opened_stack_outlives_a_narrower_view(view):
    QTest.mouseClick(view, LEFT, pos=pixel(view, "c"))
    view.resize(500, 600)
    assert [each.id for each, _cell in view.opened.cells] == ["c", "d"]
    assert view.rect().contains(pixel(view, "c"))


def test_that_units_at_both_sides_of_180_degrees_stand_side_by_side(view):
    view.set_marks([mark("e", 65.0, 179.9), mark("f", 65.0, -179.9), mark("g", 66, -170)])
    view.fit()
    assert [len(each.members) for each in view.scene.stacks(view.camera.scale)] == [2, 1]
    placed = QSignalSpy(view.placed)
    drag(view, pixel(view, "g"), pixel(view, "e") + QPoint(-60, 80))
    assert 179 > placed.at(0)[3] > 170


def test_that_pushed_ground_looks_as_if_it_had_been_drawn_anew(view):
    view.set_marks([])
    view.grab()
    view.show_point(-175, northing(66))
    for step in ((40, 0), (300, 90), (0, -250), (10, 10)):
        view.push(*step)
        view.grab()
    pushed = view.grab().toImage()
    view._ground = Ground()
    # Where a line was cut at the edge of a picture it is rounded otherwise.
    assert farthest(view.grab().toImage(), pushed) <= 8
