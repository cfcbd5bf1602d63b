"""The forces as an MSDL scenario: as practice has it, or to the letter of the schema."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from lxml import etree

from exerciseplanner.domain.identity import seen_from
from exerciseplanner.exchange.force_symbols import ForceSymbols
from exerciseplanner.exchange.msdl.drafting import Draft, handles
from exerciseplanner.exchange.msdl.equipment_writing import ItemWriting
from exerciseplanner.exchange.msdl.notes import ALLEGIANCE, SIDE_LINES, by_path, split_note
from exerciseplanner.exchange.msdl.sides import NO_SIDE, handle_key
from exerciseplanner.exchange.msdl.unit_writing import UnitWriting, relations_in_force
from exerciseplanner.exchange.msdl.vocabulary import MODEL_NAMESPACE, RELATIONSHIP_CODES
from exerciseplanner.exchange.writing import (
    Choices,
    ForceFormat,
    LossCount,
    Written,
    fields_lost,
    whole_rows_lost,
)
from exerciseplanner.workspace.queries.force_picture import ForcePicture
from exerciseplanner.workspace.queries.forces import SideRow

VERSION = "MSDL Standard Nov 2008"
_NAME = 255
_LABELS = (ALLEGIANCE, *(line.label for line in SIDE_LINES))
_STRENGTH = frozenset({"strength_planned", "strength_present"})
HOLDS: Mapping[str, frozenset[str]] = {
    "side": frozenset({"name", "identity", "note"}),
    "unit": frozenset(
        {"name", "short_name", "side_id", "parent_id", "echelon", "domain"}
        | {"latitude", "longitude", "sidc", "note"}
        | _STRENGTH
    ),
    "equipment": frozenset({"title", "unit_id", "sidc", "quantity_present", "note"}),
    "command_relation": frozenset({"unit_id", "superior_id", "relation", "note"}),
}


def write_msdl(picture: ForcePicture, choices: Choices) -> Written:
    """The forces as a scenario in UTF-8; `choices.strict` keeps to the letter of the schema."""
    return _Scenario(picture, choices).written()


class _Scenario:
    """Writes one picture; everything that is looked up more than once is looked up here."""

    def __init__(self, picture: ForcePicture, choices: Choices) -> None:
        self._picture = picture
        self._losses = LossCount()
        self._draft = Draft(self._losses, strict=choices.strict)
        self._symbols = ForceSymbols(picture, choices.viewpoint)
        rows: list[NamedTuple] = [*picture.sides, *picture.units, *picture.equipment]
        self._handles = handles(rows, strict=choices.strict)
        self._sides = self._friends_first(choices.viewpoint)
        self._keys = {row_id: handle_key(handle) for row_id, handle in self._handles.items()}

    def written(self) -> Written:
        """The scenario as a file."""
        draft, picture = self._draft, self._picture
        root = draft.root("MilitaryScenario")
        self._write_identity(root)
        draft.add(draft.add(root, "Options"), "MSDLVersion", VERSION)
        self._write_time(root)
        self._write_sides(root)
        if picture.units:
            organizations = draft.add(root, "Organizations")
            self._write_units(organizations)
            self._write_items(organizations)
        self._count_losses()
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
        return Written(content, self._losses.losses(), self._keys)

    def _friends_first(self, viewpoint: str | None) -> list[SideRow]:
        """The sides in their order, but first the one that sees the others as the plan states.

        A reader who is told nothing else takes the first side for the one that sees.
        """
        seen = self._symbols.identities
        return sorted(
            self._picture.sides,
            key=lambda row: (row.id != viewpoint, seen[row.id] != "friend"),
        )

    def _write_identity(self, root: etree._Element) -> None:
        draft, exercise = self._draft, self._picture.exercise
        identity = draft.add(root, "ScenarioID")
        draft.add_identity(identity, "name", draft.scenario_name(exercise.name))
        draft.add_identity(identity, "type", "Military scenario")
        draft.add_identity(identity, "version", "1")
        draft.add_identity(identity, "modificationDate", f"{datetime.now(UTC):%Y-%m-%d}")
        marking = exercise.marking or "Unclassified"
        draft.add_identity(identity, "securityClassification", marking)
        draft.add_identity(identity, "description", f"Forces of the exercise {exercise.name}")
        contact = etree.SubElement(identity, f"{{{MODEL_NAMESPACE}}}poc")
        draft.add_identity(contact, "pocType", "Proponent")
        draft.add_identity(contact, "pocOrg", exercise.name)

    def _write_time(self, root: etree._Element) -> None:
        startex = self._picture.exercise.startex
        if not startex:
            return
        if self._draft.strict:
            # The schema wants twenty signs in a pattern of twenty-one, so that no time is valid.
            self._losses.add("Scenario time, for which the schema takes no value", startex)
            return
        draft = self._draft
        draft.add(draft.add(root, "Environment"), "ScenarioTime", startex)

    def _write_sides(self, root: etree._Element) -> None:
        draft = self._draft
        if draft.strict and not self._sides:
            self._losses.add("The schema wants a side, and the plan has none")
        sides = draft.add(root, "ForceSides")
        for row in self._sides:
            self._write_side(draft.add(sides, "ForceSide"), row)
        if any(row.id not in self._picture.side_of for row in self._picture.units):
            side = draft.add(sides, "ForceSide")
            draft.add(side, "ObjectHandle", NO_SIDE)
            draft.add(side, "ForceSideName", "No side")

    def _write_side(self, side: etree._Element, row: SideRow) -> None:
        draft = self._draft
        said, rest = split_note(row.note, _LABELS)
        if rest:
            self._losses.add("Side: Note", row.name)
        draft.add(side, "ObjectHandle", self._handles[row.id])
        draft.add_text(side, "ForceSideName", row.name, _NAME, row.name)
        self._write_allegiance(side, row, said.get(ALLEGIANCE, ""))
        values = by_path(SIDE_LINES, said)
        for line in SIDE_LINES:
            if line.path in values:
                draft.add_line(side, line, values[line.path], row.name)
        self._write_associations(side, row)

    def _write_allegiance(self, side: etree._Element, row: SideRow, name: str) -> None:
        above = next((each for each in self._sides if each.name == name), None)
        if above is not None and above.id != row.id:
            self._draft.add(side, "AllegianceHandle", self._handles[above.id])
        elif name:
            self._losses.add("Side: Allegiance to a side that is not there", row.name)

    def _write_associations(self, side: etree._Element, row: SideRow) -> None:
        others = [each for each in self._sides if each.id != row.id]
        if not others:
            return
        draft, seen = self._draft, self._symbols.identities
        associations = draft.add(side, "Associations")
        for other in others:
            association = draft.add(associations, "Association")
            draft.add(association, "AffiliateHandle", self._handles[other.id])
            code = RELATIONSHIP_CODES[seen_from(seen[other.id], seen[row.id])]
            draft.add(association, "Relationship", code)

    def _write_units(self, organizations: etree._Element) -> None:
        units = self._draft.add(organizations, "Units")
        writing = UnitWriting(self._picture, self._draft, self._symbols, self._handles)
        for row in self._picture.units:
            side = self._handles.get(self._picture.side_of.get(row.id, ""), NO_SIDE)
            writing.write(units, row, side)
        for relation, _name in writing.written:
            below, above = relation.unit_id, relation.superior_id
            self._keys[relation.id] = f"{self._keys[below]}>{self._keys[above]}"

    def _write_items(self, organizations: etree._Element) -> None:
        writing = ItemWriting(self._picture, self._draft, self._symbols, self._handles)
        rows = [row for row in self._picture.equipment if writing.can_be_written(row)]
        if rows:
            equipment = self._draft.add(organizations, "Equipment")
            for row in rows:
                writing.write(equipment, row)

    def _count_losses(self) -> None:
        picture = self._picture
        held = HOLDS["unit"] - _STRENGTH if self._draft.strict else HOLDS["unit"]
        fields_lost("unit", picture.units, held, self._losses)
        fields_lost("equipment", picture.equipment, HOLDS["equipment"], self._losses)
        names = {row.id: row.name for row in picture.units}
        in_force = relations_in_force(picture.command_relations)
        for relation in picture.command_relations:
            name = names.get(relation.unit_id, "")
            if in_force.get(relation.unit_id) != relation:
                self._losses.add("Command relation that does not hold at STARTEX", name)
            elif relation.start is not None or relation.finish is not None:
                self._losses.add("Command relation: from when until when", name)
        whole_rows_lost(picture, HOLDS, self._losses)
        for system in picture.systems:
            self._losses.add("Systems", system.title)


FORMATS = (
    ForceFormat(
        "msdl",
        "MSDL scenario (SISO-STD-007)",
        ".xml",
        write_msdl,
        HOLDS,
        "Sides, units, equipment and command relations for simulations.",
    ),
)
