"""The handbook shows every page of the window as it is, and links to nothing that is not there.

Run with ``HANDBOOK_PICTURES=1`` to draw its pictures anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from exerciseplanner.ui.pages import page_specs
from exerciseplanner.ui.shell.pictures import picture
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import sample_at

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbook"
SIZE = (1366, 768)
PAGES = [spec.name for spec in page_specs()]
LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.mark.parametrize("name", PAGES)
def test_that_every_page_of_the_window_is_shown(qapp, name, tmp_path):
    path = HANDBOOK / "pictures" / f"{name}.png"
    if os.environ.get("HANDBOOK_PICTURES"):
        workspace = Workspace.open(sample_at(tmp_path / "steady-lantern-26.exercise"))
        path.parent.mkdir(exist_ok=True)
        assert picture(workspace, name, "light", SIZE).save(str(path))
    image = QImage(str(path))
    assert (image.width(), image.height()) == SIZE


def test_that_every_link_leads_somewhere():
    for page in HANDBOOK.glob("*.md"):
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_that_every_page_of_the_handbook_is_listed():
    listed = set(LINK.findall((HANDBOOK / "README.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in HANDBOOK.glob("*.md")} - {"README.md"}


def test_that_every_picture_is_shown_somewhere():
    shown = set()
    for page in HANDBOOK.glob("*.md"):
        shown |= set(LINK.findall(page.read_text(encoding="utf-8")))
    assert {f"pictures/{name}.png" for name in PAGES} <= shown
