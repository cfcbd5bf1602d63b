"""What holds for every page of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QPushButton, QScrollArea, QWidget

from exerciseplanner.ui.pages import page_specs
from exerciseplanner.ui.widgets.focus_ring import FocusRing
from exerciseplanner.ui.widgets.record_view import RecordView
from exerciseplanner.ui.widgets.tab_order import stops

PAGES = [spec.name for spec in page_specs()]


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("theme_name", ["light", "dark"])
@pytest.mark.parametrize("kind", ["sample", "empty"])
def test_that_every_page_opens_and_draws(opened, kind, theme_name, scale):
    window = opened(kind, PAGES[0], scale=scale, theme_name=theme_name)
    for name in PAGES:
        window.go(name)
        assert window.body.pages.current == name
        assert not window.grab().isNull()


def test_that_every_page_follows_undo_and_redo(opened, qtbot):
    from exerciseplanner.workspace.operations.exercise import edit_exercise

    window = opened("sample", PAGES[0])
    for name in PAGES:
        window.go(name)
    workspace = window.session.workspace
    workspace.do(edit_exercise, {"aim": "Another aim"})
    workspace.undo()
    workspace.redo()
    for name in PAGES:
        window.go(name)
        assert not window.grab().isNull()


def test_that_every_page_has_a_title_a_group_and_an_icon_of_its_own():
    specs = page_specs()
    assert len({spec.title for spec in specs}) == len(specs)
    assert len({spec.icon for spec in specs}) == len(specs)


def views_of(window, name):
    """Open every view of a page, one after the other."""
    window.go(name)
    segments = getattr(window.body.pages.page(), "segments", None)
    names = [each.objectName() for each in segments.findChildren(QPushButton)] if segments else []
    views = [each.removeprefix("segment-") for each in names if each.startswith("segment-")]
    for view in views or [""]:
        if view:
            segments.open(view)
        yield f"{name} {view}".strip()


def can_be_stopped_at(widget):
    """Whether Tab should come here: enabled, in sight, and not the frame of something else."""
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()


def is_one_of_several(widget):
    """Whether another button of the same group is checked, at which Tab stops for all."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() is not widget


def test_that_tab_comes_to_everything_and_every_stop_says_its_name(opened):
    window = opened("sample", PAGES[0])
    for name in PAGES:
        for view in views_of(window, name):
            order = stops(window)
            regions = [window.body.rail, window.body.pages, window.body.status]
            places = [
                next((n for n, part in enumerate(regions) if part.isAncestorOf(each)), 1)
                for each in order
            ]
            assert places == sorted(places), view
            missed = [
                each for each in window.findChildren(QWidget)
                if can_be_stopped_at(each) and each not in order and not is_one_of_several(each)
                and not isinstance(each, QScrollArea)
            ]  # fmt: skip
            assert not missed, view
            assert not [each for each in order + drawn_in(window) if not said_of(each)], view


def said_of(widget):
    """What a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def drawn_in(window):
    """What is in sight and paints itself, which no screen reader could read otherwise."""
    own = [
        each for each in window.findChildren(QWidget)
        if each.isVisible() and type(each).__module__.startswith("exerciseplanner")
    ]  # fmt: skip
    return [
        each for each in own if "paintEvent" in vars(type(each)) and type(each) is not FocusRing
    ]


@pytest.mark.parametrize(
    ("name", "lists"),
    [("forces", 6), ("interoperability", 6), ("objectives", 4), ("participants", 5)],
)
def test_that_no_list_scrolls_sideways_in_a_small_window(opened, qapp, name, lists):
    window = opened("sample", name)
    listing, wide = set(), []
    for view in views_of(window, name):
        qapp.processEvents()
        for shown in window.body.pages.page().findChildren(RecordView):
            if shown.isVisible():
                listing.add(view)
                if shown.view.horizontalScrollBar().maximum() > 0:
                    wide.append(view)
    assert wide == []
    assert len(listing) == lists
