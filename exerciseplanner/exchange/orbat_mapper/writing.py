"""The forces as a scenario of ORBAT Mapper (JSON, version 3.3.0), with nothing left behind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from exerciseplanner.domain.fields import sentence_case
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.force_symbols import ForceSymbols
from exerciseplanner.exchange.orbat_mapper.holdings import HeldEquipment
from exerciseplanner.exchange.orbat_mapper.keeping import (
    EQUIPMENT,
    IDENTITY,
    KEPT,
    LOOSE,
    PROVIDER,
    ROWS,
    SIDE,
    SYMBOL,
    kept_beside,
    own_fields,
    says_symbol,
)
from exerciseplanner.exchange.orbat_mapper.kept_rows import kept_rows, rows_kept
from exerciseplanner.exchange.orbat_mapper.reading import DEEPEST
from exerciseplanner.exchange.orbat_mapper.units import (
    GROUP,
    PERSONNEL,
    Reading,
    read_group,
    read_side,
    read_unit,
)
from exerciseplanner.exchange.writing import Choices, ForceFormat, LossCount, Written, outer_ids
from exerciseplanner.workspace.queries.force_picture import ForcePicture, subordinates
from exerciseplanner.workspace.queries.forces import SideRow, UnitRow

VERSION = "3.3.0"
_DIGITS: Mapping[str, str] = {"friend": "3", "hostile": "6", "neutral": "4", "unknown": "1"}
_SHOWN = frozenset(
    {
        *("name", "short_name", "status", "sidc", "echelon", "domain", "note", "external_id"),
        *("strength_planned", "strength_present", "latitude", "longitude"),
    }
)
"""The fields of a unit that ORBAT Mapper shows; the others are kept for this program."""

_HIDDEN = "kept in the file, not shown there"
_NEAR = "Symbol code: only nearly the same in digits; the letters are kept beside it"
_FAILED = "Symbol code: not understood, written as unknown; the text is kept beside it"


def write_orbat(picture: ForcePicture, choices: Choices) -> Written:
    """The forces as a scenario. Raises Refusal where they are deeper than the format can be."""
    return _Scenario(picture, choices).written()


class _Scenario:
    """Writes one picture; everything that is looked up more than once is looked up here."""

    def __init__(self, picture: ForcePicture, choices: Choices) -> None:
        self._picture = picture
        self._symbols = ForceSymbols(picture, choices.viewpoint)
        self._below = subordinates(picture)
        self._ids = outer_ids((*picture.sides, *picture.units))
        self._equipment = HeldEquipment(picture.equipment)
        self._tops: dict[str, list[UnitRow]] = {}
        for row in self._below.get(None, ()):
            self._tops.setdefault(picture.side_of.get(row.id, ""), []).append(row)
        self._losses = LossCount()

    def written(self) -> Written:
        """The scenario as a file."""
        exercise = self._picture.exercise
        sides = [self._side(row) for row in self._picture.sides]
        if "" in self._tops:
            sides.append(self._without_side(self._tops[""]))
        content: dict[str, Any] = {
            "id": _scenario_id(exercise.name),
            "type": "ORBAT-mapper",
            "version": VERSION,
            "name": exercise.name,
            "description": exercise.marking,
            "startTime": exercise.startex or None,
            "timeZone": "UTC",
            "symbologyStandard": "app6d",
            "sides": sides,
            "layerStack": [],
            "events": [],
            "equipment": self._equipment.catalogue(),
            "personnel": [{"name": PERSONNEL}],
            "supplyCategories": [],
            "settings": {"rangeRingGroups": [], "statuses": self._statuses()},
            KEPT: {ROWS: kept_rows(self._picture, self._ids)},
        }
        plain = {key: value for key, value in content.items() if value is not None}
        text = json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False)
        keys = self._ids | self._equipment.keys(self._ids)
        for noun, row_id in rows_kept(self._picture):
            keys[row_id] = row_id
            if noun != "participant":
                self._losses.add(f"{sentence_case(NOUNS[noun].plural)}: {_HIDDEN}")
        return Written(f"{text}\n".encode(), self._losses.losses(), keys)

    def _statuses(self) -> list[dict[str, str]]:
        stated = dict.fromkeys(row.status for row in self._picture.units)
        return [{"name": status} for status in stated if status not in ("", GROUP)]

    def _side(self, row: SideRow) -> dict[str, Any]:
        tops = self._tops.get(row.id, [])
        digit = _DIGITS.get(self._symbols.identities[row.id], "1")
        native = self._stated(
            id=self._ids[row.id], name=row.name, standardIdentity=digit, description=row.note
        )
        kept = kept_beside("side", row, _held(read_side(native), native))
        if "identity" in kept:
            kept[IDENTITY] = digit
        return self._camp(native, kept, tops)

    def _without_side(self, tops: list[UnitRow]) -> dict[str, Any]:
        native = {"id": "no-side", "name": "No side", "standardIdentity": "1"}
        return self._camp(native, {LOOSE: True}, tops)

    def _camp(
        self, native: dict[str, Any], kept: Mapping[str, object], tops: list[UnitRow]
    ) -> dict[str, Any]:
        side_id = str(native["id"])
        return {
            **native,
            "groups": [self._group(row, side_id) for row in tops if _is_group(row)],
            "subUnits": [self._unit(row, side_id, 1) for row in tops if not _is_group(row)],
            **({KEPT: dict(kept)} if kept else {}),
        }

    def _group(self, row: UnitRow, side_id: str) -> dict[str, Any]:
        native = self._stated(id=self._ids[row.id], name=row.name, description=row.note)
        return self._completed(row, native, read_group(native), side_id, 1)

    def _unit(self, row: UnitRow, side_id: str, depth: int) -> dict[str, Any]:
        if depth > DEEPEST:
            raise Refusal(
                f"“{row.name}” stands more than {DEEPEST} levels down, deeper than a scenario of"
                " ORBAT Mapper can be. Nothing was written.",
                remedy="Put it, or what is above it, under another unit.",
            )
        found = self._symbols.digits(row)
        if found.match != "exact":
            self._losses.add(_NEAR if found.match == "near" else _FAILED, row.name)
        native = self._stated(
            id=self._ids[row.id],
            name=row.name,
            sidc=found.code,
            shortName=row.short_name,
            description=row.note,
            status=row.status,
            location=_location(row),
            personnel=_personnel(row),
            equipment=self._equipment.of(row),
        )
        reading = read_unit(native, self._symbols.identity(row))
        return self._completed(row, native, reading, side_id, depth)

    def _completed(
        self, row: UnitRow, native: dict[str, Any], reading: Reading, side_id: str, depth: int
    ) -> dict[str, Any]:
        kept = kept_beside("unit", row, _held(reading, native))
        self._say_hidden(row, kept)
        if says_symbol(kept):
            kept[SYMBOL] = native.get("sidc", "")
        own_side = self._ids.get(row.side_id or "", "")
        if own_side != side_id:
            kept[SIDE] = own_side
        if row.participant_id:
            kept[PROVIDER] = row.participant_id
        if equipment := self._equipment.kept(row):
            kept[EQUIPMENT] = equipment
        below = [self._unit(each, side_id, depth + 1) for each in self._below.get(row.id, ())]
        return {**native, "subUnits": below, **({KEPT: kept} if kept else {})}

    def _say_hidden(self, row: UnitRow, kept: Mapping[str, object]) -> None:
        for each in own_fields("unit"):
            if each.name not in _SHOWN and kept.get(each.name) not in (None, ""):
                self._losses.add(f"{each.label}: {_HIDDEN}", row.name)
        if row.participant_id:
            label = NOUNS["unit"].field("participant_id").label
            self._losses.add(f"{label}: {_HIDDEN}", row.name)

    def _stated(self, **parts: Any) -> dict[str, Any]:
        return {key: value for key, value in parts.items() if value not in ("", None, [])}


def _scenario_id(name: str) -> str:
    """The id of the scenario of an exercise, which becomes part of an address there."""
    return f"exerciseplanner-{blake2b(name.encode(), digest_size=8).hexdigest()}"


def _is_group(row: UnitRow) -> bool:
    return row.status == GROUP and not row.sidc


def _held(reading: Reading, native: Mapping[str, Any]) -> dict[str, object]:
    return {**reading.values, "external_id": native["id"]}


def _location(row: UnitRow) -> list[float] | None:
    if row.latitude is None or row.longitude is None:
        return None
    return [row.longitude, row.latitude]


def _personnel(row: UnitRow) -> list[dict[str, object]] | None:
    if row.strength_planned is None:
        return None
    stated: dict[str, object] = {"name": PERSONNEL, "count": row.strength_planned}
    if row.strength_present is not None:
        stated["onHand"] = row.strength_present
    return [stated]


FORMATS = (
    ForceFormat(
        "orbat-mapper",
        "ORBAT Mapper (JSON)",
        ".json",
        write_orbat,
        {
            "side": frozenset({"name", "identity", "note"}),
            "unit": frozenset(each.name for each in NOUNS["unit"].columns),
        },
        "Everything about sides and units; also what ORBAT Mapper itself does not show.",
    ),
)
