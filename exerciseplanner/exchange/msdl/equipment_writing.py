"""Equipment as it is written: one item for each kind that a unit has."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.symbols import parse_sidc
from exerciseplanner.exchange.force_symbols import ForceSymbols
from exerciseplanner.exchange.msdl.drafting import Draft
from exerciseplanner.exchange.msdl.notes import EQUIPMENT_LINES, by_path, split_note
from exerciseplanner.exchange.msdl.symbol_writing import BARE, SymbolWritten, written_symbol
from exerciseplanner.exchange.msdl.unit_writing import NEAREST, write_location
from exerciseplanner.workspace.queries.force_picture import ForcePicture
from exerciseplanner.workspace.queries.means import EquipmentRow

_LABELS = tuple(line.label for line in EQUIPMENT_LINES)
_MODIFIERS = "EquipmentSymbolModifiers"
_NAME, _TYPE, _DESIGNATION, _INFORMATION = 255, 24, 21, 20


class ItemWriting:
    """Writes equipment row by row; `handles` are those of all rows by id."""

    def __init__(
        self, picture: ForcePicture, draft: Draft, symbols: ForceSymbols, handles: Mapping[str, str]
    ) -> None:
        self._units = {row.id: row for row in picture.units}
        self._draft = draft
        self._symbols = symbols
        self._handles = handles

    def can_be_written(self, row: EquipmentRow) -> bool:
        """Whether there is a place for it, without which the schema knows no equipment."""
        if not self._draft.strict or self._place(row) is not None:
            return True
        self._draft.losses.add("Equipment of units without a place, left out", row.title)
        return False

    def write(self, parent: etree._Element, row: EquipmentRow) -> None:
        """One row as one item."""
        draft = self._draft
        said, rest = split_note(row.note, _LABELS)
        if rest:
            draft.losses.add("Equipment: Note", row.title)
        lines = by_path(EQUIPMENT_LINES, said)
        item = draft.add(parent, "EquipmentItem")
        draft.add(item, "ObjectHandle", self._handles[row.id])
        symbol = self._symbol(row)
        draft.add(item, "SymbolIdentifier", symbol.letters)
        name = lines.get(("Name",), "")
        long = len(row.title) > _TYPE and not name
        if name or long:
            draft.add_text(item, "Name", name or row.title, _NAME, row.title)
        self._write_modifiers(item, row, lines, symbol.digits, "" if long else row.title)
        self._write_disposition(item, row)
        self._write_relations(item, row)

    def _symbol(self, row: EquipmentRow) -> SymbolWritten:
        if not row.sidc:
            return SymbolWritten(BARE)
        identity = self._symbols.identity(self._units[row.unit_id])
        code = row.sidc.strip()
        if code.isdecimal():
            try:
                code = parse_sidc(code).of_identity(identity).code
            except Refusal:
                self._draft.losses.add("Equipment: a symbol code that is none", row.title)
                return SymbolWritten(BARE)
        symbol = written_symbol(code, identity, "", strict=self._draft.strict)
        if symbol.digits:
            self._draft.losses.add(NEAREST, row.title)
        return symbol

    def _write_modifiers(
        self,
        item: etree._Element,
        row: EquipmentRow,
        lines: Mapping[tuple[str, ...], str],
        digits: str,
        kind: str,
    ) -> None:
        draft = self._draft
        modifiers = draft.add(item, _MODIFIERS)
        if row.quantity_present is not None:
            draft.add(modifiers, "Quantity", str(row.quantity_present))
        for line in EQUIPMENT_LINES:
            name = line.path[-1]
            if name == "AdditionalInfo" and digits:
                draft.add_text(modifiers, name, digits, _INFORMATION, row.title)
            elif name not in ("Name", "UniqueDesignation") and line.path in lines:
                draft.add_line(modifiers, line, lines[line.path], row.title)
        designation = lines.get((_MODIFIERS, "UniqueDesignation"), "")
        draft.add_text(modifiers, "UniqueDesignation", designation, _DESIGNATION, row.title)
        if kind:
            draft.add_text(modifiers, "EquipmentType", kind, _TYPE, row.title)

    def _write_disposition(self, item: etree._Element, row: EquipmentRow) -> None:
        """The place of the unit, which the schema demands; practice leaves it out."""
        place = self._place(row)
        if self._draft.strict and place is not None:
            write_location(self._draft, self._draft.add(item, "Disposition"), *place)

    def _place(self, row: EquipmentRow) -> tuple[float, float] | None:
        """Where its unit is, or the nearest superior that is anywhere."""
        unit = self._units.get(row.unit_id)
        while unit is not None:
            if unit.latitude is not None and unit.longitude is not None:
                return unit.latitude, unit.longitude
            unit = self._units.get(unit.parent_id or "")
        return None

    def _write_relations(self, item: etree._Element, row: EquipmentRow) -> None:
        draft, holder = self._draft, self._handles[row.unit_id]
        relations = draft.add(item, "Relations")
        draft.add(relations, "OrganicSuperiorHandle", holder)
        holding = draft.add(relations, "HoldingOrganization")
        draft.add(holding, "OwnerChoice", "UNIT")
        draft.add(draft.add(holding, "OwnerData"), "UnitOwnerHandle", holder)
