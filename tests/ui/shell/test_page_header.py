"""The line above a page."""

from __future__ import annotations

from exerciseplanner.ui.shell.page_header import Headline


def test_that_counts_end_in_dots_where_there_is_too_little_room(qtbot):
    counts = Headline()
    qtbot.addWidget(counts)
    counts.show()
    counts.say("69 of 81 criteria rated · 42 disagreements open")
    counts.resize(120, 20)
    assert counts.text().endswith("…")
    assert counts.toolTip() == "69 of 81 criteria rated · 42 disagreements open"
    counts.resize(counts.sizeHint())
    assert (counts.text(), counts.toolTip()) == (counts.accessibleName(), "")
