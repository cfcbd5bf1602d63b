"""Searching every text of the exercise at once."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import text

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


_BUILD = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search USING fts5("
    "noun UNINDEXED, row_id UNINDEXED, code, title, body, "
    "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')"
)


@query(*NOUNS)
def search(desk: Desk, words: str, limit: int = 50) -> tuple[Hit, ...]:
    """The rows that hold every word (or its beginning), the best first.

    The index lives in memory beside the connection, never in the exercise file, so that deleted
    text does not stay behind in it.
    """
    wanted = _match(words)
    if not wanted:
        return ()
    _refresh(desk)
    rows = desk.all(
        text(
            "SELECT noun, row_id, code, title, snippet(search, 4, '', '', '…', 12) "
            "FROM temp.search WHERE search MATCH :wanted "
            "ORDER BY bm25(search, 0, 0, 10.0, 5.0, 1.0) LIMIT :limit"
        ).bindparams(wanted=wanted, limit=limit)
    )
    return tuple(map(Hit._make, rows))


def _match(words: str) -> str:
    terms = [word.replace('"', '""') for word in words.split()]
    return " ".join(f'"{term}"*' for term in terms if any(c.isalnum() for c in term))


def _refresh(desk: Desk) -> None:
    state = desk.first(text("SELECT coalesce(max(id), 0) FROM step"))
    head = int(state[0]) if state else 0
    desk.run("CREATE TEMP TABLE IF NOT EXISTS search_state (head INTEGER)")
    desk.run(_BUILD)
    known = desk.first(text("SELECT head FROM temp.search_state"))
    if known is not None and known[0] == head:
        return
    _index(desk, since=int(known[0]) if known is not None else None)
    desk.run("DELETE FROM temp.search_state")
    desk.run(f"INSERT INTO temp.search_state VALUES ({head})")


def _index(desk: Desk, since: int | None) -> None:
    for name, noun in NOUNS.items():
        table = table_of(noun)
        words = [each.name for each in noun.columns if each.kind in ("line", "text")]
        body = "||' '||".join(f'"{word}"' for word in words) or "''"
        code = f'"{noun.code}"' if noun.code else "''"
        stale = ""
        if since is not None:
            stale = f"(SELECT row_id FROM change WHERE step > {since} AND noun = '{name}')"
            desk.run(f"DELETE FROM temp.search WHERE noun = '{name}' AND row_id IN {stale}")
        desk.run(
            f"INSERT INTO temp.search SELECT '{name}', id, {code}, \"{noun.title}\", "
            f"{body} || ' ' || fold({body}) "
            f'FROM main."{table.name}"' + (f" WHERE id IN {stale}" if stale else "")
        )
