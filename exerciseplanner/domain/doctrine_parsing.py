"""How a doctrine pack is put together from plain data and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import cast

from exerciseplanner.domain.doctrine import (
    DoctrinePack,
    PackSummary,
    RatingScale,
    RatingValue,
    Transition,
)
from exerciseplanner.domain.doctrine_tables import (
    AUDIENCE,
    DEFAULTS,
    HEADER,
    KEYS,
    LEVEL,
    POLICY,
    SCALE,
    SCALE_VALUE,
    TABLES,
    TERM_TABLES,
    TRANSITION,
    TRANSITION_TABLES,
)
from exerciseplanner.domain.marking import Audience, ClassificationPolicy, Level
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.terms import (
    Rows,
    check_references,
    checked_rows,
    read_terms,
    refuse,
    row_name,
)

Data = Mapping[str, object]
Members = Mapping[str, frozenset[str]]


def extended(base: Data, pack: Data) -> dict[str, object]:
    """Lay the rows of `pack` over those of the pack it extends.

    A row with the code of an inherited row changes only the keys it states; any other row is
    added; a table named in `replaces` begins empty. Single values and defaults are overridden.
    """
    dropped = cast("Sequence[str]", pack.get("replaces", ()))
    result = {key: value for key, value in base.items() if key not in dropped}
    for key, value in pack.items():
        if key in TABLES:
            result[key] = _laid_over(result.get(key, ()), value)
        elif key == "defaults":
            result[key] = {**cast("Data", result.get(key, {})), **cast("Data", value)}
        elif key != "fragment":
            result[key] = value
    return result


def sourced(pack: Data) -> dict[str, object]:
    """Give the pack with its own source on every row that states none."""
    source = pack.get("source", "")
    result = dict(pack)
    for table in TABLES:
        if table in pack:
            result[table] = [{"source": source, **row} for row in cast("Rows", pack[table])]
    return result


def _laid_over(base: object, rows: object) -> list[Mapping[str, object]]:
    merged = {row_name(row): dict(row) for row in cast("Rows", base)}
    for row in cast("Rows", rows):
        merged[row_name(row)] = {**merged.get(row_name(row), {}), **row}
    return list(merged.values())


def parse_pack(data: Data, members: Members | None = None) -> DoctrinePack:
    """Read a complete pack; `members` gives the nations of each framework a release may name.

    Raises Refusal that names table, row and remedy where the data breaks a rule.
    """
    _check_keys(data)
    terms = {
        table: read_terms(shape.kind, table, data.get(table, ()), shape.columns)
        for table, shape in TERM_TABLES.items()
    }
    codes = {table: {term.code for term in rows} for table, rows in terms.items()}
    for table, shape in TERM_TABLES.items():
        check_references(table, terms[table], shape.columns, codes)
    scales = tuple(
        _scale(row) for row in checked_rows("rating_scales", _rows(data, "rating_scales"), SCALE)
    )
    policies = _policies(_rows(data, "policies"), members or {})
    codes["rating_scales"] = {scale.code for scale in scales}
    codes["policies"] = {policy.code for policy in policies}
    defaults = _defaults(data.get("defaults", {}), codes)
    _check_level(defaults, policies)
    return DoctrinePack(
        summary=summarise(data),
        all_terms=tuple(term for rows in terms.values() for term in rows),
        all_transitions=_transitions(data, codes),
        rating_scales=scales,
        classification=policies,
        defaults=defaults,
    )


def summarise(data: Data) -> PackSummary:
    """Read what the pack says of itself; Refusal where a part of it is missing."""
    for key in HEADER:
        if not isinstance(data.get(key), str) or not data[key]:
            raise Refusal(
                f"The doctrine pack does not state its {key}.",
                field=key,
                remedy=f"Write {key} as a text at the top.",
            )
    return PackSummary(*(str(data[key]) for key in HEADER))


def _check_keys(data: Data) -> None:
    unknown = sorted(set(data) - set(KEYS))
    if unknown:
        raise Refusal(
            f"The doctrine pack has a table “{unknown[0]}” that nobody knows.",
            field=unknown[0],
            remedy=f"Tables: {', '.join(TABLES)}.",
        )


def _rows(data: Data, table: str) -> object:
    return data.get(table, ())


def _scale(row: Mapping[str, object]) -> RatingScale:
    table = f"rating_scales[{row['code']}].values"
    values = checked_rows(table, row["values"], SCALE_VALUE)
    return RatingScale(
        code=str(row["code"]),
        name=str(row["name"]),
        rollup=str(row["rollup"]),
        values=tuple(_value(table, seq, value) for seq, value in enumerate(values)),
        definition=str(row.get("definition", "")),
        source=str(row.get("source", "")),
        tag=str(row["tag"]),
    )


def _value(table: str, seq: int, row: Mapping[str, object]) -> RatingValue:
    worth = str(row.get("worth", ""))
    try:
        fraction = Fraction(worth) if worth else None
    except (ValueError, ZeroDivisionError):
        refuse(table, str(row["code"]), f"worth holds “{worth}”", "Write a fraction such as 2/3.")
    if fraction is not None and not 0 <= fraction <= 1:
        refuse(table, str(row["code"]), f"worth is {worth}", "A worth lies between 0 and 1.")
    return RatingValue(
        code=str(row["code"]),
        label=str(row["label"]),
        definition=str(row.get("definition", "")),
        seq=seq,
        worth=fraction,
        counts=row["counts"] is True,
    )


def _policies(rows: object, members: Members) -> tuple[ClassificationPolicy, ...]:
    return tuple(_policy(row, members) for row in checked_rows("policies", rows, POLICY))


def _policy(row: Mapping[str, object], members: Members) -> ClassificationPolicy:
    table = f"policies[{row['code']}]"
    levels = checked_rows(f"{table}.levels", row["levels"], LEVEL)
    audiences = checked_rows(f"{table}.audiences", row.get("audiences", ()), AUDIENCE)
    return ClassificationPolicy(
        code=str(row["code"]),
        name=str(row["name"]),
        levels=tuple(
            Level(str(level["code"]), str(level["name"]), cast("int", level["rank"]))
            for level in levels
        ),
        release_phrase=str(row["release_phrase"]),
        release_separator=str(row["release_separator"]),
        audiences=tuple(
            Audience(
                str(audience["code"]),
                str(audience["name"]),
                members.get(str(audience.get("framework", audience["code"])), frozenset()),
            )
            for audience in audiences
        ),
        owner=str(row.get("owner", "")),
    )


def _transitions(data: Data, codes: Mapping[str, set[str]]) -> tuple[Transition, ...]:
    moves: list[Transition] = []
    for table, states in TRANSITION_TABLES.items():
        kind = TERM_TABLES[states].kind
        for row in checked_rows(table, _rows(data, table), TRANSITION):
            _check_move(table, row, states, codes)
            moves.append(
                Transition(
                    kind=kind,
                    from_code=str(row["from"]),
                    to_code=str(row["to"]),
                    role=str(row.get("role", "")),
                    source=str(row.get("source", "")),
                    tag=str(row["tag"]),
                )
            )
    return tuple(moves)


def _check_move(
    table: str, row: Mapping[str, object], states: str, codes: Mapping[str, set[str]]
) -> None:
    for key, known in (("from", codes[states]), ("to", codes[states]), ("role", codes["roles"])):
        code = str(row.get(key, ""))
        if code and code not in known:
            where = "roles" if key == "role" else states
            remedy = f"Use a code of {where}: {', '.join(sorted(known))}."
            refuse(table, row_name(row), f"{key} names “{code}”, which nobody knows", remedy)


def _defaults(data: object, codes: Mapping[str, set[str]]) -> dict[str, str]:
    defaults = {str(key): str(value) for key, value in cast("Data", data).items()}
    for name, table in DEFAULTS.items():
        if name not in defaults:
            refuse("defaults", name, "it is missing", "State what a new exercise starts with.")
        if table and defaults[name] not in codes[table]:
            what = f"“{defaults[name]}” is not in {table}"
            refuse("defaults", name, what, f"Use one of: {', '.join(sorted(codes[table]))}.")
    unknown = sorted(set(defaults) - set(DEFAULTS))
    if unknown:
        refuse("defaults", unknown[0], "nobody knows it", f"Known: {', '.join(DEFAULTS)}.")
    return defaults


def _check_level(defaults: Mapping[str, str], policies: Sequence[ClassificationPolicy]) -> None:
    for policy in policies:
        if policy.code == defaults["policy"]:
            policy.level(defaults["level"])
