"""`picture`: a page of the window as PNG, without a screen."""

from __future__ import annotations

import os
import struct
import subprocess
import sys

import pytest


def picture(*arguments):
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "exerciseplanner", "picture", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_a_page_is_pictured_in_the_size_and_colours_asked_for(sample, tmp_path, theme):
    target = tmp_path / "overview.png"
    done = picture(sample, "overview", "-o", target, "--theme", theme, "--size", "1000x700")
    assert (done.returncode, done.stderr) == (0, "")
    head = target.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert struct.unpack(">II", head[16:24]) == (1000, 700)
    assert sorted(tmp_path.iterdir()) == [target, sample]


def test_that_an_unknown_page_is_refused_with_those_there_are(sample, tmp_path):
    done = picture(sample, "weather", "-o", tmp_path / "a.png")
    assert done.returncode == 1
    assert "There is no page weather." in done.stderr
    assert "overview" in done.stderr
    assert not (tmp_path / "a.png").exists()


def test_that_a_size_too_small_for_a_page_is_refused(sample, tmp_path):
    done = picture(sample, "overview", "-o", tmp_path / "a.png", "--size", "20x20")
    assert done.returncode == 1
    assert "too small" in done.stderr


def test_that_a_folder_that_is_not_there_is_named(sample, tmp_path):
    done = picture(sample, "overview", "-o", tmp_path / "nowhere" / "a.png")
    assert done.returncode == 1
    assert "There is no folder" in done.stderr


def test_that_drawing_a_picture_leaves_no_backup_behind(sample, tmp_path, planners_home):
    before = len(list(planners_home.glob("backups/*/*")))
    picture(sample, "overview", "-o", tmp_path / "overview.png")
    assert len(list(planners_home.glob("backups/*/*"))) == before
