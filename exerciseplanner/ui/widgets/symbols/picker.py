"""Choosing a symbol by words: what it shows, its size, its state, and what it looks like then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from exerciseplanner.domain.symbol_search import Hit, understood
from exerciseplanner.domain.symbols import (
    STATUSES,
    Sidc,
    SymbolFacts,
    suggested,
)
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.parts import button, caption, column, label, row
from exerciseplanner.ui.widgets.popovers import Popover
from exerciseplanner.ui.widgets.symbols.engine import PLAIN
from exerciseplanner.ui.widgets.symbols.hit_list import HitList
from exerciseplanner.ui.widgets.symbols.pictures import symbol_pixmap
from exerciseplanner.ui.widgets.symbols.wording import name_of, read_code
from exerciseplanner.ui.widgets.vocabulary import Option
from exerciseplanner.workspace.symbology import symbol_finder

Run = Callable[[str, str], object]

_WIDTH = 460
_PREVIEW = 72


class SymbolPicker(Popover):
    """Finds a symbol and gives `run` its code and the echelon chosen with it.

    `facts` say what the unit is; `echelons` are those of the exercise and `digits` what each has
    in a code. The side decides the frame and cannot be chosen here.
    """

    def __init__(
        self,
        parent: QWidget,
        facts: SymbolFacts,
        echelons: Sequence[Option],
        digits: Mapping[str, str],
        run: Run,
    ) -> None:
        super().__init__(parent, "Symbol", _WIDTH)
        self._facts = facts
        self._digits = digits
        self._run = run
        self._shown = _fixed(facts)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Such as: mech inf bn, hq div, frigate, or a symbol code")
        self.line.setAccessibleName("Words to find a symbol by")
        self.hits = HitList()
        self.echelon = _combo(
            "Echelon", [("", "No echelon"), *((o.code, o.label) for o in echelons)]
        )
        self.status = _combo("State", list(STATUSES.items()))
        self.headquarters = QCheckBox("Headquarters")
        self.task_force = QCheckBox("Task force")
        self.dummy = QCheckBox("Dummy or feint")
        self.preview = QLabel()
        self.name = label("", "strong")
        self.name.setWordWrap(True)
        self.note = caption("")
        self._use = button("Use symbol", primary=True, run=self.finish)
        self._lay_out()
        self._begin()

    def chosen(self) -> Sidc:
        """The code as it would be used."""
        code = replace(self._shown, status=str(self.status.currentData()))
        code = code.amplified(
            headquarters=self.headquarters.isChecked(),
            task_force=self.task_force.isChecked(),
            dummy=self.dummy.isChecked(),
        )
        digits = self._digits.get(self.chosen_echelon(), "")
        if not digits and code.echelon[0] in "012":
            code = replace(code, echelon="00")
        return code.of_echelon(digits).of_identity(self._facts.identity)

    def chosen_echelon(self) -> str:
        """The echelon of the exercise that was chosen, or nothing."""
        return str(self.echelon.currentData() or "")

    def finish(self) -> None:
        """Use the symbol as it is shown."""
        code, echelon = self.chosen().code, self.chosen_echelon()
        self.close()
        self._run(code, echelon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through what was found while the planner types."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.hits.step(step)

    # inside ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.preview.setFixedSize(theme.scaled(_PREVIEW * 5 // 4), theme.scaled(_PREVIEW))
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.content.addWidget(self.line)
        self.content.addWidget(self.hits)
        self.content.addWidget(row(self.echelon, self.status))
        self.content.addWidget(row(self.headquarters, self.task_force, self.dummy, None))
        self.content.addWidget(row(self.preview, column(self.name, self.note)))
        self.content.addWidget(row(None, self._use))

    def _begin(self) -> None:
        code = self._shown
        _choose(self.status, code.status)
        _choose(self.echelon, self._facts.echelon)
        self.headquarters.setChecked(code.is_headquarters)
        self.task_force.setChecked(code.is_task_force)
        self.dummy.setChecked(code.is_dummy)
        often = symbol_finder().often()
        self.hits.show_hits(often, self._facts.identity, take_first=False)
        self._show()
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self.finish)
        self.hits.currentRowChanged.connect(lambda _: self._take(self.hits.chosen()))
        self.hits.settled.connect(self.finish)
        for combo in (self.echelon, self.status):
            combo.currentIndexChanged.connect(self._show)
        for tick in (self.headquarters, self.task_force, self.dummy):
            tick.toggled.connect(self._show)
        self.line.setFocus()

    def _find(self, text: str) -> None:
        typed = text.strip()
        given = read_code(typed)
        if given is not None:
            self.hits.show_hits((), self._facts.identity)
            self._shown = given
            _choose(self.status, given.status)
            self._tick(given)
        else:
            finder = symbol_finder()
            hits = finder.find(typed) if typed else finder.often()
            self._ask(typed)
            self.hits.show_hits(hits, self._facts.identity, take_first=bool(typed))
        self._show()

    def _ask(self, text: str) -> None:
        """Take what the words say besides the entity: size, headquarters and the like."""
        wish = understood(text)
        if wish.echelon:
            _choose(self.echelon, wish.echelon)
        if wish.planned:
            _choose(self.status, "1")
        for asked, tick in (
            (wish.headquarters, self.headquarters),
            (wish.task_force, self.task_force),
            (wish.dummy, self.dummy),
        ):
            if asked:
                tick.setChecked(True)

    def _tick(self, code: Sidc) -> None:
        self.headquarters.setChecked(code.is_headquarters)
        self.task_force.setChecked(code.is_task_force)
        self.dummy.setChecked(code.is_dummy)
        sizes = {digits: echelon for echelon, digits in reversed(list(self._digits.items()))}
        if code.echelon in sizes:
            _choose(self.echelon, sizes[code.echelon])

    def _take(self, hit: Hit | None) -> None:
        if hit is not None:
            self._shown = replace(
                self._shown,
                symbol_set=hit.entity.symbol_set,
                entity=hit.code.entity,
                modifier_1=hit.code.modifier_1,
                modifier_2=hit.code.modifier_2,
                extension="",
                version="10",
            )
            self._show()

    def _show(self) -> None:
        code = self.chosen().code
        size = self.preview.size()
        self.preview.setPixmap(
            symbol_pixmap(
                code, size.height(), self.devicePixelRatioF(), width=size.width(), options=PLAIN
            )
        )
        self.name.setText(name_of(code))
        self.note.setText(code)


def _fixed(facts: SymbolFacts) -> Sidc:
    """The symbol to start from: the one fixed, else the one suggested."""
    found = read_code(facts.sidc)
    return found if found is not None else suggested(facts)


def _combo(name: str, options: Sequence[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for code, text in options:
        made.addItem(text, code)
    return made


def _choose(combo: QComboBox, code: str) -> None:
    combo.setCurrentIndex(max(combo.findData(code), 0))
