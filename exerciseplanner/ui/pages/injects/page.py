"""The MEL/MIL page: tree and table of one script, narrowed and acted upon together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.ui.pages import Page, PageContext
from exerciseplanner.ui.pages.injects.acting import Acting
from exerciseplanner.ui.pages.injects.action_specs import action_specs, menu_specs
from exerciseplanner.ui.pages.injects.days import Days
from exerciseplanner.ui.pages.injects.extras import add_extras
from exerciseplanner.ui.pages.injects.facet_bar import FacetBar
from exerciseplanner.ui.pages.injects.facets import Facet, facets_for, predicate_of
from exerciseplanner.ui.pages.injects.saved_filters import SavedFilters
from exerciseplanner.ui.pages.injects.states import States
from exerciseplanner.ui.pages.injects.views import ScriptTable, ScriptTree, rows_by_id
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.empty_state import EmptyState
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.workspace.changes import Changes
from exerciseplanner.workspace.queries.script import ScriptRow

_VIEW = "injects/view"
_EMPTY = (
    "The MEL/MIL holds what happens in the exercise: storylines, the events and incidents in "
    "them, and the injects that bring them to the training audience."
)


class InjectsPage(Page):
    """Storylines, events, incidents and injects."""

    filter_hint = "Filter injects"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.states = States(context)
        self.acting = Acting(self, self.states)
        self._views: dict[str, ScriptTree | ScriptTable] = {}
        self._view_name = ""
        self._text = ""
        self._kept_in: frozenset[str] = frozenset()
        self._facets = self._made_facets()
        self._specs = self._made_specs()
        self._saved = SavedFilters(context.settings)
        self.bar = FacetBar(self._facets, self._all_rows)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.bar.chosen_changed.connect(self._narrow)
        self.bar.view_wanted.connect(self.show_view)
        self.bar.saved_wanted.connect(self._open_saved)
        context.live.changed.connect(self._hear)
        add_extras(context, self.states)
        self.show_view(str(context.settings.get(_VIEW, "tree")))

    # for the window ----------------------------------------------------------------------------

    def page_actions(self) -> Sequence[ActionSpec]:
        """What can be done with the script."""
        return self._specs

    def apply_filter(self, text: str) -> None:
        """Show only what contains every word."""
        self._text = text
        self.view.set_filter(text)
        self._say()

    def show_record(self, noun: str, row_id: str) -> None:
        """Select an inject or a strand; what hides it gives way."""
        if noun == "strand":
            self.show_view("tree")
        if not self.view.model.rows():
            self.view.query.refresh()
        self.reveal((row_id,))

    def shown(self) -> None:
        """Keys work in the list at once."""
        self.view.view.setFocus()

    # for acting --------------------------------------------------------------------------------

    @property
    def view(self) -> ScriptTree | ScriptTable:
        """The view in sight."""
        return self._views[self._view_name]

    @property
    def view_name(self) -> str:
        """Which view is in sight: tree or table."""
        return self._view_name

    def chosen(self) -> tuple[ScriptRow, ...]:
        """The rows selected, in the order shown."""
        return self.view.selected_rows()

    def every(self) -> Mapping[str, ScriptRow]:
        """Every row of the view in sight by its id, in the order of the plan."""
        return rows_by_id(self.view)

    def in_sight(self) -> Sequence[ScriptRow]:
        """The rows that pass the filter, in the order shown."""
        return self.view.rows_shown()

    def anchor(self) -> QRect:
        """Where on the screen the selection is."""
        view = self.view.view
        rect = view.visualRect(view.currentIndex())
        if not rect.isValid() or not view.viewport().rect().intersects(rect):
            rect = QRect(24, 24, 1, 1)
        rect.setLeft(max(rect.left(), 24))
        return QRect(view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def reveal(self, ids: Sequence[str], *, edit: bool = False) -> None:
        """Select rows and bring them into sight, perhaps to name the first at once."""
        if any(not self.view.model.index_of(row_id).isValid() for row_id in ids):
            self._let_through(ids)
        self.view.select(ids)
        if edit and ids:
            self.view.edit(ids[0])
        elif ids:
            self.view.view.setFocus()

    def widget(self) -> QWidget:
        """The page itself."""
        return self

    # views -------------------------------------------------------------------------------------

    def show_view(self, name: str) -> None:
        """Show the tree or the table, with the same rows selected."""
        name = name if name in ("tree", "table") else "tree"
        ids = self._views[self._view_name].selected_ids() if self._views else ()
        self._view_name = name
        if name not in self._views:
            self._views[name] = self._made_view(name)
            self._stack.addWidget(self._views[name])
        view = self._views[name]
        view.set_filter(self._text)
        view.set_predicate(predicate_of(self._facets, self.bar.chosen, self._kept_in))
        self._stack.setCurrentWidget(view)
        self.bar.show_view(name)
        self.context.settings.put(_VIEW, name)
        view.select(ids)
        self._say()

    def _made_view(self, name: str) -> ScriptTree | ScriptTable:
        made: ScriptTree | ScriptTable
        if name == "tree":
            made = ScriptTree(self.context, self.states)
            made.rows_dropped.connect(self.acting.drop)
        else:
            made = ScriptTable(self.context, self.states)
        made.chosen.connect(self._inspect)
        made.rows_changed.connect(self._take_rows)
        made.paste_refused.connect(lambda text: self.context.notices.say(text, "warn"))
        made.set_menu(lambda: menu_specs(self._specs))
        made.set_empty(EmptyState(_EMPTY, self._first_steps(), "list-details"))
        return made

    def _first_steps(self) -> list[ActionSpec]:
        if self.context.read_only:
            return []
        by_id = {spec.id: spec for spec in self._specs}
        return [by_id["injects.new_storyline"], by_id["injects.import"]]

    def _made_facets(self) -> tuple[Facet, ...]:
        return facets_for(self.states, self.context.vocabulary, Days(self.context.vocabulary))

    def _made_specs(self) -> tuple[ActionSpec, ...]:
        return action_specs(
            self.acting,
            may_write=lambda: not self.context.read_only,
            has_rows=lambda: any(row.noun for row in self.chosen()),
            has_injects=lambda: any(row.noun == "inject" for row in self.chosen()),
            switch_view=lambda: self.show_view("table" if self._view_name == "tree" else "tree"),
            import_msel=self._import,
            expand=lambda: self._unfold(is_open=True),
            collapse=lambda: self._unfold(is_open=False),
        )

    def _unfold(self, *, is_open: bool) -> None:
        if isinstance(self.view, ScriptTree):
            (self.view.expand_all if is_open else self.view.collapse_all)()

    # inside ------------------------------------------------------------------------------------

    def _narrow(self) -> None:
        self._kept_in = frozenset()
        self.view.set_predicate(predicate_of(self._facets, self.bar.chosen, self._kept_in))
        self._say()

    def _let_through(self, ids: Iterable[str]) -> None:
        """Show rows although they do not pass what the list is narrowed to."""
        self._kept_in = self._kept_in.union(ids)
        self.view.set_predicate(predicate_of(self._facets, self.bar.chosen, self._kept_in))
        hidden = [each for each in ids if not self.view.model.index_of(each).isValid()]
        if hidden and self._text:
            self.context.notices.say(f"The filter “{self._text}” hides what was meant.", "info")

    def _take_rows(self) -> None:
        self.bar.count_gaps(self.view.model.rows())
        self.bar.setVisible(bool(self.view.model.rows()))
        self._say()

    def _inspect(self, ids: tuple[str, ...]) -> None:
        rows = self.chosen()
        nouns = {row.noun for row in rows if row.noun}
        noun = "inject" if "inject" in nouns else "strand"
        self.context.inspect(noun, tuple(row.id for row in rows if row.noun == noun))
        self._say()

    def _all_rows(self) -> Sequence[ScriptRow]:
        return self.view.model.rows()

    def _say(self) -> None:
        count = sum(row.level == "inject" for row in self.view.model.rows())
        parts = [f"{count:,} {'inject' if count == 1 else 'injects'}"]
        if self.view.model.is_narrowed:
            shown = sum(row.level == "inject" for row in self.view.rows_shown())
            parts = [f"{shown:,} of {parts[0]}"]
        selected = sum(bool(row.noun) for row in self.chosen())
        if selected > 1:
            parts.append(f"{selected:,} selected")
        self.set_headline("  ·  ".join(parts))

    def _open_saved(self) -> None:
        self._saved.open_menu(self.bar.saved, self.bar.chosen, self.bar.choose)

    def _import(self) -> None:
        from exerciseplanner.ui.widgets.importing import open_import

        open_import(self, self.context)

    def _hear(self, changes: Changes) -> None:
        if changes.touches(("exercise", "term", "transition", "objective", "strand")):
            self._facets = self._made_facets()
            self.bar.set_facets(self._facets)
            if changes.touches(("exercise", "term")):
                for view in self._views.values():
                    view.model.reword()
