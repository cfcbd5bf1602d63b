"""How a noun is listed by `show`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exerciseplanner.workspace.query import Query


@dataclass(frozen=True)
class Listing:
    """How one noun is listed.

    `columns` are (heading, key of the row as an object); `tree` indents the first of them by
    `parent_id`.
    """

    noun: str
    query: Query[[], tuple[Any, ...]]
    columns: tuple[tuple[str, str], ...]
    tree: bool = False
