"""Searching finds what is in the exercise now, with plain letters too, and leaves no trace."""

from __future__ import annotations

import pytest

from exerciseplanner.workspace.operations.injects import add_inject, edit_injects, remove_injects
from exerciseplanner.workspace.queries.search import search
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import small


@pytest.fixture
def workspace(tmp_path):
    """A small plan, open."""
    opened = small(tmp_path)
    yield opened
    opened.close()


def found(workspace, words):
    """The titles that words find."""
    return [hit.title for hit in workspace.ask(search, words)]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Harbour of Bodø closed", "bodo"),
        ("Harbour of Bodø closed", "Bodø"),
        ("Harbour of Bodø closed", "BODØ"),
        ("Power cut in Łódź", "lodz"),
        ("Power cut in Łódź", "łódź"),
        ("Power cut in Łódź", "ŁÓDŹ"),
        ("Straße zum Großen Belt", "strasse gros"),
        ("Ærø ferry", "aero"),
        ("Κρίση στην Ελλάδα", "κριση"),
        ("Відключення у Києві", "києві"),
        ("Brigade re-routes", "bri re-r"),
        ('The "blue" line', '"blue" li'),
    ],
)
def test_that_words_are_found_by_their_beginning_and_by_plain_letters(title, words, workspace):
    workspace.do(add_inject, {"title": title})
    assert found(workspace, words) == [title]


@pytest.mark.parametrize(
    "words",
    ["", "  ", '"', "*", "AND", 'a" OR "b', "(", "\x00", "\ud800", "x " * 500, "-", "title:x"],
)
def test_that_no_words_are_too_odd_to_be_searched(words, workspace):
    workspace.ask(search, words)


def test_that_a_hit_says_what_where_and_why(workspace):
    hit = workspace.ask(search, "cable")[0]
    assert (hit.noun, hit.code, hit.title) in {
        ("threat", "T1", "Cable cut at Tromsø"),
        ("strand", "SL01", "The cable"),
    }
    workspace.do(
        add_inject, {"title": "Long", "message": "word " * 200 + "needle " + "word " * 200}
    )
    assert "needle" in workspace.ask(search, "needle")[0].excerpt


def test_that_a_title_counts_more_than_a_note_and_every_word_must_be_there(workspace):
    workspace.do(add_inject, {"title": "Elsewhere", "note": "the needle is in the note"})
    workspace.do(add_inject, {"title": "The needle"})
    assert found(workspace, "needle") == ["The needle", "Elsewhere"]
    assert found(workspace, "needle note") == ["Elsewhere"]
    assert len(workspace.ask(search, "needle", limit=1)) == 1


def test_that_the_search_follows_every_change_undo_and_redo(workspace):
    assert found(workspace, "needle") == []
    row_id = workspace.do(add_inject, {"title": "Needle"})
    assert found(workspace, "needle") == ["Needle"]
    workspace.do(edit_injects, [row_id], {"title": "Thread"})
    assert (found(workspace, "needle"), found(workspace, "thread")) == ([], ["Thread"])
    workspace.undo()
    assert (found(workspace, "needle"), found(workspace, "thread")) == (["Needle"], [])
    workspace.do(remove_injects, [row_id])
    assert found(workspace, "needle") == []
    workspace.undo()
    assert found(workspace, "needle") == ["Needle"]


def test_that_a_reader_searches_too_and_sees_what_the_writer_wrote_meanwhile(workspace):
    reader = Workspace.open(workspace.path, read_only=True)
    assert found(reader, "needle") == []
    workspace.do(add_inject, {"title": "Needle"})
    assert found(reader, "needle") == ["Needle"]
    copy = workspace.snapshot()
    assert found(copy, "needle") == ["Needle"]
    copy.close()
    reader.close()


def test_that_searching_writes_nothing_into_the_file(workspace):
    before = workspace.path.read_bytes()
    found(workspace, "cable")
    assert workspace.path.read_bytes() == before
