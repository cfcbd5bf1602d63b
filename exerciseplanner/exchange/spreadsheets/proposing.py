"""The mapping proposed for a workbook: all columns against all fields, decided together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exerciseplanner.exchange.spreadsheets.assignment import assign
from exerciseplanner.exchange.spreadsheets.cells import as_text, is_nothing, one_line
from exerciseplanner.exchange.spreadsheets.evidence import evidence_for
from exerciseplanner.exchange.spreadsheets.headers import (
    DEEPEST,
    Header,
    find_header,
    header_at,
    no_header,
)
from exerciseplanner.exchange.spreadsheets.mapping import (
    ColumnMapping,
    MappingProposal,
    SheetMapping,
    name_speaks_for,
)
from exerciseplanner.exchange.spreadsheets.profiles import Profile
from exerciseplanner.exchange.spreadsheets.scoring import FIELDS, column_scores
from exerciseplanner.exchange.spreadsheets.sheets import Cell, Sheet, Workbook
from exerciseplanner.exchange.spreadsheets.similarity import best_score
from exerciseplanner.exchange.spreadsheets.targets import CONTENT, SPECIFIC
from exerciseplanner.exchange.spreadsheets.values import Portrait, portrait

_SAMPLE = 160
_WORTH_TAKING = 0.42
_WORTH_TAKING_UNNAMED = 0.22
_ENOUGH = 1.4


def propose_mapping(workbook: Workbook, profile: Profile | None = None) -> MappingProposal:
    """What every column of every sheet is most likely meant for; a profile decides first."""
    sheets = tuple(
        map_sheet(sheet, _header_for(sheet, profile), profile) for sheet in workbook.sheets
    )
    if profile is None:
        return MappingProposal(workbook.source, sheets)
    return MappingProposal(workbook.source, sheets, profile.times, profile.keep_unmapped)


def _header_for(sheet: Sheet, profile: Profile | None) -> Header:
    """The header that a profile knows, else the one that looks most like it."""
    found = find_header(sheet)
    if profile is None or found.rows:
        return found
    for row in range(min(DEEPEST, len(sheet.rows))):
        header = header_at(sheet, (row,))
        if profile.knows(header.texts):
            return header
    return found


def with_header(
    workbook: Workbook, proposal: MappingProposal, sheet: str, rows: tuple[int, ...]
) -> MappingProposal:
    """The proposal with the header of one sheet in these rows (indices), or in none."""
    source = next(one for one in workbook.sheets if one.name == sheet)
    header = header_at(source, rows) if rows else no_header(source)
    return proposal.replaced(map_sheet(source, header, None))


def map_sheet(sheet: Sheet, header: Header, profile: Profile | None = None) -> SheetMapping:
    """The mapping of one sheet below a given header."""
    sampled = _sampled(sheet, header)
    portraits = [portrait([row[column] for row in sampled]) for column in range(sheet.width)]
    used = [
        column for column in range(sheet.width) if portraits[column].filled or header.texts[column]
    ]
    scores = {
        column: column_scores(header.texts[column], portraits, column, header) for column in used
    }
    decided = profile.decisions(header.texts) if profile else {}
    fields = _assigned(used, scores, decided, bool(header.rows))
    _find_content(fields, header, portraits, decided)
    columns = tuple(
        _column(sheet, header, column, fields, scores, sampled, column in decided)
        for column in used
    )
    return _judged(sheet, header, columns, portraits, profile)


def _sampled(sheet: Sheet, header: Header) -> list[tuple[Cell, ...]]:
    below = sheet.rows[header.first_data_row :]
    if len(below) > 3 * _SAMPLE:
        below = below[:: len(below) // (2 * _SAMPLE)]
    rows = [row for row in below if _says_something(row)]
    return rows[:: max(1, len(rows) // _SAMPLE)][:_SAMPLE]


def _says_something(row: Sequence[Cell]) -> bool:
    """Whether a row holds more than a section title."""
    held = {as_text(value) for value in row if not is_nothing(value)}
    return len(held) > 1 or (len(row) < 3 and bool(held))


def _assigned(
    used: list[int],
    scores: dict[int, dict[str, float]],
    decided: Mapping[int, str | None],
    named: bool,
) -> dict[int, str | None]:
    given = {name for name in decided.values() if name}
    free = [column for column in used if column not in decided]
    matrix = [
        [-1.0 if name in given else scores[column][name] for name in FIELDS] for column in free
    ]
    worth = _WORTH_TAKING if named else _WORTH_TAKING_UNNAMED
    chosen = assign(matrix, worth) if free else []
    fields: dict[int, str | None] = dict(decided)
    for column, place in zip(free, chosen, strict=True):
        fields[column] = None if place is None else FIELDS[place]
    return _timed(fields, decided)


def _find_content(
    fields: dict[int, str | None],
    header: Header,
    portraits: list[Portrait],
    decided: Mapping[int, str | None],
) -> None:
    """Where no heading says what happens, the longest free text under a strange one does."""
    if not header.rows or set(CONTENT) & set(fields.values()) or "start" not in fields.values():
        return
    strange = [
        column
        for column, name in fields.items()
        if name is None and column not in decided and best_score(header.texts[column]) < _KNOWN
    ]
    best = max(strange, key=lambda column: evidence_for("message", portraits[column]), default=-1)
    if best >= 0 and evidence_for("message", portraits[best]) > _TELLING:
        fields[best] = "message"


_KNOWN = 0.55
_TELLING = 0.25
_INSTEAD = (("start", "scenario_start"), ("start_date", "scenario_date"), ("start", "released_at"))


def _timed(
    fields: dict[int, str | None], decided: Mapping[int, str | None]
) -> dict[int, str | None]:
    """A list with only one kind of time means the delivery by it, whatever it calls it."""
    for wanted, other in _INSTEAD:
        if wanted in fields.values() or (wanted == "start_date" and "start" not in fields.values()):
            continue
        for column, name in fields.items():
            if name == other and column not in decided:
                fields[column] = wanted
    return fields


def _column(
    sheet: Sheet,
    header: Header,
    column: int,
    fields: dict[int, str | None],
    scores: dict[int, dict[str, float]],
    sampled: list[tuple[Cell, ...]],
    settled: bool,
) -> ColumnMapping:
    field = fields.get(column)
    ranked = sorted(scores[column].items(), key=lambda item: -item[1])
    others = tuple((n, round(_sure(s), 2)) for n, s in ranked if n != field and s > 0.25)[:4]
    confidence = 1.0 if settled else _confidence(column, field, scores)
    samples = [one_line(as_text(row[column])) for row in sampled if not is_nothing(row[column])]
    return ColumnMapping(
        index=column,
        letter=sheet.letter(column),
        header=header.texts[column],
        field=field,
        confidence=confidence,
        alternatives=others,
        samples=tuple(dict.fromkeys(samples))[:4],
        settled=settled,
    )


def _sure(score: float) -> float:
    return max(0.0, min(1.0, score / 1.2))


def _confidence(column: int, field: str | None, scores: dict[int, dict[str, float]]) -> float:
    """How sure the choice is: its own score, and how far the next best field or column is."""
    if field is None:
        return 0.0
    mine = scores[column][field]
    next_field = max(score for name, score in scores[column].items() if name != field)
    next_column = max((s[field] for c, s in scores.items() if c != column), default=0.0)
    margin = min(1.0, max(0.0, mine - max(next_field, next_column)) / 0.4)
    return round(_sure(mine) * (0.7 + 0.3 * margin), 2)


def _judged(
    sheet: Sheet,
    header: Header,
    columns: tuple[ColumnMapping, ...],
    portraits: list[Portrait],
    profile: Profile | None,
) -> SheetMapping:
    fields = {column.field for column in columns if column.field}
    strength = name_speaks_for(sheet.name) + sum(
        SPECIFIC.get(column.field or "", 0.0) * min(1.0, column.confidence / 0.6)
        for column in columns
    )
    reason = _why_not(sheet, header, fields, strength, portraits)
    named = profile.wants(sheet.name) if profile else None
    if named is not None:
        reason = "" if named else "the profile leaves it out"
    why = reason or _what_it_is(header, columns)
    return SheetMapping(sheet.name, not reason, why, header, columns, strength, named is not None)


def _why_not(
    sheet: Sheet, header: Header, fields: set[str], strength: float, portraits: list[Portrait]
) -> str:
    """The reason why a sheet holds no injects, or nothing."""
    if not sheet.rows:
        return "it is empty"
    if not fields.intersection(CONTENT) or strength < _ENOUGH:
        return _other_purpose(portraits)
    if not header.rows and not fields.intersection({"start", "start_date"}):
        return _other_purpose(portraits)
    return "it is hidden" if sheet.hidden else ""


def _other_purpose(portraits: list[Portrait]) -> str:
    held = [seen for seen in portraits if seen.filled]
    if len(held) == len(portraits) == 2 and held[0].typical < 40 and held[0].distinct > 0.9:
        return "it describes the exercise or the file and lists no injects"
    if held and all(seen.typical < 40 and seen.distinct > 0.9 for seen in held):
        return "it holds look-up lists"
    return "no columns of a MSEL are recognised in it"


def _what_it_is(header: Header, columns: tuple[ColumnMapping, ...]) -> str:
    taken = sum(column.field is not None for column in columns)
    if not header.rows:
        return f"no header row; {taken} of {len(columns)} columns told by their cells"
    return f"{taken} of {len(columns)} columns recognised"
