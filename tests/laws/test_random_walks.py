"""Whatever a planner does in whatever order, undo leads back exactly and redo forward again."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exerciseplanner import paths
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.operations.injects import shift_injects
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import begun, content, ids, small_intake

NOUNS_WALKED = ("unit", "objective", "criterion", "strand", "inject", "participant", "evaluator")

texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=30)
gestures = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(NOUNS_WALKED), texts),
    st.tuples(st.just("edit"), st.sampled_from(NOUNS_WALKED), texts, st.integers(0, 9)),
    st.tuples(st.just("note"), st.sampled_from(NOUNS_WALKED[:4]), texts, st.integers(0, 9)),
    st.tuples(st.just("remove"), st.sampled_from(NOUNS_WALKED), st.integers(0, 9)),
    st.tuples(st.just("link"), st.integers(0, 9), st.integers(0, 9)),
    st.tuples(st.just("place"), st.floats(-90, 90)),
    st.tuples(st.just("shift"), st.integers(-5000, 5000)),
    st.tuples(st.just("import"), st.sampled_from(["small", "other"])),
    st.just(("undo",)),
    st.just(("undo",)),
    st.just(("redo",)),
    st.just(("reopen",)),
)


@pytest.fixture(scope="module")
def plan_file(tmp_path_factory):
    """A small plan in which everything is linked to something."""
    folder = tmp_path_factory.mktemp("plan")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.HOME_VARIABLE, str(folder / "home"))
        begun(folder, small_intake()).close()
    return folder / "plan.exercise"


class Walk:
    """An open exercise beside the contents that it had, for undo and for redo."""

    def __init__(self, path):
        self.workspace = Workspace.open(path)
        self.past = [content(self.workspace)]
        self.future = []

    def go(self, gesture):
        """Make one gesture and check that the content is the one that has to follow."""
        kind = gesture[0]
        if kind == "undo":
            moved = self.workspace.undo()
            assert (moved is not None) == (len(self.past) > 1)
            if moved:
                self.future.append(self.past.pop())
        elif kind == "redo":
            moved = self.workspace.redo()
            assert (moved is not None) == bool(self.future)
            if moved:
                self.past.append(self.future.pop())
        elif kind == "reopen":
            path = self.workspace.path
            self.workspace.close()
            self.workspace = Workspace.open(path)
        elif self._work(gesture):
            self.past.append(content(self.workspace))
            self.future.clear()
            return
        assert content(self.workspace) == self.past[-1]

    def _work(self, gesture):
        """Whether a gesture came to be a step."""
        head = self.workspace.head
        try:
            self._do(*gesture)
        except Refusal:
            assert self.workspace.head == head
        return self.workspace.head != head

    def _do(self, kind, *rest):
        getattr(self, f"_{kind}")(*rest)

    def _add(self, noun, text):
        values = {
            field.name: self._some(field.choices, 0) if field.kind == "reference" else text or "x"
            for field in NOUNS[noun].columns
            if field.required
        }
        self.workspace.do(VERBS[noun].add, values)

    def _edit(self, noun, text, which):
        chosen = [self._some(noun, which)]
        self.workspace.do(VERBS[noun].edit, chosen, {NOUNS[noun].title: text})

    def _note(self, noun, text, which):
        self.workspace.do(VERBS[noun].edit, [self._some(noun, which)], {"note": text})

    def _remove(self, noun, which):
        self.workspace.do(VERBS[noun].remove, [self._some(noun, which)])

    def _link(self, which, target):
        links = {"units": [self._some("unit", target)], "objectives": []}
        self.workspace.do(VERBS["inject"].edit, [self._some("inject", which)], links)

    def _place(self, latitude):
        self.workspace.do(VERBS["unit"].edit, ids(self.workspace, "unit"), {"latitude": latitude})

    def _shift(self, minutes):
        self.workspace.do(shift_injects, ids(self.workspace, "inject"), minutes)

    def _import(self, source):
        self.workspace.do(take_in, small_intake(source))

    def _some(self, noun, which):
        found = ids(self.workspace, noun)
        return found[which % len(found)] if found else "no-such-row"


@settings(max_examples=30)
@given(walk=st.lists(gestures, min_size=4, max_size=16))
def test_that_undo_leads_back_to_the_start_and_redo_to_the_end_of_any_walk(walk, plan_file):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "walk.exercise"
        shutil.copyfile(plan_file, path)
        made = Walk(path)
        try:
            start = made.past[0]
            for gesture in walk:
                made.go(gesture)
            while made.workspace.undo_label:
                made.go(("undo",))
            assert content(made.workspace) == start
            while made.workspace.redo_label:
                made.go(("redo",))
            assert not made.future
            assert made.workspace.verify().complaints == ()
        finally:
            made.workspace.close()
