"""Smaller parts: the clipboard's form, settings, the banner, the marking."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.domain.marking import Marking
from exerciseplanner.ui.widgets.classification_banner import ClassificationBanner
from exerciseplanner.ui.widgets.clipboard import from_tsv, to_tsv
from exerciseplanner.ui.widgets.marking_edit import MarkingEdit
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.queries.exercise import classification_policy

cells = st.lists(
    st.lists(
        st.text(st.characters(exclude_characters="\r\x00", codec="utf-8")), min_size=2, max_size=2
    ),
    min_size=1,
).filter(lambda rows: any(rows[-1]))


@given(cells)
def test_that_cells_come_back_from_a_spreadsheet_as_they_went(rows):
    assert from_tsv(to_tsv(rows)) == rows


def test_that_empty_lines_at_the_end_of_a_paste_are_no_rows():
    assert from_tsv("a\tb\r\n\r\n") == [["a", "b"]]


def test_that_settings_keep_their_types_between_two_starts():
    first = Settings()
    first.put("sizes", [1, 2])
    first.put("on", False)
    first.write()
    assert (Settings().get("sizes"), Settings().get("on", True)) == ([1, 2], False)


def test_that_settings_of_a_picture_leave_nothing_behind():
    here = Settings(kept=False)
    here.put("page", "forces")
    assert (here.get("page"), Settings().get("page")) == ("forces", None)


def test_that_the_banner_joins_level_and_release(themed, qtbot):
    banner = ClassificationBanner()
    qtbot.addWidget(banner)
    banner.show_lines("NATO UNCLASSIFIED", "Releasable to EU")
    assert banner.text == "NATO UNCLASSIFIED  ·  Releasable to EU"
    assert banner.accessibleName() == "Classification: NATO UNCLASSIFIED  ·  Releasable to EU"
    assert not banner.grab().isNull()
    banner.show_lines("")
    assert not banner.isVisible()


def test_that_a_marking_reads_as_it_will_be_printed(themed, qtbot, vocabulary, workspace):
    policy = workspace.ask(classification_policy)
    edit = MarkingEdit(vocabulary, policy)
    qtbot.addWidget(edit)
    edit.set_marking(Marking(policy.code, policy.levels[0].code, frozenset({"EU"})))
    assert policy.levels[0].name in edit.reading()
    edit.releases.input.setText("PfP")
    with qtbot.waitSignal(edit.changed) as signal:
        edit.releases.commit()
    assert signal.args[0].releases == frozenset({"PfP"})
    assert "PfP" in edit.reading()
