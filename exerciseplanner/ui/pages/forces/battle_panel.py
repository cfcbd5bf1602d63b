"""The order of battle with the share of each nation above it, as a tree or as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.domain.forces import UNIT
from exerciseplanner.ui.pages.forces.battle_tree import BattleTree, UnitTable
from exerciseplanner.ui.pages.forces.chart_panel import ChartPanel
from exerciseplanner.ui.pages.forces.facet_strip import FacetCell, FacetStrip
from exerciseplanner.ui.pages.forces.map_panel import MapPanel
from exerciseplanner.ui.widgets.charts.numbers import Numbers, offer_numbers
from exerciseplanner.ui.widgets.figures import share_text
from exerciseplanner.ui.widgets.noun_table import counted
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.ui.widgets.vocabulary import Option
from exerciseplanner.workspace.queries.order_of_battle import ForceRow, units_by_role
from exerciseplanner.workspace.queries.participation import ShareRow, participant_shares

UnitView: TypeAlias = BattleTree | UnitTable | ChartPanel | MapPanel


class BattlePanel(QWidget):
    """Two lines of bars that narrow the list below: people by nation, and units by role."""

    nations_wanted = Signal()

    def __init__(self, context: PageContext, view: UnitView) -> None:
        super().__init__()
        self._context = context
        self.view = view
        self.nations = FacetStrip("Nations", "People present by nation")
        self.roles = FacetStrip("Roles", "Units by role in the exercise")
        self._strips = QWidget()
        strips = QVBoxLayout(self._strips)
        strips.setContentsMargins(14, 0, 16, 4)
        strips.setSpacing(2)
        layout = QVBoxLayout(self)
        tight(layout)
        for strip in (self.nations, self.roles):
            strips.addWidget(strip)
            strip.chosen_changed.connect(self._sift)
        self.nations.more_wanted.connect(self.nations_wanted)
        layout.addWidget(self._strips)
        layout.addWidget(view, 1)
        self.setFocusProxy(view)
        offer_numbers(self.nations, self._numbers_of_nations)
        offer_numbers(self.roles, self._numbers_of_roles)
        context.follow(self, participant_shares, self._show_nations)
        context.follow(self, units_by_role, self._show_roles)

    def show_everything(self) -> None:
        """Let go of whatever narrows the list."""
        self.nations.choose("")
        self.roles.choose("")

    def _show_nations(self, rows: Sequence[ShareRow]) -> None:
        most = max((max(row.planned, row.present) for row in rows), default=0)
        bringing = _bringing(rows)
        self.nations.set_cells(tuple(_nation_cell(row, most) for row in bringing))

    def _show_roles(self, counts: Mapping[str, int]) -> None:
        names = {option.code: option.label for option in self._role_options()}
        ordered = [code for code in names if counts.get(code)]
        ordered += [code for code in counts if code and code not in names]
        most = max(counts.values(), default=0)
        cells = [
            FacetCell(
                code,
                code,
                f"{counts[code]:,}",
                counts[code] / most,
                0.0,
                f"{names.get(code, code)}: {counted(counts[code], 'unit')}",
            )
            for code in ordered
        ]
        self.roles.set_cells(cells)
        self._strips.setVisible(bool(counts))

    def _numbers_of_nations(self) -> Numbers:
        rows = self._context.ask(participant_shares)
        return Numbers(
            ("Nation", "Present", "Planned", "Share", "Units"),
            [
                (row.name, f"{row.present:,}", f"{row.planned:,}", _share(row), f"{row.units:,}")
                for row in _bringing(rows)
            ],
        )

    def _numbers_of_roles(self) -> Numbers:
        names = {each.code: each.label for each in self._role_options()}
        counts = self._context.ask(units_by_role)
        return Numbers(
            ("Role", "Units"),
            [(names.get(code, code), f"{count:,}") for code, count in counts.items() if code],
        )

    def _role_options(self) -> Sequence[Option]:
        return self._context.vocabulary.options(UNIT.field("role"))

    def _sift(self) -> None:
        nation, role = self.nations.chosen, self.roles.chosen

        def passes(row: ForceRow) -> bool:
            return (
                row.noun == "unit"
                and (not nation or row.participant_id == nation)
                and (not role or row.role == role)
            )

        self.view.set_predicate(passes if nation or role else None)


def _bringing(rows: Sequence[ShareRow]) -> list[ShareRow]:
    """The participants with units and people, the most people first."""
    bringing = [row for row in rows if row.units and (row.present or row.planned)]
    return sorted(bringing, key=lambda row: (-row.present, -row.planned, row.code))


def _share(row: ShareRow) -> str:
    return share_text(row.share) if row.present else "–"


def _nation_cell(row: ShareRow, most: int) -> FacetCell:
    share = _share(row)
    said = f"{row.name}: {row.present:,} of {row.planned:,} people present"
    if row.present:
        said += f", {share} of all"
    tip = f"{said}; {counted(row.units, 'unit')}"
    return FacetCell(row.id, row.code, share, row.present / most, row.planned / most, tip)
