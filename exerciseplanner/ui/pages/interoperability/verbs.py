"""What can be done on the Interoperability page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QSize

from exerciseplanner.domain.exchange_requirements import UNIT_STANDARD
from exerciseplanner.ui.pages.interoperability.cases_panel import CasesPanel
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.noun_table import NounTable
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.popovers import AskChoice
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.ui.widgets.segments import Segments
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.forces import units
from exerciseplanner.workspace.queries.interoperability import standards
from exerciseplanner.workspace.queries.means import systems
from exerciseplanner.workspace.queries.records import names, record

_CASE, _AIM = "test_case", "interoperability_objective"


class InteroperabilityViews(Protocol):
    """The views of the page that the verbs work on."""

    context: PageContext
    segments: Segments
    cases: CasesPanel
    aims: NounTable
    systems: NounTable
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
            ("objective", "New objective", self.add_objective, "target", "Ctrl+Alt+N"),
            ("requirement", "New IER", self.add_requirement,
             "arrows-exchange", "Ctrl+Shift+Q"),
            ("system", "New system", self.add_system, "server", ""),
            ("holding", "New standard held", self.add_holding, "books", "Ctrl+Shift+G"),
            ("participants", "Go to participants", lambda: context.go("participants"), "world", ""),
            ("remove", "Remove", self.remove_selected, "trash", ""),
        )  # fmt: skip
        return {
            name: ActionSpec(
                f"interoperability.{name}", label, run, icon, keys,
                enabled_when=None if name == "participants" else may_write,
                menu="Page", page="interoperability", primary=name == "case",
            )
            for name, label, run, icon, keys in lines
        }  # fmt: skip

    def add_case(self) -> None:
        """Add a test case, of the objective selected in its list, and begin to type its title."""
        values = self._of_aim() if self._page.segments.current == "aims" else {}
        self._page.segments.open("cases")
        code = self._free(_CASE, "TC")
        self._page.cases.table.add({"code": code, "title": "New test case", **values})

    def _of_aim(self) -> dict[str, object]:
        """What a test case takes over from the objective selected."""
        chosen = self._page.aims.selected_rows()
        if len(chosen) != 1:
            return {}
        aim = self._page.context.ask(record, _AIM, chosen[0].id)
        taken = {name: aim[name] for name in ("standard_id", "edition", "dimension", "target")}
        return {"interoperability_objective_id": chosen[0].id, **taken}

    def add_case_between(self, scope: str, provider: str, consumer: str) -> None:
        """Add a test case from a provider to a consumer of a scope, and inspect it."""
        context = self._page.context
        sides = self._sides(scope, "provider", provider) | self._sides(scope, "consumer", consumer)
        values = {"code": self._free(_CASE, "TC"), "title": "New test case", **sides}
        made = context.do(VERBS["test_case"].add, values)
        if made:
            context.inspect(_CASE, (made,))

    def _sides(self, scope: str, side: str, row_id: str) -> dict[str, object]:
        """One side of a case: a system with its unit, a unit with who provides it."""
        if scope == "participant":
            return {f"{side}_id": row_id}
        ask = self._page.context.ask
        system = next((row for row in ask(systems) if row.id == row_id), None)
        unit_id = system.unit_id if system else row_id
        unit = next((row for row in ask(units) if row.id == unit_id), None)
        found: dict[str, object] = {f"{side}_unit_id": unit_id}
        if system:
            found[f"{side}_system_id"] = row_id
        if unit:
            found[f"{side}_id"] = unit.participant_id
        return found

    def add_objective(self) -> None:
        """Add an interoperability objective and begin to type its title."""
        self._page.segments.open("aims")
        code = self._free(_AIM, "IO")
        self._page.aims.add({"code": code, "title": "New objective"})

    def add_system(self) -> None:
        """Add a system and begin to type its name."""
        self._page.segments.open("systems")
        self._page.systems.add({"code": self._free("system", "SYS"), "title": "New system"})

    def add_requirement(self) -> None:
        """Add an information exchange requirement and begin to type its product."""
        self._page.segments.open("requirements")
        code = self._free("exchange_requirement", "IER")
        self._page.requirements.add({"code": code, "product": "New product"})

    def add_holding(self) -> None:
        """Ask which standard a unit holds, the one selected or the first, and note that."""
        page = self._page
        rows, catalogue = page.context.ask(units), page.context.ask(standards)
        if not rows or not catalogue:
            page.context.notices.say("Units hold standards. Add a unit on the page Forces.", "warn")
            return
        page.segments.open("holdings")
        chosen = page.holdings.selected_ids()
        near = next((r for r in page.holdings.rows_shown() if r.id in chosen), None)
        unit = next((row for row in rows if near and row.id == near.unit_id), rows[0])
        options = page.context.vocabulary.options(UNIT_STANDARD.field("standard_id"))
        title = f"Standard that {unit.name} holds"
        run = partial(self.note_holding, unit.id)
        ask, window = AskChoice(page.holdings, title, options, run), page.holdings.window()
        at = window.mapToGlobal(QPoint(window.width() // 3, window.height() // 4))
        ask.open_at(QRect(at, QSize(1, 1)))

    def note_holding(self, unit_id: str, standard_id: str) -> None:
        """Note that a unit holds a standard in its newest edition, which can be typed over."""
        found = next(row for row in self._page.context.ask(standards) if row.id == standard_id)
        values = {"unit_id": unit_id, "standard_id": standard_id, "edition": found.edition}
        self._page.holdings.add(values)

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
