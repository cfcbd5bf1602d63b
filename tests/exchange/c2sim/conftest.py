"""Reading messages from files."""

from __future__ import annotations

import pytest

from exerciseplanner.exchange.c2sim.reading import read_c2sim


@pytest.fixture
def read(tmp_path):
    """Reads a message that is given as text or bytes."""

    def reader(content, viewpoint=""):
        path = tmp_path / "message.xml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read_c2sim(path, viewpoint)

    return reader


def rows(intake, noun="unit"):
    """The proposed rows of a noun."""
    return [row for row in intake.rows if row.noun == noun]


def only(intake, name):
    """The one row called so."""
    (row,) = [
        row for row in intake.rows if name in (row.values.get("name"), row.values.get("title"))
    ]
    return row


def said(doubts):
    """Doubts as lines of text."""
    return "\n".join(f"{doubt.place}: {doubt.message}" for doubt in doubts)
