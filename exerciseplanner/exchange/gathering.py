"""Doubts and losses as they are met: what is alike is said once, with how often and of whom."""

from __future__ import annotations

from collections.abc import Iterable

from exerciseplanner.domain.intake import Doubt, Severity

_MOST_ALONE = 3
_MOST_NAMED = 8
_LONGEST = 200


class Gathered:
    """Doubts as they are met; those that say the same of many become one."""

    def __init__(self, severity: Severity = "doubt") -> None:
        self._severity = severity
        self._places: dict[str, list[str]] = {}

    def add(self, place: str, said: str) -> None:
        """Note one doubt about what stands at a place."""
        self._places.setdefault(said, []).append(place)

    def doubts(self, source: str, what: str) -> list[Doubt]:
        """Every doubt; `source` is the place of one that concerns many of `what` (units)."""
        found = []
        for said, places in self._places.items():
            if len(places) <= _MOST_ALONE:
                found += [Doubt(place, said, self._severity) for place in places]
            else:
                of_whom = f"{len(places)} {what}{some(_last(each) for each in places)}"
                found.append(Doubt(source, f"{of_whom}: {said}", self._severity))
        return found


def some(names: Iterable[str]) -> str:
    """The first few of some names in brackets, with a space before them; empty for none."""
    known = list(dict.fromkeys(brief(name) for name in names if name))
    if not known:
        return ""
    more = ", …" if len(known) > _MOST_NAMED else ""
    return f" ({', '.join(known[:_MOST_NAMED])}{more})"


def brief(text: str) -> str:
    """A text of somebody else as a sentence can take it: its beginning where it is long."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _last(place: str) -> str:
    return place.rpartition(" / ")[2]
