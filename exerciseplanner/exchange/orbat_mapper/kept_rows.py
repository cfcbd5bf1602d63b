"""Who provides units, who commands them for a time and what they can: kept beside the scenario."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.intake import Link, Proposed
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.exchange.orbat_mapper.keeping import ROWS, kept_of
from exerciseplanner.workspace.queries.force_picture import ForcePicture

_NOUNS = (
    "participant",
    "capability",
    "unit_capability",
    "system",
    "unit_standard",
    "command_relation",
)
"""The nouns of which whole rows are kept."""


class _Row(Protocol):
    @property
    def id(self) -> str: ...


def rows_kept(picture: ForcePicture) -> Iterator[tuple[str, str]]:
    """Every row that is kept whole, as its noun and id."""
    for noun, listed in _listed(picture).items():
        for row in listed:
            yield noun, row.id


def kept_rows(picture: ForcePicture, ids: Mapping[str, str]) -> dict[str, list[dict[str, object]]]:
    """The rows kept, by noun; `ids` are those by which sides and units go in the scenario."""
    return {
        noun: [_written(noun, row, picture, ids) for row in listed]
        for noun, listed in _listed(picture).items()
        if listed
    }


def read_rows(content: Mapping[str, Any]) -> Iterator[Proposed]:
    """The rows kept in a scenario; what is no row is passed over."""
    kept = kept_of(content).get(ROWS)
    for noun in _NOUNS:
        listed = kept.get(noun) if isinstance(kept, dict) else None
        for row in listed if isinstance(listed, list) else ():
            key = row.get("id") if isinstance(row, dict) else None
            if isinstance(key, str) and key:
                title = str(row.get(NOUNS[noun].title) or key)
                place = f"{NOUNS[noun].singular.capitalize()} {title}"
                yield Proposed(noun, key, place, dict(_read(noun, row)))


def _listed(picture: ForcePicture) -> Mapping[str, tuple[_Row, ...]]:
    return {
        "participant": picture.participants,
        "capability": picture.capabilities,
        "unit_capability": picture.unit_capabilities,
        "system": picture.systems,
        "unit_standard": picture.unit_standards,
        "command_relation": picture.command_relations,
    }


def _written(
    noun: str, row: _Row, picture: ForcePicture, ids: Mapping[str, str]
) -> dict[str, object]:
    stated: dict[str, object] = {"id": row.id}
    for each in _columns(noun):
        value = getattr(row, each.name)
        if each.choices == "standard" and each.kind == "reference":
            value = picture.standards.get(value, "")
        elif each.kind == "reference":
            value = ids.get(value or "", value)
        if value not in (None, "", "[]"):
            stated[each.name] = value
    return stated


def _read(noun: str, row: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for each in _columns(noun):
        value = row.get(each.name)
        if value is None or isinstance(value, list | dict):
            continue
        yield each.name, _link(each, value) if each.kind == "reference" else value


def _link(field: Field, value: object) -> Link:
    return Link(field.choices, str(value), match="code" if field.choices == "standard" else "")


def _columns(noun: str) -> Iterable[Field]:
    return NOUNS[noun].columns
