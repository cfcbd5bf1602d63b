"""What holds for every page of the window."""

from __future__ import annotations

import pytest

from exerciseplanner.ui.pages import page_specs

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
