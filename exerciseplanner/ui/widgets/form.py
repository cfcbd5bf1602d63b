"""A form made from the fields of a noun, for one record or for many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.ui.widgets import wording
from exerciseplanner.ui.widgets.editors import FieldEditor, editor_for
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.live_table import Commit
from exerciseplanner.ui.widgets.parts import caption, clear, flat_button, label, link, row, tight
from exerciseplanner.ui.widgets.vocabulary import Vocabulary

Row = Mapping[str, object]
Follow = Callable[[str, str], object]

_LINKS_SHOWN = 6


class Form(QWidget):
    """The fields of a noun in collapsible sections; each commits by itself.

    `commit` takes (ids, field name, value) and may raise Refusal, which then stands under the
    field; `follow` takes (noun, id) when a reference is clicked.
    """

    def __init__(
        self,
        noun: str,
        vocabulary: Vocabulary,
        commit: Commit | None,
        *,
        follow: Follow | None = None,
        fields: Iterable[str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        described = NOUNS[noun]
        wanted = set(fields) if fields is not None else None
        self.noun = noun
        self.fields = tuple(f for f in described.fields if wanted is None or f.name in wanted)
        self._vocabulary = vocabulary
        self._commit = commit
        self._follow = follow
        self._rows: Sequence[Row] = ()
        self._editors: dict[str, FieldEditor] = {}
        self._links: dict[str, QBoxLayout] = {}
        self._layout = QVBoxLayout(self)
        tight(self._layout, 4)
        for name in dict.fromkeys(field.section for field in self.fields):
            self._add_section(name, [field for field in self.fields if field.section == name])
        self._layout.addStretch(1)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show one record, or what several have in common; what is being typed stays."""
        same = [row["id"] for row in rows] == [row["id"] for row in self._rows]
        self._rows = rows
        for field in self.fields:
            editor = self._editors[field.name]
            if same and editor.input.hasFocus() and editor.has_been_touched():
                continue
            self._fill(field, editor)

    def editor(self, name: str) -> FieldEditor:
        """The editor of a field."""
        return self._editors[name]

    def ids(self) -> tuple[str, ...]:
        """The ids of the records shown."""
        return tuple(str(row["id"]) for row in self._rows)

    def _fill(self, field: Field, editor: FieldEditor) -> None:
        values = [row.get(field.name) for row in self._rows]
        if not values:
            editor.set_value(None)
        elif all(value == values[0] for value in values):
            editor.set_value(values[0])
        else:
            editor.set_several()
        self._show_links(field, values[0] if len(values) == 1 else None)

    def _add_section(self, name: str, fields: list[Field]) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        for field in fields:
            layout.addWidget(self._field_row(field))
        if name:
            self._layout.addWidget(_section_title(name, body))
        self._layout.addWidget(body)

    def _field_row(self, field: Field) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        tight(layout, 2)
        editor = editor_for(field, self._vocabulary, holder)
        editor.set_read_only(self._commit is None)
        editor.committed.connect(partial(self._save, field))
        self._editors[field.name] = editor
        if field.kind == "flag":
            layout.addWidget(row(editor, label(field.label), None))
            return holder
        title = caption(field.label + (" *" if field.required else ""))
        title.setBuddy(editor.input)
        title.setWordWrap(True)
        layout.addWidget(title)
        links: QBoxLayout = QVBoxLayout()
        if field.kind == "reference":
            links = QHBoxLayout()
            across = QHBoxLayout()
            tight(across, 4)
            across.addWidget(editor, 1)
            across.addLayout(links)
            layout.addLayout(across)
        else:
            layout.addWidget(editor)
            layout.addLayout(links)
        tight(links)
        if field.kind in ("reference", "references") and self._follow:
            self._links[field.name] = links
        return holder

    def _save(self, field: Field, value: Any) -> None:
        editor = self._editors[field.name]
        if not self._commit or not self._rows:
            return
        try:
            self._commit(self.ids(), field.name, value)
        except Refusal as refusal:
            editor.show_refusal(str(refusal))
            return
        editor.set_value(value)
        editor.show_saved()

    def _show_links(self, field: Field, value: Any) -> None:
        layout = self._links.get(field.name)
        if layout is None:
            return
        clear(layout)
        ids = [value] if isinstance(value, str) and field.kind == "reference" else value
        codes = wording.codes_of(ids) if ids else ()
        for row_id in codes[:_LINKS_SHOWN]:
            text = self._vocabulary.label(field, row_id)
            layout.addWidget(self._link(field, row_id, text))

    def _link(self, field: Field, row_id: str, text: str) -> QWidget:
        follow = self._follow
        assert follow is not None
        if field.kind == "reference":
            return flat_button(
                "arrow-right", f"Go to {text}", lambda: follow(field.choices, row_id)
            )
        return link(text, lambda: follow(field.choices, row_id))


def _section_title(name: str, body: QWidget) -> QToolButton:
    title = QToolButton()
    title.setText(name)
    title.setProperty("section", True)
    title.setCheckable(True)
    title.setChecked(True)
    title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    title.setIcon(icon("chevron-down", "muted"))
    title.setAccessibleDescription("Folds the section")

    def fold(is_open: bool) -> None:
        body.setVisible(is_open)
        title.setIcon(icon("chevron-down" if is_open else "chevron-right", "muted"))

    title.toggled.connect(fold)
    return title
