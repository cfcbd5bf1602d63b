"""Searching every text of the exercise at once."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.query import query
from exerciseplanner.workspace.records import table_of


class Hit(NamedTuple):
    """One row that holds the words: its noun, id, code and title, and the text around a word."""

    noun: str
    id: str
    code: str
    title: str
    excerpt: str


_BUILD = """
CREATE TEMP TABLE IF NOT EXISTS search_state (head INTEGER);
CREATE TEMP TABLE IF NOT EXISTS search_place
    (place INTEGER PRIMARY KEY, noun TEXT, row_id TEXT, UNIQUE (noun, row_id));
CREATE VIRTUAL TABLE IF NOT EXISTS temp.search USING fts5
    (code, title, body, folded, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
"""
_FIND = (
    "SELECT p.noun, p.row_id, s.code, s.title, snippet(search, 2, '', '', '…', 12) "
    "FROM temp.search s JOIN temp.search_place p ON p.place = s.rowid WHERE search MATCH ? "
    "ORDER BY bm25(search, 10.0, 5.0, 1.0, 2.0), p.place LIMIT ?"
)
_MOST_WORDS = 24


@query(*NOUNS)
def search(desk: Desk, words: str, limit: int = 50) -> tuple[Hit, ...]:
    """The rows that hold every word (or its beginning), the best first.

    Letters are found by the plain letter too: `tromso` finds Tromsø, `lodz` finds Łódź. The index
    lives in memory beside the connection, never in the exercise file, so that deleted text does
    not stay behind in it.
    """
    wanted = _match(words)
    if not wanted:
        return ()
    _refresh(desk)
    return tuple(map(Hit._make, desk.plain(_FIND, (wanted, limit))))


def _match(words: str) -> str:
    clean = words.encode("utf-8", "replace").decode().replace("\x00", " ")
    terms = [word.replace('"', '""') for word in clean.split()]
    spoken = [term for term in terms if any(c.isalnum() for c in term)]
    return " ".join(f'"{term}"*' for term in spoken[:_MOST_WORDS])


def _refresh(desk: Desk) -> None:
    for statement in _BUILD.strip().rstrip(";").split(";"):
        desk.run(statement)
    head = int(desk.plain("SELECT coalesce(max(id), 0) FROM step")[0][0])
    known = desk.plain("SELECT head FROM temp.search_state")
    if not known:
        for name in NOUNS:
            _index(desk, name, "")
        desk.plain("INSERT INTO temp.search_state VALUES (?)", (head,))
    elif known[0][0] != head:
        _catch_up(desk, int(known[0][0]))
        desk.plain("UPDATE temp.search_state SET head = ?", (head,))


def _catch_up(desk: Desk, since: int) -> None:
    touched = desk.plain("SELECT DISTINCT noun FROM change WHERE step > ?", (since,))
    for (name,) in touched:
        if name not in NOUNS:
            continue
        stale = f"(SELECT row_id FROM change WHERE step > {since} AND noun = '{name}')"
        places = f"SELECT place FROM temp.search_place WHERE noun = '{name}' AND row_id IN {stale}"
        desk.run(f"DELETE FROM temp.search WHERE rowid IN ({places})")
        desk.run(f"DELETE FROM temp.search_place WHERE place IN ({places})")
        _index(desk, name, f"WHERE id IN {stale}")


def _index(desk: Desk, name: str, where: str) -> None:
    noun = NOUNS[name]
    table = f'main."{table_of(noun).name}"'
    words = [each.name for each in noun.columns if each.kind in ("line", "text")]
    body = "||' '||".join(f'"{word}"' for word in words) or "''"
    code = f'"{noun.code}"' if noun.code else "''"
    desk.run(
        f"INSERT INTO temp.search_place (noun, row_id) SELECT '{name}', id FROM {table} {where}"
    )
    desk.run(
        "INSERT INTO temp.search (rowid, code, title, body, folded) "
        f'SELECT p.place, {code}, "{noun.title}", {body}, fold({body}) '
        f"FROM {table} JOIN temp.search_place p ON p.noun = '{name}' AND p.row_id = id {where}"
    )
