"""The scale on which one proposed row is weighed: what the source says against what stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from exerciseplanner.domain.fields import Field, Noun
from exerciseplanner.domain.intake import Doubt, Link, Proposed
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.workspace.checking import checked
from exerciseplanner.workspace.desk import AnyRow, can_be_kept
from exerciseplanner.workspace.ground import Ground, blank, brief
from exerciseplanner.workspace.handed_out import Pair
from exerciseplanner.workspace.records import table_of
from exerciseplanner.workspace.weighed import NOTHING, Difference, Weighed, What

_EMPTY = (None, "", "[]")
_TEXTS = ("line", "text")
_LEAST_DEGREES = 1e-7
"""A centimetre on the ground."""


class Scale:
    """Weighs one proposed row after another against the ground."""

    def __init__(self, ground: Ground, overwrite: bool) -> None:
        self._ground = ground
        self._overwrite = overwrite
        self._serials: set[str] = set()
        self._seen: dict[tuple[str, str, str] | None, object] = {}

    def weigh(self, row: Proposed) -> Weighed:
        """What becomes of a proposed row."""
        row_id = self._ground.ids[row.noun, row.key]
        try:
            said = self._said(row, row_id)
        except Refusal as refusal:
            return Weighed(row, "refused", row_id, message=str(refusal))
        links: Mapping[str, tuple[str, ...]] = NOTHING
        told: Mapping[str, object] = said
        if row.links:
            links = {name: self._targets(row, listed) for name, listed in row.links.items()}
            told = {**said, **{name: list(ids) for name, ids in links.items()}}
        standing = self._ground.standing(row.noun).get(row_id)
        if standing is None:
            values = self._numbered(row, said)
            return Weighed(row, "added", row_id, values=values, said=told, links=links)
        differences = (
            *self._differences(row, standing, said),
            *self._link_differences(row, row_id, links),
        )
        taken = {each.field: each.after for each in differences if each.taken}
        what: What = "changed" if taken else ("kept" if differences else "same")
        return Weighed(
            row,
            what,
            row_id,
            values={name: value for name, value in taken.items() if name not in links},
            said=told,
            differences=differences,
            links={name: ids for name, ids in taken.items() if isinstance(ids, tuple)},
        )

    def _differences(
        self, row: Proposed, standing: AnyRow, said: Mapping[str, object]
    ) -> Iterable[Difference]:
        base = self._ground.said_before(row)
        for name, new in said.items():
            now = getattr(standing, name)
            if _is_same(now, new) or (name in base and _is_same(base[name], brief(new))):
                continue
            if name == "external_id" and new == standing.id:
                continue  # its own id is not that of somebody else
            went_out = self._ground.went_out(row, name)
            if name not in base and went_out and went_out[-1][0] == blank(new):
                continue
            only_source = _is_unchanged(name, now, base, went_out)
            outdated = any(pair[0] == blank(new) for pair in went_out[:-1])
            wanted = self._overwrite or (only_source and not outdated)
            taken = wanted and self._is_free(row, name, new)
            yield Difference(name, _label(row.noun, name), now, new, taken)

    def _link_differences(
        self, row: Proposed, row_id: str, links: Mapping[str, tuple[str, ...]]
    ) -> Iterable[Difference]:
        """Links are a set on each side: what either side added or took away is done."""
        base = self._ground.said_before(row)
        for name, new in links.items():
            now = tuple(self._ground.linked(row.noun, NOUNS[row.noun].field(name), row_id))
            before = base.get(name)
            known: tuple[str, ...] = tuple(before) if isinstance(before, list) else ()
            gone = set(known) - set(new)
            after = [each for each in now if each not in gone]
            after += [each for each in new if each not in now and each not in known]
            if self._overwrite and set(new) != set(known):
                after = list(new)
            if set(after) != set(now):
                yield Difference(name, _label(row.noun, name), now, tuple(after), taken=True)

    def _said(self, row: Proposed, row_id: str) -> dict[str, object]:
        about = _described(row.noun)
        texts = about.texts
        said: dict[str, object] = {}
        for name, value in row.values.items():
            # Nearly every cell is a text that stands as it is, and there are many of them.
            if (
                name in texts
                and isinstance(value, str)
                and value.isprintable()
                and value.strip() == value
            ):
                said[name] = value
            elif isinstance(value, Link):
                said[name] = self._ground.target(row.place, value)
            elif (field := about.fields.get(name)) is not None:
                said[name] = self._checked(row, about.noun, field, value)
            elif name in about.columns and not (isinstance(value, str) and not can_be_kept(value)):
                said[name] = value
            else:
                one = about.noun.singular
                raise Refusal(f"A {one} cannot have “{value}” as {name}.", field=name)
        new = row_id not in self._ground.standing(row.noun)
        for each in about.required:
            if (new or each.name in said) and said.get(each.name) in (None, ""):
                raise Refusal(f"{each.label} is missing.", field=each.name)
        return said

    def _checked(self, row: Proposed, noun: Noun, each: Field, value: object) -> object:
        """A value as the table keeps it; few texts are met once, and each is looked at once."""
        key = (noun.name, each.name, value) if type(value) is str else None
        if key in self._seen:
            return self._seen[key]
        try:
            found = checked(self._ground.desk, noun, each, value)
            if key is not None:
                self._seen[key] = found
            return found
        except Refusal as refusal:
            if each.required:
                raise
            self._ground.doubts.append(Doubt(row.place, f"{refusal} It was left empty."))
            return checked(self._ground.desk, noun, each, None)

    def _targets(self, row: Proposed, links: Iterable[Link]) -> tuple[str, ...]:
        found = (self._ground.target(row.place, link) for link in links)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def _numbered(self, row: Proposed, said: Mapping[str, object]) -> Mapping[str, object]:
        """The values of a new row, without a serial that another row has."""
        wanted = str(said.get("serial") or "")
        if not wanted:
            return said
        free = self._is_free(row, "serial", wanted)
        self._serials.add(wanted)
        return said if free else {**said, "serial": ""}

    def _is_free(self, row: Proposed, name: str, value: object) -> bool:
        """Whether a value may stand there: no two rows have one serial."""
        if name != "serial":
            return True
        holders = set(self._ground.by_field(row.noun, "serial").get(str(value).casefold(), ()))
        if not holders - {self._ground.ids[row.noun, row.key]} and value not in self._serials:
            return True
        said = f"The serial {value} belongs to another row and was not taken over."
        self._ground.doubts.append(Doubt(row.place, said))
        return False


def _is_same(now: object, new: object) -> bool:
    """Whether two values are the same; programs that pass degrees on cut off their last figures."""
    if isinstance(now, float) and isinstance(new, float):
        return abs(now - new) < _LEAST_DEGREES
    return now == new


def _is_unchanged(
    name: str, now: object, base: Mapping[str, object], went_out: Sequence[Pair]
) -> bool:
    """Whether a value stands as the source last knew it, or was never filled.

    What went out may say the same in another way: letters for digits, a code for a name.
    """
    if name not in base:
        return now in _EMPTY or any(pair[1] == blank(now) for pair in went_out)
    return _is_same(base[name], brief(now)) or (blank(base[name]), blank(now)) in went_out


class _Described(NamedTuple):
    """A noun with its fields by name, those that hold text, those that it cannot be without."""

    noun: Noun
    fields: Mapping[str, Field]
    texts: frozenset[str]
    required: tuple[Field, ...]
    columns: frozenset[str]


@cache
def _described(name: str) -> _Described:
    noun = NOUNS[name]
    return _Described(
        noun,
        {each.name: each for each in noun.columns},
        frozenset(each.name for each in noun.columns if each.kind in _TEXTS),
        tuple(each for each in noun.columns if each.required),
        frozenset(table_of(noun).c.keys()),
    )


def _label(noun: str, name: str) -> str:
    return next((each.label for each in NOUNS[noun].fields if each.name == name), name)
