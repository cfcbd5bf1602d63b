"""The UUIDs of what goes out: the one it came with, its own, or one made of its id for good."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from typing import NamedTuple

from exerciseplanner.exchange.c2sim.codes import NIL
from exerciseplanner.exchange.writing import outer_ids

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_OURS = uuid.uuid5(uuid.NAMESPACE_DNS, "exerciseplanner")


def is_uuid(text: str) -> bool:
    """Whether a text is a UUID that stands for something."""
    return bool(_UUID.fullmatch(text)) and text != NIL


def uuid_of(text: str) -> str:
    """The same UUID for the same text, always and everywhere."""
    return str(uuid.uuid5(_OURS, text))


def uuids(rows: Iterable[NamedTuple]) -> dict[str, str]:
    """The UUID of every row, by its id."""
    return {
        own: outer if is_uuid(outer) else uuid_of(outer) for own, outer in outer_ids(rows).items()
    }
