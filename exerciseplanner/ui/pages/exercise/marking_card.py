"""How the exercise is marked, with the two lines as they stand on every page."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exerciseplanner.domain.exercise import EXERCISE
from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.marking import ClassificationPolicy, marking_lines
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.pages import PageContext
from exerciseplanner.ui.widgets.editors import FieldEditor, editor_for
from exerciseplanner.ui.widgets.parts import Card, caption, clear, label, tight
from exerciseplanner.workspace.queries import exercise


class MarkingCard(Card):
    """Level and releases under the policy in force; levels of other policies are not offered."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._row: exercise.ExerciseRow | None = None
        self._policy: ClassificationPolicy | None = None
        self._commit = context.commit("exercise")
        self.editors: dict[str, FieldEditor] = {}
        self._level = label("", "strong")
        self._release = label("", "muted")
        self._name = caption("")
        self._fields = QVBoxLayout()
        tight(self._fields, 4)
        title = label("Marking", "group")
        self.content.addWidget(title)
        self.content.addLayout(self._fields)
        for part in (self._level, self._release, self._name):
            part.setWordWrap(True)
            self.content.addWidget(part)
        context.follow(self, exercise.classification_policy, self._show_policy)

    def show_exercise(self, row: exercise.ExerciseRow) -> None:
        """Show the marking of the exercise."""
        self._row = row
        self._show()

    def lines(self) -> tuple[str, str]:
        """The two lines as they are shown."""
        return self._level.text(), self._release.text()

    def _show_policy(self, policy: ClassificationPolicy) -> None:
        if policy == self._policy:
            return
        self._policy = policy
        levels = tuple((level.code, level.name) for level in policy.levels)
        level = replace(EXERCISE.field("marking_level"), kind="pick", choices="", options=levels)
        clear(self._fields)
        for field in (level, EXERCISE.field("marking_releases")):
            self._add_editor(field)
        self._name.setText(
            f"{policy.name}. No release at all means {policy.owner or policy.code} only. "
            "Policies and audiences stand under Markings."
        )
        self._show()

    def _add_editor(self, field: Field) -> None:
        editor = editor_for(field, self._context.vocabulary)
        editor.set_read_only(self._commit is None)
        editor.committed.connect(partial(self._save, field.name))
        title = caption(field.label)
        title.setBuddy(editor.input)
        self._fields.addWidget(title)
        self._fields.addWidget(editor)
        self.editors[field.name] = editor

    def _save(self, name: str, value: Any) -> None:
        if self._row is None or self._commit is None:
            return
        editor = self.editors[name]
        try:
            self._commit((self._row.id,), name, value)
        except Refusal as refusal:
            editor.show_refusal(str(refusal))
            return
        editor.show_saved()

    def _show(self) -> None:
        if self._row is None or self._policy is None:
            return
        for name, editor in self.editors.items():
            if not (editor.input.hasFocus() and editor.has_been_touched()):
                editor.set_value(getattr(self._row, name))
        try:
            level, release = marking_lines(self._row.marking, self._policy)
        except Refusal as refusal:
            level, release = str(refusal), ""
        self._level.setText(level)
        self._release.setText(release or "Not released beyond the owner of the policy.")
