"""One row of reference data (a term) and how rows of plain data are checked and read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from exerciseplanner.domain.refusals import Refusal

Value = str | int | bool | tuple[str, ...]
Rows = tuple[Mapping[str, object], ...]

EVIDENCE_WORDS = (
    ("C", "Confirmed"),
    ("C2", "Secondary source"),
    ("R", "Recalled"),
    ("R?", "To verify"),
)
"""Evidence tags with what they mean, best first."""

EVIDENCE_TAGS = tuple(tag for tag, _ in EVIDENCE_WORDS)


@dataclass(frozen=True)
class Term:
    """One row of a doctrine pack or catalogue; `kind` is the noun of the list it belongs to."""

    kind: str
    code: str
    name: str
    definition: str = ""
    seq: int = 0
    attributes: Mapping[str, Value] = field(default_factory=dict, hash=False)
    source: str = ""
    tag: str = "R?"

    @property
    def is_to_verify(self) -> bool:
        """Whether the row must be checked before anybody relies on it."""
        return self.tag == "R?"

    def text(self, name: str) -> str:
        """Give the attribute as text, empty where the row does not state it."""
        value = self.attributes.get(name, "")
        return value if isinstance(value, str) else str(value)

    def number(self, name: str) -> int | None:
        """Give the attribute as a whole number, None where the row does not state one."""
        value = self.attributes.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, name: str) -> bool:
        """Tell whether the attribute is stated and true."""
        return self.attributes.get(name) is True

    def listing(self, name: str) -> tuple[str, ...]:
        """Give the attribute as a list of texts, empty where the row does not state one."""
        value = self.attributes.get(name, ())
        return value if isinstance(value, tuple) else ()


@dataclass(frozen=True)
class Column:
    """What one key of a row may hold.

    `type` is str, int, bool, tuple (a list of texts) or list (rows of their own); `choices` limits
    a text; `refers_to` names the table whose codes the text must be among.
    """

    type: type = str
    required: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""


EVIDENCE: Mapping[str, Column] = {
    "source": Column(),
    "tag": Column(required=True, choices=EVIDENCE_TAGS),
}
"""The keys by which every row says what it rests on."""

CODED: Mapping[str, Column] = {
    "code": Column(required=True),
    "name": Column(required=True),
    "definition": Column(),
    **EVIDENCE,
}
"""The keys every coded row has."""

_NAMING = ((("code",), ""), (("from", "to"), " to "), (("framework", "country", "since"), " "))

_TYPE_NAMES = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    tuple: "a list of texts",
    list: "a list of rows",
}


def refuse(table: str, row: str, what: str, remedy: str) -> NoReturn:
    """Raise the Refusal that names table and row of faulty reference data."""
    raise Refusal(f"{table}, row “{row}”: {what}.", field=f"{table}.{row}", remedy=remedy)


def row_name(row: Mapping[str, object]) -> str:
    """Name a row as its author would: by its code, by its move, or by whom it is about."""
    for keys, between in _NAMING:
        if all(key in row for key in keys):
            return between.join(str(row[key]) for key in keys)
    return " ".join(str(value) for value in row.values())


def checked_rows(table: str, rows: object, columns: Mapping[str, Column]) -> Rows:
    """Give the rows of `table` once every key, type and choice is allowed and no row comes twice.

    Raises Refusal that names table, row and remedy.
    """
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        refuse(table, "all", "this is not a list of rows", "Write it as a list of tables.")
    seen: set[str] = set()
    for row in rows:
        if not isinstance(row, Mapping):
            refuse(table, str(row), "this is not a row", "Write it as a table of keys and values.")
        name = row_name(row)
        _check_row(table, name, row, columns)
        if name in seen:
            refuse(table, name, "this row comes twice", "Give every row a code of its own.")
        seen.add(name)
    return tuple(rows)


def read_terms(
    kind: str, table: str, rows: object, columns: Mapping[str, Column]
) -> tuple[Term, ...]:
    """Read rows as terms of `kind`, in order; what is beyond the common keys becomes attributes."""
    checked = checked_rows(table, rows, {**CODED, **columns})
    return tuple(_term(kind, seq, row) for seq, row in enumerate(checked))


def check_references(
    table: str, terms: Sequence[Term], columns: Mapping[str, Column], codes: Mapping[str, set[str]]
) -> None:
    """Raise Refusal where a term names a code that its target table does not hold."""
    for name, column in columns.items():
        for term in terms if column.refers_to else ():
            known = codes.get(column.refers_to, set())
            for value in _named(term.attributes.get(name)):
                if value not in known:
                    what = f"{name} names “{value}”, which {column.refers_to} does not hold"
                    refuse(table, term.code, what, f"Use one of: {', '.join(sorted(known))}.")


def _named(value: Value | None) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _term(kind: str, seq: int, row: Mapping[str, object]) -> Term:
    return Term(
        kind=kind,
        code=str(row["code"]),
        name=str(row["name"]),
        definition=str(row.get("definition", "")),
        seq=seq,
        attributes={key: as_value(value) for key, value in row.items() if key not in CODED},
        source=str(row.get("source", "")),
        tag=str(row["tag"]),
    )


def as_value(value: object) -> Value:
    """Give a checked cell as an attribute; lists become tuples so that nobody can change them."""
    if isinstance(value, bool | int | str):
        return value
    assert isinstance(value, Sequence)
    return tuple(str(item) for item in value)


def _check_row(
    table: str, name: str, row: Mapping[str, object], columns: Mapping[str, Column]
) -> None:
    unknown = sorted(set(row) - set(columns))
    if unknown:
        refuse(table, name, f"nobody knows the key “{unknown[0]}”", f"Keys: {', '.join(columns)}.")
    for key, column in columns.items():
        if column.required and row.get(key, "") == "":
            refuse(table, name, f"the key “{key}” is missing", f"State {key} for this row.")
        if key in row:
            _check_cell(table, name, key, row[key], column)


def _check_cell(table: str, name: str, key: str, value: object, column: Column) -> None:
    if not _has_type(value, column.type):
        wanted = _TYPE_NAMES[column.type]
        refuse(table, name, f"{key} holds {value!r}", f"It must be {wanted}.")
    if column.choices and value not in column.choices:
        choices = ", ".join(column.choices)
        refuse(table, name, f"{key} holds “{value}”", f"It must be one of: {choices}.")


def _has_type(value: object, wanted: type) -> bool:
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if wanted is tuple:
        return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)
    if wanted is list:
        return isinstance(value, list | tuple)
    return isinstance(value, wanted)
