"""Units as they are written: symbol, modifiers, place, and under whom they stand."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from exerciseplanner.exchange.force_symbols import ForceSymbols
from exerciseplanner.exchange.msdl.drafting import Draft
from exerciseplanner.exchange.msdl.notes import (
    HEIGHT,
    RELATION,
    UNIT_LINES,
    by_path,
    split_note,
)
from exerciseplanner.exchange.msdl.symbol_writing import written_symbol
from exerciseplanner.exchange.msdl.symbols import domain_of
from exerciseplanner.exchange.msdl.vocabulary import (
    COMMAND_RELATIONS,
    ECHELON_CODES,
    NATIONAL_RELATIONS,
)
from exerciseplanner.exchange.writing import degrees
from exerciseplanner.workspace.queries.force_picture import ForcePicture
from exerciseplanner.workspace.queries.forces import CommandRelationRow, UnitRow

NEAREST = "Symbol: nearest letters, digits in AdditionalInfo"
PEOPLE = "Personnel"
_LABELS = (*(line.label for line in UNIT_LINES), HEIGHT, RELATION)
_FIRST_MODIFIERS = ("ReinforcedReduced", "StaffComments")
_MIDDLE_MODIFIERS = ("CombatEffectiveness", "HigherFormation", "IFF")
_NAME, _DESIGNATION = 255, 21


class UnitWriting:
    """Writes the units of a picture one by one; `handles` are those of all rows by id."""

    def __init__(
        self, picture: ForcePicture, draft: Draft, symbols: ForceSymbols, handles: Mapping[str, str]
    ) -> None:
        self._picture = picture
        self._draft = draft
        self._symbols = symbols
        self._handles = handles
        self._relations = relations_in_force(picture.command_relations)
        self.written: list[tuple[CommandRelationRow, str]] = []

    def write(self, parent: etree._Element, row: UnitRow, side: str) -> None:
        """One unit; `side` is the handle of the side it is of."""
        draft = self._draft
        said, rest = split_note(row.note, _LABELS)
        if rest:
            draft.losses.add("Unit: Note", row.name)
        unit = draft.add(parent, "Unit")
        draft.add(unit, "ObjectHandle", self._handles[row.id])
        digits = self._write_symbol(unit, row)
        draft.add_text(unit, "Name", row.name, _NAME, row.name)
        lines = by_path(UNIT_LINES, said)
        self._write_modifiers(unit, row, lines, digits)
        self._write_status(unit, row, lines)
        self._write_place(unit, row, said.get(HEIGHT, ""))
        self._write_relations(unit, row, side, said.get(RELATION, ""))
        if not draft.strict:
            self._write_people(unit, row)

    def _write_symbol(self, unit: etree._Element, row: UnitRow) -> str:
        """Write the letters; returns the digits that have to stand beside them, if any."""
        drawn = self._symbols.digits(row).code if row.sidc.isdecimal() else ""
        code = drawn or self._symbols.letters(row).code or self._symbols.digits(row).code
        echelon = row.echelon if row.echelon in ECHELON_CODES else ""
        identity = self._symbols.identity(row)
        symbol = written_symbol(code, identity, echelon, strict=self._draft.strict)
        self._draft.add(unit, "SymbolIdentifier", symbol.letters)
        losses = self._draft.losses
        if symbol.digits:
            losses.add(NEAREST, row.name)
        if not row.sidc:
            losses.add("Symbol: none is fixed, the one drawn is written", row.name)
        if row.domain and row.domain != domain_of(symbol.digits or code):
            losses.add("Unit: Domain, which the symbol does not say", row.name)
        return symbol.digits

    def _write_modifiers(
        self,
        unit: etree._Element,
        row: UnitRow,
        lines: Mapping[tuple[str, ...], str],
        digits: str,
    ) -> None:
        draft = self._draft
        modifiers = draft.add(unit, "UnitSymbolModifiers")
        echelon = ECHELON_CODES.get(row.echelon)
        if echelon:
            draft.add(modifiers, "Echelon", echelon)
        elif row.echelon:
            draft.losses.add(f"Echelon {row.echelon}, which MSDL does not know", row.name)
        self._write_lines(modifiers, row, lines, _FIRST_MODIFIERS)
        self._write_additional(modifiers, row, lines, digits)
        self._write_lines(modifiers, row, lines, _MIDDLE_MODIFIERS)
        draft.add_text(modifiers, "UniqueDesignation", row.short_name, _DESIGNATION, row.name)
        self._write_lines(modifiers, row, lines, ("SpecialC2HQ",))

    def _write_additional(
        self,
        modifiers: etree._Element,
        row: UnitRow,
        lines: Mapping[tuple[str, ...], str],
        digits: str,
    ) -> None:
        """The digits of the symbol go before what the note says; there is room for one of them."""
        if not digits:
            self._write_lines(modifiers, row, lines, ("AdditionalInfo",))
            return
        if ("UnitSymbolModifiers", "AdditionalInfo") in lines:
            self._draft.losses.add("Additional information, where the symbol code stands", row.name)
        self._draft.add_text(modifiers, "AdditionalInfo", digits, 20, row.name)

    def _write_lines(
        self,
        parent: etree._Element,
        row: UnitRow,
        lines: Mapping[tuple[str, ...], str],
        names: tuple[str, ...],
    ) -> None:
        for line in UNIT_LINES:
            if line.path[-1] in names and line.path in lines:
                self._draft.add_line(parent, line, lines[line.path], row.name)

    def _write_status(
        self, unit: etree._Element, row: UnitRow, lines: Mapping[tuple[str, ...], str]
    ) -> None:
        names = tuple(path[-1] for path in lines if path[0] == "Status")
        if names:
            self._write_lines(self._draft.add(unit, "Status"), row, lines, names)

    def _write_place(self, unit: etree._Element, row: UnitRow, height: str) -> None:
        if row.latitude is not None and row.longitude is not None:
            disposition = self._draft.add(unit, "Disposition")
            write_location(self._draft, disposition, row.latitude, row.longitude, height)

    def _write_people(self, unit: etree._Element, row: UnitRow) -> None:
        """The strength of a unit as a holding, in the extension that NETN made for practice."""
        counts = (
            ("OnHandQuantity", row.strength_present),
            ("RequiredOnHandQuantity", row.strength_planned),
        )
        if all(count is None for _name, count in counts):
            return
        if row.strength_planned == 0:
            what = "Unit: Strength on paper of nobody, which NETN takes for one not stated"
            self._draft.losses.add(what, row.name)
        holding = self._draft.add(self._draft.add(unit, "Holdings"), "Holding")
        self._draft.add(holding, "NSN_Name", PEOPLE)
        self._draft.add(holding, "IsEquipment", "false")
        for name, count in counts:
            if count is not None:
                self._draft.add(holding, name, str(count))

    def _write_relations(self, unit: etree._Element, row: UnitRow, side: str, said: str) -> None:
        draft = self._draft
        relations = draft.add(unit, "Relations")
        lent = self._lent(row)
        superior = lent.superior_id if lent else row.parent_id
        force = draft.add(relations, "ForceRelation")
        if superior is None:
            draft.add(force, "ForceRelationChoice", "FORCE_SIDE")
            draft.add(draft.add(force, "ForceRelationData"), "ForceSideHandle", side)
            return
        draft.add(force, "ForceRelationChoice", "UNIT")
        command = draft.add(draft.add(force, "ForceRelationData"), "CommandRelation")
        draft.add(command, "CommandingSuperiorHandle", self._handles[superior])
        kind = self._kind(lent, row) if lent else _known(said, "ORGANIC")
        draft.add(command, "CommandRelationshipType", kind)
        if superior != row.parent_id:
            self._write_organic(relations, row.parent_id, side)
        elif self._is_apart(row):
            if lent:
                draft.losses.add("Unit: Side, where it is not that of its superior", row.name)
            else:
                self._write_organic(relations, None, side)

    def _is_apart(self, row: UnitRow) -> bool:
        """Whether a unit is of another side than its superior."""
        sides = self._picture.side_of
        return row.id in sides and sides[row.id] != sides.get(row.parent_id or "")

    def _lent(self, row: UnitRow) -> CommandRelationRow | None:
        """The relation by which a unit is commanded at STARTEX beside its tree, if one is said."""
        lent = self._relations.get(row.id)
        if lent is None:
            return None
        if row.parent_id is None and lent.relation not in COMMAND_RELATIONS:
            self._draft.losses.add("Command relation of a unit at the top", row.name)
            return None
        self.written.append((lent, row.name))
        return lent

    def _kind(self, lent: CommandRelationRow, row: UnitRow) -> str:
        said, rest = split_note(lent.note, (RELATION,))
        kind = COMMAND_RELATIONS.get(lent.relation) or _known(said.get(RELATION, ""), "NONE")
        if rest or (said and kind != said[RELATION]):
            self._draft.losses.add("Command relation: Note", row.name)
        if lent.relation and kind == "NONE":
            what = f"Command relation {lent.relation}, written as one not specified"
            self._draft.losses.add(what, row.name)
        return kind

    def _write_organic(self, relations: etree._Element, superior: str | None, side: str) -> None:
        draft = self._draft
        organic = draft.add(relations, "OrganicRelation")
        data = draft.add(organic, "OrganicRelationData")
        if superior:
            draft.add(data, "OrganicSuperiorHandle", self._handles[superior])
        else:
            draft.add(data, "OrganicForceSideHandle", side)
        draft.add(organic, "OrganicRelationChoice", "UNIT" if superior else "FORCE_SIDE")


def _known(said: str, otherwise: str) -> str:
    return said if said in NATIONAL_RELATIONS else otherwise


def relations_in_force(rows: tuple[CommandRelationRow, ...]) -> dict[str, CommandRelationRow]:
    """By whom each unit is commanded at STARTEX, where a command relation says so."""
    found: dict[str, CommandRelationRow] = {}
    for row in rows:
        begun = row.start is None or row.start <= 0
        if begun and (row.finish is None or row.finish > 0):
            found[row.unit_id] = row
    return found


def write_location(
    draft: Draft, disposition: etree._Element, latitude: float, longitude: float, height: str = ""
) -> None:
    """A location in degrees; `height` as the note says it, such as `137.7 m`."""
    location = draft.add(disposition, "Location")
    draft.add(location, "CoordinateChoice", "GDC")
    place = draft.add(draft.add(location, "CoordinateData"), "GDC")
    draft.add(place, "Latitude", degrees(latitude))
    draft.add(place, "Longitude", degrees(longitude))
    draft.add(place, "ElevationAGL", _metres(height))


def _metres(height: str) -> str:
    number = height.removesuffix("m").strip()
    try:
        return number if abs(float(number)) <= 999_999 else "0"
    except ValueError:
        return "0"
