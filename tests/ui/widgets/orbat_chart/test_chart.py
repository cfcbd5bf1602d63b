"""The chart is walked along, searched, opened and closed, and says where units are dropped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QWheelEvent

from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.orbat_chart import Entry, OrbatChart, SideTitle

MECH = "10031000161211020000"
SIDES = (SideTitle("blue", "Blue", "friend", "7 units"), SideTitle("red", "Red", "hostile"))


def entry(unit, superior=None, side="blue", **more):
    return Entry(unit, superior, side, MECH, "friend", unit.upper(), tip=f"Tip of {unit}", **more)


UNITS = (
    entry("div"),
    entry("bde1", "div"),
    entry("bn1", "bde1", detail="NOR"),
    entry("bn2", "bde1"),
    entry("bde2", "div"),
    entry("bn3", "bde2", relation="OPCON"),
    entry("loose", side="red"),
)


@pytest.fixture
def chart(qapp, qtbot):
    theme.apply(qapp, "light")
    made = OrbatChart(movable=True)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_units(UNITS, SIDES)
    return made


def point_of(chart, unit):
    return chart.to_view(chart.rect_of(unit).center())


def mouse(chart, kind, point, button=Qt.MouseButton.LeftButton, keys=None):
    keys = keys or Qt.KeyboardModifier.NoModifier
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    event = QMouseEvent(kind, point, point, button, held, keys)
    handler = {
        QEvent.Type.MouseButtonPress: chart.mousePressEvent,
        QEvent.Type.MouseMove: chart.mouseMoveEvent,
        QEvent.Type.MouseButtonRelease: chart.mouseReleaseEvent,
        QEvent.Type.MouseButtonDblClick: chart.mouseDoubleClickEvent,
    }[kind]
    handler(event)


def click(chart, point, keys=None):
    mouse(chart, QEvent.Type.MouseButtonPress, point, keys=keys)
    mouse(chart, QEvent.Type.MouseButtonRelease, point, keys=keys)


def drag(chart, start, end):
    mouse(chart, QEvent.Type.MouseButtonPress, start)
    for share in (0.3, 0.7, 1.0):
        mouse(chart, QEvent.Type.MouseMove, start + (end - start) * share)


def test_that_every_unit_has_a_card_and_all_are_in_sight(chart):
    assert set(chart.cards) == {unit.id for unit in UNITS}
    assert all(chart.seen().contains(chart.rect_of(unit.id)) for unit in UNITS)
    assert chart.zoom == 1.0


def test_that_a_click_chooses_and_a_click_beside_chooses_nothing(chart, qtbot):
    with qtbot.waitSignal(chart.chosen) as told:
        click(chart, point_of(chart, "bn1"))
    assert told.args == [("bn1",)]
    click(chart, QPointF(3, 3))
    assert chart.chosen_ids() == ()


def test_that_ctrl_adds_and_takes_away(chart):
    click(chart, point_of(chart, "bn1"))
    click(chart, point_of(chart, "bn2"), Qt.KeyboardModifier.ControlModifier)
    assert chart.chosen_ids() == ("bn1", "bn2")
    click(chart, point_of(chart, "bn1"), Qt.KeyboardModifier.ControlModifier)
    assert chart.chosen_ids() == ("bn2",)


def test_that_a_branch_is_closed_at_its_chevron_and_stays_where_it_is_seen(chart):
    before = point_of(chart, "bde1")
    chart.zoom_by(1.0)
    toggle = chart.looks.toggle(chart.rect_of("bde1")).center()
    click(chart, chart.to_view(toggle))
    assert set(chart.cards) == {"div", "bde1", "bde2", "bn3", "loose"}
    assert not chart.is_open("bde1")
    assert (point_of(chart, "bde1") - before).manhattanLength() < 60
    assert chart.branching.below["bde1"] == 2


def test_that_the_keyboard_walks_opens_and_closes(chart, qtbot):
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.chosen_ids() == ("div",)
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(chart, key)
        seen.append(chart.chosen_ids()[0])
    assert seen[0] in ("bde1", "bde2")
    assert seen[1] in ("bn1", "bn3")
    assert seen[2] == seen[0]
    assert seen[-1] == "div"
    qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert set(chart.cards) == {"div", "loose"}
    qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert len(chart.cards) == len(UNITS)
    with qtbot.waitSignal(chart.opened) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert told.args == ["div"]


def test_that_every_card_is_reached_by_arrows_alone(chart, qtbot):
    reached, ahead = {"div"}, ["div"]
    while ahead:
        unit = ahead.pop()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right):
            chart.select([unit])
            qtbot.keyClick(chart, key)
            found = chart.state.current
            if found not in reached:
                reached.add(found)
                ahead.append(found)
    assert reached == {unit.id for unit in UNITS}


def test_that_levels_are_shown_as_asked_and_a_chosen_unit_opens_its_branch(chart):
    chart.show_levels(1)
    assert set(chart.cards) == {"div", "loose"}
    chart.show_levels(2)
    assert set(chart.cards) == {"div", "bde1", "bde2", "loose"}
    chart.select(["bn3"])
    assert "bn3" in chart.cards
    assert "bn1" not in chart.cards
    chart.show_levels(0)
    assert len(chart.cards) == len(UNITS)


def test_that_what_is_found_in_a_closed_branch_is_shown_for_the_while(chart):
    chart.show_levels(1)
    chart.dim_all_but(["bn2"])
    assert "bn2" in chart.cards
    assert chart.state.found == {"bn2"}
    chart.dim_all_but(None)
    assert set(chart.cards) == {"div", "loose"}


def test_that_a_unit_is_dropped_on_another_and_never_on_what_is_below_it(chart, qtbot):
    with qtbot.waitSignal(chart.dropped) as told:
        drag(chart, point_of(chart, "bn1"), point_of(chart, "bde2"))
        mouse(chart, QEvent.Type.MouseButtonRelease, point_of(chart, "bde2"))
    assert told.args == [("bn1",), "bde2"]
    drag(chart, point_of(chart, "bde1"), point_of(chart, "bn2"))
    assert chart.state.target == ""
    with qtbot.assertNotEmitted(chart.dropped):
        mouse(chart, QEvent.Type.MouseButtonRelease, point_of(chart, "bn2"))


def test_that_several_chosen_units_are_dragged_together_to_a_side(chart, qtbot):
    chart.choose(("bn1", "bn3"), "bn1")
    side = next(ground for ground in chart.plan.grounds if ground.id == "red")
    place = chart.to_view(QPointF(side.x + side.width - 4, side.y + 4))
    with qtbot.waitSignal(chart.dropped) as told:
        drag(chart, point_of(chart, "bn3"), place)
        chart.grab()
        mouse(chart, QEvent.Type.MouseButtonRelease, place)
    assert told.args == [("bn1", "bn3"), "red"]


def test_that_escape_lets_go_and_what_cannot_be_moved_is_not_dragged(chart, qtbot):
    drag(chart, point_of(chart, "bn1"), point_of(chart, "bde2"))
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(chart.dropped):
        mouse(chart, QEvent.Type.MouseButtonRelease, point_of(chart, "bde2"))
        chart.movable = False
        drag(chart, point_of(chart, "bn1"), point_of(chart, "bde2"))
        mouse(chart, QEvent.Type.MouseButtonRelease, point_of(chart, "bde2"))


def test_that_the_wheel_zooms_at_the_pointer(chart):
    chart.zoom_by(2.0)
    point = QPointF(320, 240)
    place = chart.to_ground(point)
    wheel(chart, point, 120)
    assert chart.zoom == pytest.approx(2.4)
    assert (chart.to_ground(point) - place).manhattanLength() < 2
    wheel(chart, point, -240)
    assert chart.zoom == pytest.approx(2.4 / 1.44)


def test_that_the_ground_is_moved_by_hand_and_fitted_by_key(chart, qtbot):
    chart.zoom_by(2.5)
    place = chart.to_ground(QPointF(0, 0))
    mouse(chart, QEvent.Type.MouseButtonPress, QPointF(500, 690))
    mouse(chart, QEvent.Type.MouseMove, QPointF(470, 650))
    mouse(chart, QEvent.Type.MouseButtonRelease, QPointF(470, 650))
    assert chart.to_ground(QPointF(0, 0)).x() > place.x()
    qtbot.keyClick(chart, Qt.Key.Key_0)
    assert chart.zoom == 1.0


def test_that_a_double_click_opens_and_units_that_are_gone_are_no_longer_chosen(chart, qtbot):
    with qtbot.waitSignal(chart.opened) as told:
        mouse(chart, QEvent.Type.MouseButtonDblClick, point_of(chart, "bn1"))
    assert told.args == ["bn1"]
    chart.select(["bn1"])
    with qtbot.waitSignal(chart.chosen):
        chart.show_units(tuple(unit for unit in UNITS if unit.id != "bn1"), SIDES)
    assert chart.chosen_ids() == ()


def test_that_one_side_can_be_shown_alone(chart):
    chart.show_units(UNITS, SIDES, "red")
    assert set(chart.cards) == {"loose"}


def test_that_many_units_open_as_far_as_can_be_read():
    units = [entry("0")] + [entry(str(n), str((n - 1) // 4)) for n in range(1, 2000)]
    made = OrbatChart()
    made.show_units(units, SIDES)
    assert 80 < len(made.cards) <= 320
    assert made.zoom > 0.5
    made.deleteLater()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("zoom", [0.1, 0.3, 1.0, 2.0])
def test_that_a_chart_is_painted_in_every_theme_at_every_zoom(chart, qapp, name, zoom):
    theme.apply(qapp, name)
    chart.select(["bn1"])
    chart.dim_all_but(["bn1", "bn3"])
    chart.zoom_by(zoom / chart.zoom)
    picture = chart.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 1000, 7) for y in range(0, 700, 7)}
    assert QColor(theme.token("bg")).name() in colours
    assert len(colours) > 2
    theme.apply(qapp, "light")


def test_that_the_chart_says_what_the_cursor_is_on(chart):
    chart.select(["bde1"])
    assert chart.accessibleDescription() == "Tip of bde1\n2 units below it, shown"


def wheel(chart, point, turned):
    chart.wheelEvent(
        QWheelEvent(
            point,
            point,
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )


def test_that_no_detail_is_cut_however_large_the_text(chart, qapp):
    for scale in (1.0, 1.25, 2.0):
        theme.apply(qapp, "light", scale=scale)
        details = ("DEU  ·  16,365 / 18,524", "NOR  ·  1 / 2")
        units = [entry(str(n), detail=detail) for n, detail in enumerate(details)]
        chart.show_units([*units, entry("low", "0")], SIDES)
        metrics = QFontMetricsF(chart.looks.detail)
        for unit, detail in zip(("0", "1"), details, strict=True):
            room = chart.looks.text(chart.rect_of(unit), leads=True).width()
            assert metrics.elidedText(detail, Qt.TextElideMode.ElideRight, room) == detail
    theme.apply(qapp, "light")
