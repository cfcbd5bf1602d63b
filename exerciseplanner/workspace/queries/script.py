"""The MEL/MIL as planners read it: strands and injects together, each with what it is linked to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Table, select, text

from exerciseplanner.storage.tables.injects import inject, inject_objective, inject_threat
from exerciseplanner.storage.tables.objectives import objective
from exerciseplanner.storage.tables.storylines import strand
from exerciseplanner.storage.tables.threats import threat
from exerciseplanner.workspace.desk import AnyRow, Desk
from exerciseplanner.workspace.query import query

#: The id of the row under which injects without a strand stand once there are strands.
LOOSE = "loose"

_WATCHED = (
    "inject",
    "strand",
    "objective",
    "threat",
    "inject_objective",
    "inject_threat",
)


class ScriptRow(NamedTuple):
    """One row of the MEL/MIL; times are minutes from STARTEX.

    `level` is storyline, event, incident, inject or loose; `parent_id` is the row it stands
    below. `storyline_id`, `storyline` and `lane` (its number among the storylines) name the
    theme it belongs to. `objectives` and `threats` are ids, their `_codes` what people call them.
    For a strand `injects` counts the injects in it and `start` and `last` are their first and
    last planned times.
    """

    id: str
    level: str
    parent_id: str | None
    strand_id: str | None
    seq: int
    serial: str
    title: str
    kind: str
    state: str
    start: int | None
    duration: int | None
    scenario_start: int | None
    sender: str
    cell: str
    addressees: str
    info_addressees: str
    means: str
    message: str
    expected_action: str
    cue: str
    location_name: str
    responsible: str
    marking_level: str
    marking_releases: str
    released_at: str | None
    response: str
    note: str
    storyline_id: str | None
    storyline: str
    lane: int | None
    objectives: tuple[str, ...]
    objective_codes: str
    threats: tuple[str, ...]
    threat_codes: str
    injects: int
    last: int | None

    @property
    def noun(self) -> str:
        """The noun of the row: inject, strand, or nothing where it only groups."""
        if self.level == "inject":
            return "inject"
        return "" if self.level == "loose" else "strand"


_OWN = ScriptRow._fields[5:27]

Theme = tuple[str | None, str, int | None]


@query(*_WATCHED)
def script(desk: Desk) -> tuple[ScriptRow, ...]:
    """Every strand in the planner's order, then every inject by planned time, untimed ones last.

    Injects without a strand stand below a row of level loose where there are strands.
    """
    themes = _Themes.of(desk)
    injects = tuple(_injects(desk, themes, grouped=bool(themes.strands)))
    return (*_strands(themes, injects), *injects)


@query(*_WATCHED)
def script_injects(desk: Desk) -> tuple[ScriptRow, ...]:
    """Every inject by planned time, untimed ones last."""
    return tuple(_injects(desk, _Themes.of(desk), grouped=False))


@dataclass
class _Themes:
    """The strands, and to which storyline each of them belongs."""

    strands: dict[str, AnyRow]
    lanes: dict[str, int] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)
    _named: dict[str | None, Theme] = field(default_factory=dict)

    @classmethod
    def of(cls, desk: Desk) -> _Themes:
        """Read the strands."""
        rows = desk.all(select(strand).order_by(text("seq, serial")))
        themes = cls({str(row.id): row for row in rows})
        for row_id in themes.strands:
            themes.roots[row_id] = themes._root(row_id)
        tops = [row_id for row_id, root in themes.roots.items() if row_id == root]
        for number, row_id in enumerate(tops):
            themes.lanes[row_id] = int(themes.strands[row_id].colour) or number
        return themes

    def theme(self, row_id: str | None) -> Theme:
        """The storyline of a strand: its id, what it is called, and its lane."""
        if row_id not in self._named:
            self._named[row_id] = self._theme(row_id)
        return self._named[row_id]

    def _theme(self, row_id: str | None) -> Theme:
        root = self.roots.get(row_id) if row_id else None
        if root is None:
            return None, "", None
        row = self.strands[root]
        return root, f"{row.serial} {row.title}".strip(), self.lanes[root]

    def above(self, row_id: str | None) -> Iterator[str]:
        """A strand and every strand it is part of."""
        seen: set[str] = set()
        while row_id and row_id in self.strands and row_id not in seen:
            seen.add(row_id)
            yield row_id
            row_id = self.strands[row_id].parent_id

    def _root(self, row_id: str) -> str:
        return list(self.above(row_id))[-1]


def _injects(desk: Desk, themes: _Themes, *, grouped: bool) -> Iterator[ScriptRow]:
    objectives = _linked(desk, inject_objective, objective)
    threats = _linked(desk, inject_threat, threat)
    columns = [inject.c[name] for name in ("id", "strand_id", "seq", *_OWN)]
    rows = desk.all(select(*columns).order_by(text("start IS NULL, start, seq, serial")))
    loose = LOOSE if grouped else None
    for row_id, strand_id, seq, *own in rows:
        place = (row_id, "inject", strand_id or loose, strand_id, seq)
        theme = themes.theme(strand_id)
        links = (*objectives.get(row_id, _NONE), *threats.get(row_id, _NONE))
        yield ScriptRow._make((*place, *own, *theme, *links, 1, None))


_NONE: tuple[tuple[str, ...], str] = ((), "")


def _linked(desk: Desk, links: Table, target: Table) -> dict[str, tuple[tuple[str, ...], str]]:
    other = links.c[f"{target.name}_id"]
    rows = desk.all(
        select(links.c.inject_id, target.c.id, target.c.code)
        .join(target, target.c.id == other)
        .order_by(target.c.seq, target.c.code)
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for inject_id, target_id, code in rows:
        found.setdefault(inject_id, []).append((target_id, code))
    return {
        row_id: (tuple(each for each, _ in pairs), ", ".join(code for _, code in pairs if code))
        for row_id, pairs in found.items()
    }


def _strands(themes: _Themes, injects: Iterable[ScriptRow]) -> Iterator[ScriptRow]:
    scopes: dict[str, _Scope] = {}
    for row in injects:
        for above in (row.parent_id,) if row.parent_id == LOOSE else themes.above(row.strand_id):
            scopes.setdefault(str(above), _Scope()).take(row.start)
    for row_id, own in themes.strands.items():
        said = {name: getattr(own, source) for name, source in _SAID.items()}
        yield _grouping(
            (row_id, str(own.kind), own.parent_id, row_id, int(own.seq)),
            said,
            themes.theme(row_id),
            scopes.get(row_id, _Scope()),
        )
    if themes.strands and LOOSE in scopes:
        place = (LOOSE, "loose", None, None, 0)
        yield _grouping(place, {"title": "No storyline"}, (None, "", None), scopes[LOOSE])


#: The columns of a strand that say what a column of an inject says.
_SAID = {
    "serial": "serial",
    "title": "title",
    "cell": "cell",
    "location_name": "location_name",
    "responsible": "owner",
    "message": "description",
    "expected_action": "expected_response",
    "note": "note",
}


def _grouping(
    place: tuple[str, str, str | None, str | None, int],
    said: Mapping[str, object],
    theme: Theme,
    scope: _Scope,
) -> ScriptRow:
    values = {**_BLANK, **said, "start": scope.first}
    own = tuple(values[name] for name in _OWN)
    return ScriptRow._make((*place, *own, *theme, *_NONE, *_NONE, scope.count, scope.last))


_TIMES = ("start", "duration", "scenario_start", "released_at")
_BLANK: Mapping[str, object] = {name: None if name in _TIMES else "" for name in _OWN}


@dataclass
class _Scope:
    """How many injects, and from when to when."""

    count: int = 0
    first: int | None = None
    last: int | None = None

    def take(self, start: int | None) -> None:
        """Count one inject in."""
        self.count += 1
        if start is not None:
            self.first = start if self.first is None else min(self.first, start)
            self.last = start if self.last is None else max(self.last, start)
