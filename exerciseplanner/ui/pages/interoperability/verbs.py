"""What can be done on the Interoperability page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from exerciseplanner.ui.pages.interoperability.cases_panel import CasesPanel
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.segments import Segments
from exerciseplanner.workspace.operations.interoperability import add_test_case
from exerciseplanner.workspace.queries.forces import units
from exerciseplanner.workspace.queries.interoperability import standards
from exerciseplanner.workspace.queries.records import names

_CASE = "test_case"


class InteroperabilityViews(Protocol):
    """The views of the page that the verbs work on."""

    context: PageContext
    segments: Segments
    cases: CasesPanel
    requirements: NounTable
    holdings: NounTable

    def view(self) -> RecordTable | None:
        """The list that is open."""
        ...


class InteroperabilityVerbs:
    """Adds and removes; what is new is selected, and its title is typed at once."""

    def __init__(self, page: InteroperabilityViews) -> None:
        self._page = page

    def actions(self) -> dict[str, ActionSpec]:
        """Everything that can be done on the page, by its short name."""
        context = self._page.context

        def may_write() -> bool:
            return not context.read_only

        lines: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
            ("case", "New test case", self.add_case, "plug-connected", "Ctrl+N"),
            ("requirement", "New IER", self.add_requirement,
             "arrows-exchange", "Ctrl+Shift+Q"),
            ("holding", "New holding", self.add_holding, "books", "Ctrl+Shift+G"),
            ("forces", "Go to forces", lambda: context.go("forces"), "hierarchy", ""),
            ("remove", "Remove", self.remove_selected, "trash", ""),
        )  # fmt: skip
        return {
            name: ActionSpec(
                f"interoperability.{name}", label, run, icon, keys,
                enabled_when=None if name == "forces" else may_write,
                menu="Page", page="interoperability", primary=name == "case",
            )
            for name, label, run, icon, keys in lines
        }  # fmt: skip

    def add_case(self) -> None:
        """Add a test case and begin to type its title."""
        self._page.segments.open("cases")
        self._page.cases.table.add({"code": self._free(_CASE, "TC"), "title": "New test case"})

    def add_case_between(self, provider: str, consumer: str) -> None:
        """Add a test case from a provider to a consumer, and inspect it."""
        context = self._page.context
        made = context.do(
            add_test_case,
            {
                "code": self._free(_CASE, "TC"),
                "title": "New test case",
                "provider_id": provider,
                "consumer_id": consumer,
            },
        )
        if made:
            context.inspect(_CASE, (made,))

    def add_requirement(self) -> None:
        """Add an information exchange requirement and begin to type its product."""
        self._page.segments.open("requirements")
        code = self._free("exchange_requirement", "IER")
        self._page.requirements.add({"code": code, "product": "New product"})

    def add_holding(self) -> None:
        """Note that a unit holds a standard: the unit selected, or the first."""
        page = self._page
        rows, catalogue = page.context.ask(units), page.context.ask(standards)
        if not rows or not catalogue:
            page.context.notices.say("Units hold standards. Add a unit on the page Forces.", "warn")
            return
        page.segments.open("holdings")
        chosen = page.holdings.selected_ids()
        near = next((r for r in page.holdings.rows_shown() if r.id in chosen), None)
        first = catalogue[0]
        values = {"unit_id": near.unit_id if near else rows[0].id}
        page.holdings.add({**values, "standard_id": first.id, "edition": first.edition})

    def remove_selected(self) -> None:
        """Remove what is selected in the list that is open."""
        view = self._page.view()
        if isinstance(view, NounTable):
            view.remove_selected()

    def _free(self, noun: str, prefix: str) -> str:
        taken = {each.code for each in self._page.context.ask(names, noun)}
        number = len(taken) + 1
        while f"{prefix}-{number:02d}" in taken:
            number += 1
        return f"{prefix}-{number:02d}"
