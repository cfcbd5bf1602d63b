"""The handbook shows every page of the window as it is, and links to nothing that is not there.

Run with ``HANDBOOK_PICTURES=1`` to draw its pictures anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from exerciseplanner.exchange.sample import write_sample
from exerciseplanner.ui.pages import page_specs
from exerciseplanner.ui.shell.pictures import picture
from exerciseplanner.workspace.workspace import Workspace

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbook"
SIZE = (1366, 768)
PAGES = [spec.name for spec in page_specs()]
VIEWS = [
    ("forces", "chart"),
    ("forces", "map"),
    ("forces", "flow"),
    ("interoperability", "cases"),
    ("objectives", "technologies"),
]
"""Views that are shown beside the one that a page opens with."""

PICTURES = [(page, "") for page in PAGES] + VIEWS
LINK = re.compile(r"\]\(([^)#]*)(?:#([^)]+))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The sample exercise with its whole history, where pictures are drawn."""
    path = tmp_path_factory.mktemp("handbook") / "steady-lantern-26.exercise"
    if os.environ.get("HANDBOOK_PICTURES"):
        write_sample(path).close()
    return path


def file_name(page, view):
    return f"{page}-{view}.png" if view else f"{page}.png"


def links(page):
    """Every link of a page: the file it leads to, and the heading there, if any."""
    found = LINK.findall(page.read_text(encoding="utf-8"))
    return [(page.parent / target if target else page, heading) for target, heading in found]


def headings(page):
    """The headings of a page as links write them."""
    said = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", each).strip().lower().replace(" ", "-") for each in said}


@pytest.mark.parametrize(("page", "view"), PICTURES)
def test_that_every_page_of_the_window_is_shown(qapp, page, view, told):
    path = HANDBOOK / "pictures" / file_name(page, view)
    if os.environ.get("HANDBOOK_PICTURES"):
        workspace = Workspace.open(told, keep_backup=False)
        path.parent.mkdir(exist_ok=True)
        assert picture(workspace, page, "light", SIZE, view=view).save(str(path))
    image = QImage(str(path))
    assert (image.width(), image.height()) == SIZE


def test_that_every_link_leads_somewhere():
    for page in HANDBOOK.glob("*.md"):
        for target, heading in links(page):
            assert target.exists(), f"{page.name} links to {target.name}"
            if heading:
                assert heading in headings(target), f"{page.name} links to #{heading}"


def test_that_every_page_of_the_handbook_is_listed():
    listed = {target.name for target, _ in links(HANDBOOK / "README.md")}
    assert listed == {page.name for page in HANDBOOK.glob("*.md")} - {"README.md"}


def test_that_the_pictures_are_those_that_the_pages_show():
    shown = {
        target.name
        for page in HANDBOOK.glob("*.md")
        for target, _ in links(page)
        if target.suffix == ".png"
    }
    drawn = {file_name(page, view) for page, view in PICTURES}
    assert drawn == shown == {path.name for path in (HANDBOOK / "pictures").iterdir()}
