"""Where the table of a sheet begins: its header rows, or none, and what stands above them."""

from __future__ import annotations

from dataclasses import dataclass

from exerciseplanner.exchange.spreadsheets.cells import as_text, is_nothing, one_line
from exerciseplanner.exchange.spreadsheets.sheets import Cell, Row, Sheet
from exerciseplanner.exchange.spreadsheets.similarity import LEVEL, LONGEST_HEADING, best_score
from exerciseplanner.exchange.spreadsheets.values import look

DEEPEST = 60
"""Rows searched for the header."""
_RECOGNISED = 0.55
_ENOUGH = 0.85
_MOST_HEADER_ROWS = 3


@dataclass(frozen=True)
class Header:
    """The header of a table: its rows, the text above each column, and where the data begin."""

    rows: tuple[int, ...]
    texts: tuple[str, ...]
    first_data_row: int


def find_header(sheet: Sheet) -> Header:
    """The header that fits best; one without rows where no row looks like a header."""
    deepest = min(DEEPEST, len(sheet.rows))
    scores = [_score(sheet, row) for row in range(deepest)]
    best = max(range(deepest), key=lambda row: (scores[row], -row), default=None)
    if best is None or scores[best] < _ENOUGH:
        return no_header(sheet)
    return header_at(sheet, _block(sheet, best, scores))


def no_header(sheet: Sheet) -> Header:
    """The header of a sheet that has none: columns are known by their letters."""
    first = next((row for row, cells in enumerate(sheet.rows) if any(c != "" for c in cells)), 0)
    return Header((), ("",) * sheet.width, first)


def header_at(sheet: Sheet, rows: tuple[int, ...]) -> Header:
    """The header that stands in these rows, whatever they look like."""
    lines = [_spread(sheet, row) for row in rows]
    texts = []
    for column in range(sheet.width):
        parts: list[str] = []
        for line in lines:
            part = one_line(line[column])
            if part and part not in parts:
                parts.append(part)
        texts.append(LEVEL.join(parts))
    return Header(rows, tuple(texts), rows[-1] + 1 if rows else no_header(sheet).first_data_row)


def _spread(sheet: Sheet, row: int) -> list[str]:
    """The texts of a row with wide merged cells repeated across the columns they cover."""
    texts = [as_text(value) for value in sheet.rows[row]]
    for span in sheet.spans:
        if span.top <= row <= span.bottom and span.right > span.left:
            value = as_text(sheet.rows[span.top][span.left])
            for column in range(span.left, min(span.right + 1, len(texts))):
                texts[column] = texts[column] or value
    return texts


def _score(sheet: Sheet, row: int) -> float:
    """How much a row looks like a header: known words, no data in it, data of one look below."""
    cells = sheet.rows[row]
    held = [(column, value) for column, value in enumerate(cells) if not is_nothing(value)]
    if len(held) < 2 or len({as_text(value).casefold() for _, value in held}) < 2:
        return 0.0
    known = sum(_known(value) for _, value in held)
    stray = sum(_is_data(value) for _, value in held)
    below = sum(_changes_below(sheet, row, column) for column, _ in held)
    if stray and stray >= 0.15 * len(held) and stray >= known / 3:
        return 0.0
    score = known - 1.5 * stray + 0.75 * below
    return score * (0.4 + 0.6 * (known + 0.5 * below) / len(held))


def _known(value: Cell) -> float:
    if not isinstance(value, str) or len(value) > LONGEST_HEADING:
        return 0.0
    score = best_score(one_line(value))
    return score if score >= _RECOGNISED else 0.0


def _is_data(value: Cell) -> bool:
    if not isinstance(value, str):
        return True
    return len(value) > LONGEST_HEADING or (look(value) != "text" and not _known(value))


def _changes_below(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a text stands above times, numbers or far longer texts, as a heading does."""
    if not isinstance(sheet.rows[row][column], str) or _is_data(sheet.rows[row][column]):
        return False
    following = [cells[column] for cells in sheet.rows[row + 1 : row + 12]]
    held = [value for value in following if not is_nothing(value)]
    if not held:
        return False
    lengths = [len(value) for value in held if isinstance(value, str)]
    long = bool(lengths) and sum(lengths) > len(lengths) * max(
        30, 3 * len(as_text(sheet.rows[row][column]))
    )
    return long or sum(look(value) != "text" for value in held) > len(held) / 2


def _block(sheet: Sheet, best: int, scores: list[float]) -> tuple[int, ...]:
    """The header row with the lines of the same header above and below it."""
    rows = [best]
    if best and _is_group_line(sheet, best - 1):
        rows.insert(0, best - 1)
    while len(rows) < _MOST_HEADER_ROWS and _continues(sheet, rows[-1]):
        rows.append(rows[-1] + 1)
    return tuple(rows)


def _is_group_line(sheet: Sheet, row: int) -> bool:
    """Whether the row above a header names groups of its columns."""
    spans = [span for span in sheet.spans if span.top == row and span.left < span.right]
    cells = sheet.rows[row]
    held = [column for column, value in enumerate(cells) if not is_nothing(value)]
    if any(_is_data(cells[column]) for column in held) or not held:
        return False
    whole = any(span.right - span.left + 1 >= 0.8 * sheet.width for span in spans)
    if spans and not whole:
        return True
    joined = any(span.top <= row < span.bottom for span in sheet.spans)
    known = sum(bool(_known(cells[column])) for column in held)
    return joined or (len(held) >= 3 and known >= 0.6 * len(held))


def _continues(sheet: Sheet, row: int) -> bool:
    """Whether the row below still belongs to the header: units in brackets, or parts of groups."""
    if row + 1 >= len(sheet.rows):
        return False
    cells = sheet.rows[row + 1]
    held = [(column, value) for column, value in enumerate(cells) if not is_nothing(value)]
    if not held or any(_is_data(value) for _, value in held):
        return False
    texts = [as_text(value) for _, value in held]
    if all(text.startswith(("(", "[")) for text in texts):
        return True
    reaching = {span.left for span in sheet.spans if span.top <= row < span.bottom} | _under_groups(
        sheet, row
    )
    fresh = [column for column, _ in held if column not in reaching]
    return bool(reaching) and len(fresh) <= 0.25 * len(held)


def _under_groups(sheet: Sheet, row: int) -> set[int]:
    return {
        column
        for span in sheet.spans
        if span.top <= row <= span.bottom and span.left < span.right
        for column in range(span.left, span.right + 1)
        if span.right - span.left + 1 < 0.8 * sheet.width
    }


def repeats_header(row: Row, header: Header) -> bool:
    """Whether a row below repeats the header, as at the top of a printed page."""
    if not header.rows:
        return False
    for value, known in zip(row, header.texts, strict=False):
        if isinstance(value, str) and value and value in known:
            break
    else:
        return False
    pairs = [
        (one_line(as_text(value)), text)
        for value, text in zip(row, header.texts, strict=False)
        if value != ""
    ]
    same = sum(bool(value) and text.casefold().endswith(value.casefold()) for value, text in pairs)
    return len(pairs) >= 2 and same >= 0.8 * len(pairs)
