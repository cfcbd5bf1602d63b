"""The classification policies: levels, audiences with their members, and how markings read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from exerciseplanner.domain.marking import (
    Audience,
    ClassificationPolicy,
    Level,
    Marking,
    marking_lines,
)
from exerciseplanner.domain.marking_nouns import AUDIENCE
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.classification_banner import ClassificationBanner
from exerciseplanner.ui.widgets.columns import ColumnSpec, column_for
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.noun_table import edit_cell
from exerciseplanner.ui.widgets.parts import button, caption, chip, heading, row, set_tone, tight
from exerciseplanner.ui.widgets.record_table import RecordTable
from exerciseplanner.workspace.operations.markings import (
    add_audience,
    edit_audiences,
    remove_audiences,
    use_policy,
)
from exerciseplanner.workspace.queries.doctrine import (
    PolicyLine,
    marking_audiences,
    marking_levels,
    policies,
)
from exerciseplanner.workspace.queries.exercise import exercise

_LEVELS_IN_SIGHT = 5


class MarkingsPanel(QWidget):
    """Policies at the left; levels and audiences of the chosen one, and how a choice reads."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen: PolicyLine | None = None
        self.policies = self._table(_policy_columns(), policies, "policies", "Policies")
        self.levels = self._table(_level_columns(), marking_levels, "levels", "Levels")
        self.levels.setMinimumHeight((_LEVELS_IN_SIGHT + 1) * theme.row_height() + theme.scaled(16))
        self.audiences = self._audiences()
        self.banner = ClassificationBanner()
        self._title = heading("")
        self._standing = chip("")
        self.take = button("Mark under this policy", "check", run=self.use)
        self._new = button("New audience", "plus", run=self.add_audience)
        self._new.setEnabled(not context.read_only)
        self._lay_out()
        self.policies.chosen.connect(self._choose)
        self.policies.rows_changed.connect(self._renew)
        for table in (self.levels, self.audiences):
            table.chosen.connect(lambda _: self._preview())
            table.rows_changed.connect(self._preview)

    def add_audience(self) -> None:
        """Add an audience to the policy in sight, and begin to type its code."""
        if self._chosen is None:
            return
        taken = {row.code for row in self.audiences.model.rows()}
        code = next(f"NEW-{n}" for n in range(1, len(taken) + 2) if f"NEW-{n}" not in taken)
        values = {"code": code, "name": "New audience"}
        made = self._context.do(add_audience, self._chosen.id, values)
        if made:
            self.audiences.select([made])
            edit_cell(self.audiences, made, "code")

    def use(self) -> None:
        """Mark the exercise under the policy in sight."""
        if self._chosen is None:
            return
        head = self._context.workspace.head
        self._context.do(use_policy, self._chosen.code)
        if self._context.workspace.head != head:
            self._context.offer_undo(
                f"The exercise is marked under {self._chosen.name}; check level and releases"
            )

    def set_filter(self, text: str) -> None:
        """Show only audiences and levels that contain every word."""
        self.levels.set_filter(text)
        self.audiences.set_filter(text)

    def preview(self) -> str:
        """How the chosen level and audiences read on a page."""
        return self.banner.text

    def _table(
        self, columns: tuple[ColumnSpec, ...], query: Any, name: str, title: str,
        commit: Callable[[tuple[str, ...], str, Any], None] | None = None,
    ) -> RecordTable:  # fmt: skip
        table = RecordTable(
            self._context.live, columns, query, name=f"marking-{name}", commit=commit,
            vocabulary=self._context.vocabulary, settings=self._context.settings,
        )  # fmt: skip
        table.view.setAccessibleName(title)
        table.footer.hide()
        table.paste_refused.connect(lambda text: self._context.notices.say(text, "warn"))
        return table

    def _audiences(self) -> RecordTable:
        vocabulary = self._context.vocabulary
        members = AUDIENCE.field("members")
        columns = (
            ColumnSpec("code", "Code", field=AUDIENCE.field("code"), editable=True, width=96),
            ColumnSpec("name", "Name", field=AUDIENCE.field("name"), editable=True, width=220),
            ColumnSpec(
                "count", "Nations", text=lambda line: str(len(json.loads(line.members))),
                value=lambda line: len(json.loads(line.members)), width=68, align="right",
            ),
            column_for(members, vocabulary, editable=True),
        )  # fmt: skip
        commit = None if self._context.read_only else self._commit
        table = self._table(columns, marking_audiences, "audiences", "Audiences", commit)
        table.add_actions([
            ActionSpec("audiences.remove", "Remove", self._remove, "trash", "Del",
                       enabled_when=lambda: not self._context.read_only),
        ])  # fmt: skip
        table.set_empty(EmptyState("No audience is known: papers go to their owner alone."))
        return table

    def _lay_out(self) -> None:
        right = QWidget()
        inside = QVBoxLayout(right)
        tight(inside)
        inside.addWidget(row(self._title, self._standing, None, self.take, margins=(11, 0, 16, 8)))
        inside.addWidget(row(self.banner, margins=(11, 0, 16, 2)))
        hint = caption("Choose a level and audiences to see how the marking reads.")
        inside.addWidget(row(hint, margins=(11, 0, 16, 8)))
        inside.addWidget(row(heading("Levels"), None, margins=(11, 0, 16, 4)))
        inside.addWidget(self.levels, 2)
        inside.addWidget(row(heading("Audiences"), None, self._new, margins=(11, 4, 16, 4)))
        inside.addWidget(self.audiences, 3)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.policies)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.scaled(360), theme.scaled(860)])
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(split)

    def _commit(self, ids: tuple[str, ...], field: str, value: Any) -> None:
        self._context.workspace.do(edit_audiences, ids, {field: value})

    def _remove(self) -> None:
        ids = self.audiences.selected_ids()
        head = self._context.workspace.head
        if ids:
            self._context.do(remove_audiences, ids)
        if self._context.workspace.head != head:
            self._context.offer_undo(
                f"{len(ids)} {'audience' if len(ids) == 1 else 'audiences'} removed"
            )

    def _renew(self) -> None:
        lines = {line.id: line for line in self.policies.model.rows()}
        wanted = lines.get(self._chosen.id) if self._chosen else None
        line = wanted or next((each for each in lines.values() if each.in_force), None)
        if line is not None:
            self.policies.select([line.id])
            self._show(line)

    def _choose(self, ids: tuple[str, ...]) -> None:
        if len(ids) == 1:
            self._show(self.policies.selected_rows()[0])

    def _show(self, line: PolicyLine) -> None:
        self._chosen = line
        self._title.setText(line.name)
        self._standing.setText("In force" if line.in_force else "Not in force")
        set_tone(self._standing, "ok" if line.in_force else "muted")
        self.take.setVisible(not line.in_force)
        self.take.setEnabled(not self._context.read_only)
        for table in (self.levels, self.audiences):
            table.set_predicate(lambda each: each.policy_id == line.id)
        self._preview()

    def _preview(self) -> None:
        policy = self._policy()
        if policy is None or not policy.levels:
            return
        own = self._context.ask(exercise).marking
        if own.policy != policy.code:
            every = frozenset(each.code for each in policy.audiences)
            own = Marking(policy.code, policy.levels[0].code, every)
        level = next((line.code for line in self.levels.selected_rows()), own.level)
        chosen = frozenset(line.code for line in self.audiences.selected_rows())
        shown = Marking(policy.code, level, chosen or own.releases)
        try:
            self.banner.show_lines(*marking_lines(shown, policy))
        except Refusal as refusal:
            self.banner.show_lines(str(refusal))

    def _policy(self) -> ClassificationPolicy | None:
        line = self._chosen
        if line is None:
            return None
        levels = [each for each in self.levels.model.rows() if each.policy_id == line.id]
        groups = [each for each in self.audiences.model.rows() if each.policy_id == line.id]
        return ClassificationPolicy(
            line.code,
            line.name,
            tuple(Level(each.code, each.name, each.rank) for each in levels),
            line.release_phrase,
            line.release_separator,
            tuple(
                Audience(each.code, each.name, frozenset(json.loads(each.members)))
                for each in groups
            ),
            line.owner,
        )


def _policy_columns() -> tuple[ColumnSpec, ...]:
    return (
        ColumnSpec("name", "Policy", width=216,
                   icon=lambda line: "circle-check" if line.in_force else "circle",
                   tone=lambda line: "text" if line.in_force else "muted"),
        ColumnSpec("code", "Code", width=64),
        ColumnSpec("in_force", "", width=72, tone=lambda line: "ok",
                   text=lambda line: "in force" if line.in_force else ""),
    )  # fmt: skip


def _level_columns() -> tuple[ColumnSpec, ...]:
    return (
        ColumnSpec("rank", "Rank", width=60, align="right"),
        ColumnSpec("code", "Code", width=132),
        ColumnSpec("name", "As printed", width=320),
    )
