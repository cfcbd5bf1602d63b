"""The preview and what is written from it."""

from __future__ import annotations

from exerciseplanner.reports.documents import documents
from exerciseplanner.reports.rendering import render
from exerciseplanner.storage.faults import Fault
from exerciseplanner.workspace.operations.exercise import edit_exercise


def test_that_what_is_saved_is_what_the_command_line_writes(opened, page_of, tmp_path):
    window = opened("sample", "documents")
    page = page_of(window)
    page.save_to(tmp_path / "out.pdf")
    chosen = next(iter(documents().values()))
    expected = render(chosen.compose(window.session.workspace))
    assert (tmp_path / "out.pdf").read_bytes() == expected


def test_that_the_preview_follows_a_change_in_the_exercise(opened, page_of, qtbot):
    window = opened("sample", "documents")
    page = page_of(window)
    before = page._composed.pdf
    window.session.workspace.do(edit_exercise, {"assessment_final": True})
    qtbot.waitUntil(lambda: page._composed.pdf != before, timeout=20_000)
    assert not page._draft.isVisible()


def test_that_a_folder_that_is_not_there_is_a_fault_and_leaves_nothing(
    opened, page_of, tmp_path, monkeypatch
):
    window = opened("sample", "documents")
    told = []
    monkeypatch.setattr(window, "show_fault", told.append)
    page_of(window).save_to(tmp_path / "nowhere" / "out.pdf")
    assert isinstance(told[0], Fault)
    assert not list(tmp_path.glob("**/*.part"))


def test_that_pages_can_be_walked_through(opened, page_of):
    window = opened("sample", "documents")
    preview = page_of(window).preview
    preview.go_to(4)
    assert preview.current_page == 4
    preview.zoom_in()
    preview.fit_width()
    assert preview.page_count > 5


def test_that_a_document_is_shown_on_the_paper_chosen(opened, page_of, qtbot):
    page = page_of(opened("sample", "documents"))
    assert not page.paper.isVisible()
    page.choose("order-of-battle")
    qtbot.waitUntil(lambda: page._composed is not None, timeout=20_000)
    assert page.paper.isVisible()
    assert page.paper.currentText() == "A4"
    narrow = page.preview.pages.sizes[0].width()
    page.paper.setCurrentText("A3")
    page.paper.activated.emit(1)
    qtbot.waitUntil(lambda: page._composed.paper == "A3", timeout=20_000)
    assert page.preview.pages.sizes[0].width() > narrow * 1.4
    page.choose("readiness-assessment")
    qtbot.waitUntil(lambda: page._composed is not None, timeout=20_000)
    assert not page.paper.isVisible()
