"""Records that belong to one other, at the foot of its inspector: added, opened and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets.linked_list import Linked, LinkedList
from exerciseplanner.ui.widgets.noun_table import remove_records
from exerciseplanner.ui.widgets.page_context import PageContext
from exerciseplanner.ui.widgets.parts import flat_button, link
from exerciseplanner.ui.widgets.popovers import AskChoice
from exerciseplanner.ui.widgets.vocabulary import Option

Options = Callable[[], Sequence[Option]]


class OwnedList(LinkedList):
    """A list that grows: `add` takes the code of one of `options`, or nothing where there are none.

    A record is opened in the inspector; the cross beside it removes it, which can be taken back.
    """

    def __init__(
        self,
        context: PageContext,
        title: str,
        verb: str,
        add: Callable[[str], object],
        *,
        options: Options | None = None,
        nothing: str = "",
        detail: Callable[[Linked], str] | None = None,
    ) -> None:
        self._context = context
        self._add, self._options, self._verb = add, options, verb
        super().__init__(
            title,
            lambda noun, row_id: context.inspect(noun, (row_id,)),
            nothing=nothing or "None.",
            detail=detail,
        )

    def show_rows(self, rows: Sequence[Linked]) -> None:
        """Show these records, and below them how to add one."""
        super().show_rows(rows)
        if not self._context.read_only:
            self._lines.addWidget(link(self._verb, self._ask))

    def _line(self, row: Linked) -> QWidget:
        holder = super()._line(row)
        layout = holder.layout()
        if layout is not None and not self._context.read_only:
            away = partial(remove_records, self._context, row.noun, (row.id,))
            layout.addWidget(flat_button("x", f"Remove {row.title}", away))
        return holder

    def _ask(self) -> None:
        if self._options is None:
            self._add("")
            return
        below = self.mapToGlobal(self.rect().bottomLeft())
        place = QRect(below.x(), below.y() - 4, self.width(), 4)
        AskChoice(self, self._verb, self._options(), self._add).open_at(place)
