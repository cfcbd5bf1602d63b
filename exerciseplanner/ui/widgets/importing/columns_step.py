"""The second step of an import of a spreadsheet: which column is taken for which field."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.cells import as_text, one_line
from exerciseplanner.exchange.spreadsheets.mapping import (
    MappingProposal,
    SheetMapping,
    TimeSettings,
)
from exerciseplanner.exchange.spreadsheets.profiles import (
    load_profile,
    profile_names,
    profile_of,
    save_profile,
)
from exerciseplanner.exchange.spreadsheets.proposing import propose_mapping, with_header
from exerciseplanner.exchange.spreadsheets.sheets import Sheet, Workbook
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.importing.mapping_table import MappingTable
from exerciseplanner.ui.widgets.importing.sheet_list import SheetList
from exerciseplanner.ui.widgets.importing.time_settings import TimeSettingsPanel
from exerciseplanner.ui.widgets.importing.work import TimeExamples
from exerciseplanner.ui.widgets.parts import label, link, muted, tight
from exerciseplanner.ui.widgets.popovers import AskLine

_DEEPEST = 30
_LONGEST = 90
_EXAMPLES = 4


class ColumnsStep(QWidget):
    """Shows the proposed mapping and takes every correction; `changed` tells of each."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._workbook = Workbook("", ())
        self._mapping = MappingProposal("", ())
        self._current = ""
        self._examples: TimeExamples = {}
        self.sheets = SheetList()
        self.table = MappingTable()
        self.times = TimeSettingsPanel()
        self.keep = QCheckBox("Keep other columns in the note")
        self.header_row = QComboBox()
        self.profiles = QComboBox()
        self.says = muted("")
        self.reads = label("", "caption")
        self.refusal = label("", "alert")
        self.refusal.hide()
        self._lay_out()
        self._connect()

    @property
    def mapping(self) -> MappingProposal:
        """The mapping as the planner has corrected it."""
        return self._mapping

    def show_workbook(self, workbook: Workbook, mapping: MappingProposal) -> None:
        """Show what is proposed for a workbook."""
        self._workbook = workbook
        self._current = mapping.sheet().sheet if mapping.sheets else ""
        self._list_profiles("")
        self._take(mapping)

    def show_examples(self, examples: TimeExamples) -> None:
        """Show how the first times of each sheet are understood."""
        self._examples = examples
        self._say_times()

    def apply_profile(self, name: str) -> None:
        """Map the workbook as a saved profile decides; none maps it anew."""
        try:
            profile = load_profile(name) if name else None
        except Refusal as refusal:
            self._refuse(str(refusal))
            return
        self._take(propose_mapping(self._workbook, profile))

    def save_as_profile(self, name: str) -> None:
        """Keep the mapping under a name. Raises Refusal."""
        if not name:
            raise Refusal("A profile needs a name.", remedy="Type one.")
        save_profile(profile_of(self._mapping, name))
        self._list_profiles(name)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        tight(layout, 24)
        layout.addWidget(self._side())
        main = QVBoxLayout()
        tight(main, 8)
        main.addWidget(self.says)
        main.addWidget(self.reads)
        main.addWidget(self.refusal)
        main.addWidget(self.table, 1)
        layout.addLayout(main, 1)

    def _side(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(6)
        self.header_row.setAccessibleName("Header row")
        self.profiles.setAccessibleName("Import profile")
        save = link("Save as a profile…", self._ask_name)
        for title, *widgets in (
            ("Sheets", self.sheets),
            ("Header of this sheet", self.header_row),
            ("Other columns", self.keep),
            ("Profile", self.profiles, save),
            ("Times", self.times),
        ):
            layout.addWidget(label(str(title), "group"))
            for widget in widgets:
                assert isinstance(widget, QWidget)
                layout.addWidget(widget)
            layout.addSpacing(8)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFixedWidth(theme.scaled(256))
        return area

    def _connect(self) -> None:
        self.sheets.shown.connect(self._show_sheet)
        self.sheets.taken.connect(self._take_sheet)
        self.table.corrected.connect(self._correct)
        self.times.changed.connect(self._set_times)
        self.keep.clicked.connect(self._set_keeping)
        self.header_row.activated.connect(self._set_header)
        self.profiles.activated.connect(self._choose_profile)

    def _take(self, mapping: MappingProposal) -> None:
        self._mapping = mapping
        self._refuse("")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        if not self._mapping.sheets:
            return
        sheet = self._mapping.sheet(self._current)
        self.sheets.show_sheets(self._mapping, self._current)
        self.sheets.setVisible(len(self._mapping.sheets) > 0)
        self.table.show_sheet(sheet, kept=self._mapping.keep_unmapped)
        self.times.show_settings(self._mapping.times)
        self._say_times()
        self.keep.setChecked(self._mapping.keep_unmapped)
        self._list_rows(sheet)
        taken = sum(column.field is not None for column in sheet.columns)
        rest = len(sheet.columns) - taken
        other = "kept in the note" if self._mapping.keep_unmapped else "left out"
        self.says.setText(
            f"{sheet.sheet}: {taken} of {len(sheet.columns)} columns become fields of an inject"
            + (f", {rest} {other}." if rest else ".")
        )

    def _say_times(self) -> None:
        pairs = self._examples.get(self._current, ())[:_EXAMPLES]
        said = "     ".join(f"{written} → {planned}" for written, planned in pairs)
        self.reads.setText(f"Times read:  {said}" if said else "")
        self.reads.setVisible(bool(said))

    def _list_rows(self, mapping: SheetMapping) -> None:
        source = self._source()
        held = mapping.header.rows[-1:]
        deepest = max((_DEEPEST, *(row + 1 for row in held)))
        self.header_row.clear()
        self.header_row.addItem("No header row", None)
        for place, cells in enumerate(source.rows[:deepest]):
            texts = [one_line(as_text(value)) for value in cells if value != ""]
            number = source.first_row + place + 1
            self.header_row.addItem(f"Row {number}:  {' · '.join(texts)}"[:_LONGEST], place)
        self.header_row.setCurrentIndex(held[0] + 1 if held else 0)

    def _source(self) -> Sheet:
        return next(sheet for sheet in self._workbook.sheets if sheet.name == self._current)

    def _show_sheet(self, name: str) -> None:
        self._current = name
        self._show()

    def _take_sheet(self, name: str, taken: bool) -> None:
        self._take(self._mapping.with_sheet(name, taken))

    def _correct(self, index: int, field: str | None) -> None:
        self._take(self._mapping.with_column(index, field, self._current))

    def _set_times(self, times: TimeSettings) -> None:
        self._take(self._mapping.with_times(times))

    def _set_keeping(self, kept: bool) -> None:
        self._take(replace(self._mapping, keep_unmapped=kept))

    def _set_header(self) -> None:
        held = self._mapping.sheet(self._current).header.rows
        wanted = self.header_row.currentData()
        rows = () if wanted is None else (int(wanted),)
        if rows != held[-1:]:
            self._take(with_header(self._workbook, self._mapping, self._current, rows))

    def _choose_profile(self) -> None:
        self.apply_profile(str(self.profiles.currentData() or ""))

    def _list_profiles(self, current: str) -> None:
        self.profiles.clear()
        self.profiles.addItem("None: told by the program", "")
        for name in profile_names():
            self.profiles.addItem(name, name)
        self.profiles.setCurrentIndex(max(0, self.profiles.findData(current)))

    def _ask_name(self) -> None:
        asking = AskLine(
            self,
            "Save this mapping as a profile",
            "Name, such as MSEL of 2nd Brigade",
            lambda text: f"Replaces “{text}”." if text in profile_names() else "",
            self.save_as_profile,
        )
        asking.open_at(QRect(self.profiles.mapToGlobal(QPoint(0, 0)), self.profiles.size()))

    def _refuse(self, text: str) -> None:
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))
