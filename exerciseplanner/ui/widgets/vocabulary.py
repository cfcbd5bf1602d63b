"""What values are called in this exercise: terms, titles of records, planned times."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple, Protocol

from exerciseplanner.domain.fields import Field
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.time import (
    format_offset,
    format_planned_time,
    understand_planned_time,
)
from exerciseplanner.ui.widgets import wording

_WORDING_TABLES = frozenset({"term", "marking_level", "marking_audience", "rating_scale"})


class Option(NamedTuple):
    """One of the values a field may take: its code or id, its label, and a detail beside it."""

    code: str
    label: str
    detail: str = ""


class Lists(Protocol):
    """Where the vocabulary gets its words from."""

    def terms(self, kind: str) -> tuple[Option, ...]:
        """The terms of one kind, in the order of the doctrine pack."""
        ...

    def records(self, noun: str) -> tuple[Option, ...]:
        """The records of one noun, by the name people call them."""
        ...

    def startex(self) -> datetime:
        """STARTEX as an aware UTC moment."""
        ...

    def zone(self) -> str:
        """The letter of the exercise time zone."""
        ...


class Vocabulary:
    """Words values for people, reads what people type, and lists what a field may take."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._labels: dict[str, dict[str, str]] = {}
        self._times: dict[object, str] = {}
        self._ranks: dict[str, dict[str, int]] = {}
        self._writers: dict[str, Callable[[Field, Any], str]] = {
            "choice": self._coded,
            "pick": self._coded,
            "reference": self._coded,
            "references": self._listed,
            "codes": self._listed,
            "planned": lambda _, value: self.planned(value),
            "moment": lambda _, value: wording.moment_text(value, self.zone),
            "date": lambda _, value: wording.date_text(value),
            "minutes": lambda _, value: wording.minutes_text(value),
            "whole": lambda _, value: wording.number_text(value),
            "degrees": lambda _, value: wording.number_text(value),
            "flag": lambda _, value: wording.flag_text(value),
        }
        self._readers: dict[str, Callable[[Field, str], Any]] = {
            "choice": self._code_named,
            "pick": self._code_named,
            "reference": self._code_named,
            "references": self._codes_named,
            "codes": self._codes_named,
            "planned": lambda _, text: self.read_planned(text),
            "moment": lambda _, text: wording.read_moment(text, self.zone, self.startex),
            "date": lambda _, text: wording.read_date(text),
            "minutes": lambda _, text: wording.read_minutes(text),
            "whole": lambda field, text: wording.read_number(text, field),
            "degrees": lambda field, text: wording.read_number(text, field),
            "flag": lambda _, text: wording.read_flag(text),
        }

    def forget(self, touched: Iterable[str] = ()) -> None:
        """Ask anew for the words of these nouns; for every word where terms have changed."""
        nouns = set(touched)
        if not nouns or "exercise" in nouns:
            self._times.clear()
        every = not nouns or not nouns.isdisjoint(_WORDING_TABLES)
        for key in [key for key in self._labels if every or key.split("/")[1] in nouns]:
            del self._labels[key], self._ranks[key]

    @property
    def startex(self) -> datetime:
        """STARTEX as an aware UTC moment."""
        return self._lists.startex().astimezone(UTC)

    @property
    def zone(self) -> str:
        """The letter of the exercise time zone."""
        return self._lists.zone() or "Z"

    def text(self, field: Field, value: Any) -> str:
        """The value as people read it."""
        writer = self._writers.get(field.kind)
        if writer:
            return writer(field, value)
        return "" if value is None else str(value)

    def parse(self, field: Field, text: str) -> Any:
        """The value that a text stands for. Raises Refusal."""
        reader = self._readers.get(field.kind)
        return reader(field, text) if reader else text

    def options(self, field: Field) -> tuple[Option, ...]:
        """What the field may take, in order; nothing where it is free."""
        if field.kind == "pick":
            return tuple(Option(code, label) for code, label in field.options)
        if field.kind in ("choice", "codes"):
            return self._lists.terms(field.choices) if field.choices else ()
        if field.kind in ("reference", "references"):
            return self._lists.records(field.choices)
        return ()

    def label(self, field: Field, code: str) -> str:
        """What a code or id is called; the code itself where nobody knows it."""
        return self._words(field).get(code, code)

    def rank(self, field: Field, code: str | None) -> int | None:
        """The place of a code in its list; None without a code."""
        if not code:
            return None
        self._words(field)
        ranks = self._ranks[_list_of(field)]
        return ranks.get(code, len(ranks))

    def planned(self, minutes: int | None) -> str:
        """A planned time as a date-time group."""
        return self._timed(format_planned_time, minutes)

    def offset(self, minutes: int | None) -> str:
        """A planned time as STARTEX+2 0900."""
        return self._timed(format_offset, minutes)

    def _timed(self, written: Callable[[int, datetime, str], str], minutes: int | None) -> str:
        if minutes is None:
            return ""
        key = (written, minutes)
        if key not in self._times:
            self._times[key] = written(minutes, self.startex, self.zone)
        return self._times[key]

    def read_planned(self, text: str) -> int | None:
        """Minutes from STARTEX of a typed time; None for an empty one. Raises Refusal."""
        now = datetime.now(UTC)
        return understand_planned_time(text, self.startex, self.zone, now=now).minutes

    def _words(self, field: Field) -> dict[str, str]:
        key = _list_of(field)
        if key not in self._labels:
            options = self.options(field)
            self._labels[key] = {option.code: option.label for option in options}
            self._ranks[key] = {option.code: place for place, option in enumerate(options)}
        return self._labels[key]

    def _coded(self, field: Field, value: Any) -> str:
        return self.label(field, str(value)) if value else ""

    def _listed(self, field: Field, value: Any) -> str:
        return ", ".join(self.label(field, code) for code in wording.codes_of(value))

    def _code_named(self, field: Field, text: str) -> str | None:
        wanted = text.strip().casefold()
        if not wanted:
            return None if field.kind == "reference" else ""
        options = self.options(field)
        for option in options:
            if wanted in (option.code.casefold(), option.label.casefold()):
                return option.code
        begun = [option for option in options if option.label.casefold().startswith(wanted)]
        begun = begun or [option for option in options if wanted in option.label.casefold()]
        if len(begun) == 1:
            return begun[0].code
        raise _unknown(field, text, begun or list(options))

    def _codes_named(self, field: Field, text: str) -> tuple[str, ...]:
        parts = [part.strip() for part in text.replace(";", ",").split(",")]
        free = field.kind == "codes" and not self.options(field)
        named = (part if free else self._code_named(field, part) for part in parts if part)
        return tuple(code for code in named if code)


def _list_of(field: Field) -> str:
    return f"{field.kind}/{field.choices or field.name}/{len(field.options)}"


def _unknown(field: Field, text: str, near: list[Option]) -> Refusal:
    if not near:
        return Refusal(f"{field.label}: there is nothing to choose from.", field=field.name)
    some = ", ".join(option.label for option in near[:5])
    more = "" if len(near) <= 5 else f" and {len(near) - 5} more"
    return Refusal(
        f"“{text}” is not known as {field.label.lower()}.",
        field=field.name,
        remedy=f"Possible: {some}{more}.",
    )
