"""The order in which Tab goes: as things are laid out, not as they came to be made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHeaderView,
    QLayout,
    QLayoutItem,
    QMainWindow,
    QScrollArea,
    QScrollBar,
    QSplitter,
    QWidget,
)

from exerciseplanner.ui.widgets.focus_ring import FocusRing

_EDGE = 8
_NEVER = (QHeaderView, QScrollBar)
"""What takes no keys of its own, nor anything in it."""


def stops(window: QWidget, here: QWidget | None = None) -> list[QWidget]:
    """Where Tab stops in a window, as it is read; `here` is among it wherever it stands.

    What is scrolled is a stop of its own only where nothing in it is one.
    """
    return list(_stops_in(window, here))


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Give the next stop, or the one before, the focus and a ring, and bring it into sight."""
    here = window.focusWidget()
    order = stops(window, here)
    if not order:
        return False
    step = 1 if forward else -1
    start = order.index(here) if here in order else -1 if forward else 0
    wanted = order[(start + step) % len(order)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    wanted.setFocus(reason)
    _show(wanted)
    FocusRing(wanted)
    return True


def _stops_in(parent: QWidget, here: QWidget | None) -> Iterator[QWidget]:
    for child in _children(parent):
        if isinstance(child, _NEVER) or child.isWindow() or not child.isVisible():
            continue
        below = list(_stops_in(child, here))
        skipped = isinstance(child, QScrollArea) and bool(below)
        if child is here or (_is_stop(child) and not skipped):
            yield child
        yield from below


def _is_stop(widget: QWidget) -> bool:
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton) and (checked := _checked_beside(widget)) is not None:
        return widget is checked and any(map(_takes_focus, widget.group().buttons()))
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _checked_beside(button: QAbstractButton) -> QAbstractButton | None:
    """What is checked of buttons of which one always is: Tab stops there, arrows go on."""
    group: QButtonGroup | None = button.group()
    if group is None or not group.exclusive():
        return None
    checked: QAbstractButton | None = group.checkedButton()
    return checked if checked is not None and checked.isVisible() else None


def _children(parent: QWidget) -> Iterator[QWidget]:
    """What stands in a widget: first what is laid out, then what lies over it."""
    laid = list(_laid_out(parent))
    yield from laid
    if isinstance(parent, QScrollArea):
        return
    known = set(map(id, laid))
    for child in parent.children():
        if isinstance(child, QWidget) and id(child) not in known:
            yield child


def _laid_out(parent: QWidget) -> Iterator[QWidget]:
    if isinstance(parent, QMainWindow):
        parts: tuple[QWidget | None, ...] = (parent.menuWidget(), parent.centralWidget())
        yield from filter(None, parts)
    elif isinstance(parent, QScrollArea):
        yield from filter(None, (parent.widget(),))
    elif isinstance(parent, QSplitter):
        yield from filter(None, map(parent.widget, range(parent.count())))
    elif (layout := parent.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: _line_and_column(layout, place))
    return [item for place in places if (item := layout.itemAt(place)) is not None]


def _line_and_column(grid: QGridLayout, place: int) -> tuple[int, int]:
    line, column, *_spans = cast("tuple[int, int, int, int]", grid.getItemPosition(place))
    return line, column


def _show(widget: QWidget) -> None:
    """Scroll whatever a widget stands in until it is in sight."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            _scroll_to(above, widget)
        above = above.parentWidget()


def _scroll_to(area: QScrollArea, widget: QWidget) -> None:
    """What is larger than the room there is begins where the room begins."""
    if widget.height() <= area.viewport().height():
        area.ensureWidgetVisible(widget, _EDGE, _EDGE)
    elif (inside := area.widget()) is not None:
        area.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y())
