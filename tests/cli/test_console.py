"""Columns that line up, and a progress bar that leaves nothing behind."""

from __future__ import annotations

import io
import sys

import pytest

from exerciseplanner.cli.console import say_pairs, say_table, shown
from exerciseplanner.workspace.jobs import Progress


class Screen(io.StringIO):
    def isatty(self):
        return True


def job(steps):
    for done in range(steps):
        yield Progress(done, steps, f"step {done}")
    return "done"


def test_that_columns_line_up_also_under_wide_and_combining_signs(capsys):
    say_table(("Name", "n"), [("漢字", "1"), ("e\u0301", "2"), ("abcd", "3")])
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["Name  n", "----  -", "漢字  1", "e\u0301     2", "abcd  3"]


def test_that_a_long_cell_is_shortened_and_the_last_one_whole_on_its_line(capsys):
    text = "word " * 40 + "\nsecond line"
    say_table(("Text", "Why"), [(text, text)])
    heading, rule, line = capsys.readouterr().out.splitlines()
    assert line[59:62] == "…  "
    assert line.endswith("word second line")
    assert heading.index("Why") == line.index("…") + 3
    assert len(rule) == 122


def test_that_a_line_fits_the_screen(monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", "20")
    say_table(("One", "Two"), [("x" * 15, "y" * 15)])
    assert max(len(line) for line in screen.getvalue().splitlines()) == 20


def test_that_no_text_steers_the_terminal(capsys):
    say_pairs([("Name", "\x1b[2Jgone\x07\x9b")])
    assert capsys.readouterr().out == "Name  \ufffd[2Jgone\ufffd\ufffd\n"


def test_that_lines_of_a_value_stand_under_one_another(capsys):
    say_pairs([("Aim", "first\nsecond"), ("Area", "north")])
    assert capsys.readouterr().out == "Aim   first\n      second\nArea  north\n"


def test_that_progress_is_drawn_on_a_screen_and_wiped_away(monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    assert shown(job(4)) == "done"
    drawn = screen.getvalue().split("\r")
    assert any("50 %  step 2" in line for line in drawn)
    assert drawn[-1] == ""
    assert drawn[-2].strip() == ""


def test_that_progress_is_silent_where_there_is_no_screen(capsys):
    assert shown(job(4)) == "done"
    assert capsys.readouterr() == ("", "")


def test_that_an_interrupted_job_is_closed():
    closed = []

    def endless():
        try:
            yield Progress(0, 1, "x")
            raise KeyboardInterrupt
        finally:
            closed.append(True)

    with pytest.raises(KeyboardInterrupt):
        shown(endless())
    assert closed == [True]
