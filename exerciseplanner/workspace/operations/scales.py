"""Wording the values of rating scales in this exercise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.doctrine import rating_value
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation

_WORDED = {"name": "Name", "definition": "Definition"}


@operation("Word rating value")
def edit_rating_values(desk: Desk, ids: Iterable[str], changes: Mapping[str, object]) -> None:
    """Give values of a scale another name or definition; code and worth stay as doctrine has them.

    Raises:
        Refusal: another field would change, or the name is empty.
    """
    words = {name: str(value or "").strip() for name, value in changes.items()}
    for name, text in words.items():
        if name not in _WORDED:
            raise Refusal(
                f"The {name} of a rating value belongs to its scale and cannot be changed.",
                field=name,
                remedy="Name and definition can be worded anew.",
            )
        if name == "name" and not text:
            raise Refusal("A rating value needs a name.", field="name", remedy="Type one.")
    for row in desk.rows(rating_value, ids):
        if any(getattr(row, name) != text for name, text in words.items()):
            desk.change(rating_value, [str(row.id)], words)
