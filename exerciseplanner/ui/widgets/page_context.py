"""What every page is given: the exercise, the words for it, and the window around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ParamSpec, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.widgets.jobs import JobRunner
from exerciseplanner.ui.widgets.live import Live, LiveQuery
from exerciseplanner.ui.widgets.notices import Notices
from exerciseplanner.ui.widgets.problems import Problems
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.ui.widgets.vocabulary import Vocabulary
from exerciseplanner.workspace.operation import Operation
from exerciseplanner.workspace.query import Query
from exerciseplanner.workspace.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")

InspectorExtra = Callable[[Sequence[str]], QWidget | None]
Writer = Callable[[tuple[str, ...], Mapping[str, object]], object]
Commit = Callable[[tuple[str, ...], str, Any], None]


class Surroundings(Protocol):
    """What a page may ask of the window around it."""

    def show_record(self, noun: str, row_id: str) -> None:
        """Go to the page that is home to the noun and select the record."""
        ...

    def go(self, page: str) -> None:
        """Go to a page."""
        ...

    def inspect(self, noun: str, ids: Sequence[str]) -> None:
        """Show records in the inspector."""
        ...

    def show_fault(self, fault: Fault) -> None:
        """Tell what the surroundings did to the file."""
        ...

    def undo(self) -> None:
        """Take back the newest step."""
        ...

    def run_action(self, action: str) -> None:
        """Do what the action of that id does."""
        ...


class PageContext:
    """One open exercise as pages see it."""

    def __init__(
        self,
        workspace: Workspace,
        vocabulary: Vocabulary,
        live: Live,
        notices: Notices,
        jobs: JobRunner,
        settings: Settings,
        problems: Problems,
        window: Surroundings,
        writer: Callable[[str], Writer | None],
    ) -> None:
        self.workspace = workspace
        self.vocabulary = vocabulary
        self.live = live
        self.notices = notices
        self.jobs = jobs
        self.settings = settings
        self.problems = problems
        self.window = window
        self.extras: dict[str, list[InspectorExtra]] = {}
        self.heads: dict[str, list[InspectorExtra]] = {}
        self._writer = writer

    @property
    def read_only(self) -> bool:
        """Whether the exercise may only be read."""
        return self.workspace.read_only

    def ask(self, query: Query[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask the exercise. Raises Fault where the file cannot be read."""
        return self.workspace.ask(query, *args, **kwargs)

    def do(self, operation: Operation[P, R], *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Carry out an operation; a refusal becomes a notice and a fault a dialog, and None."""
        try:
            return self.workspace.do(operation, *args, **kwargs)
        except Refusal as refusal:
            self.notices.say(str(refusal), "warn")
        except Fault as fault:
            self.window.show_fault(fault)
        return None

    def offer_undo(self, text: str) -> None:
        """Say what was done and offer to take it back, until something else would be."""
        step = self.workspace.undo_step
        self.notices.offer(
            text, "Undo", self.window.undo, holds=lambda: self.workspace.undo_step == step
        )

    def follow(
        self, widget: QWidget, query: Query[..., R], answered: Callable[[R], object], *args: Any
    ) -> LiveQuery:
        """Ask a query now and again whenever it may have another answer, while `widget` is seen."""
        following = LiveQuery(self.live, widget, query, *args)
        following.answered.connect(answered)
        if widget.isVisible():
            following.refresh()
        return following

    def commit(self, noun: str) -> Commit | None:
        """How tables and forms write a field of the noun; None where nothing may be written."""
        write = None if self.read_only else self._writer(noun)
        if write is None:
            return None

        def commit(ids: tuple[str, ...], field: str, value: Any) -> None:
            write(ids, {field: value})

        return commit

    def show(self, noun: str, row_id: str) -> None:
        """Go to where a record is at home, and inspect it."""
        self.window.show_record(noun, row_id)

    def go(self, page: str) -> None:
        """Go to a page."""
        self.window.go(page)

    def inspect(self, noun: str, ids: Sequence[str]) -> None:
        """Show records in the inspector; none empties it."""
        self.window.inspect(noun, ids)

    def inspector_extra(self, noun: str, factory: InspectorExtra) -> None:
        """Show what `factory(ids)` makes below the form of a noun; it may give None."""
        self.extras.setdefault(noun, []).append(factory)

    def inspector_head(self, noun: str, factory: InspectorExtra) -> None:
        """Show what `factory(ids)` makes above the form of a noun; it may give None."""
        self.heads.setdefault(noun, []).append(factory)
