"""How surely the words above a column mean a field."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType

from exerciseplanner.exchange.spreadsheets.headings import (
    ALIASES,
    GENERIC,
    HEADINGS,
    NO_FIELD,
    ONLY_WHOLE,
)

Words = tuple[str, ...]

NONE = "none"
"""Scored like a field: the heading of a column that no field keeps."""

LEVEL = " › "
"""Between the lines of a header of several rows, as in 'Delivery › From'."""
LONGEST_HEADING = 80
_MOST_WORDS = 9
_GENERIC = frozenset(GENERIC.split())
_ONLY_WHOLE = frozenset(ONLY_WHOLE.split())
_GENERIC_WEIGHT = 0.35
_NOT_EXACT = 0.88
_CONTAINED = 0.6
_LESS_SPECIFIC = 0.75
_BRACKETS = re.compile(r"[\(\[\{][^\)\]\}]*[\)\]\}]")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NUMBER_SIGNS = re.compile(r"#|№|\bn[°º]|\bn\.\s?[°º]", re.IGNORECASE)
_UMLAUTS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})


def words(text: str) -> Words:
    """A heading as plain words: lower case, no accents, singular, short forms spelt out."""
    text = _NUMBER_SIGNS.sub(" number ", _HUMP.sub(" ", text))
    text = unicodedata.normalize("NFKD", text.casefold().translate(_UMLAUTS))
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return tuple(_plain(word) for word in re.findall(r"[^\W_]+", text))


def _plain(word: str) -> str:
    word = ALIASES.get(word, word)
    if len(word) > 3 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return ALIASES.get(word, word)


def _weight(parts: Words | frozenset[str]) -> float:
    return sum(_GENERIC_WEIGHT if part in _GENERIC else 1.0 for part in parts)


def _entries() -> dict[Words, dict[str, float]]:
    entries: dict[Words, dict[str, float]] = defaultdict(dict)
    for field, listed in {**HEADINGS, NONE: NO_FIELD}.items():
        for heading in listed.split(";"):
            text, _, sureness = heading.strip().partition("~")
            key = tuple(sorted(words(text)))
            entries[key][field] = max(entries[key].get(field, 0.0), float(sureness or 1))
    return dict(entries)


_ENTRIES = _entries()
_BY_WORD: dict[str, set[Words]] = defaultdict(set)
for _key in _ENTRIES:
    for _word in _key:
        if len(_key) > 1 or _word not in _ONLY_WHOLE:
            _BY_WORD[_word].add(_key)
_LONG_WORDS = sorted(word for word in _BY_WORD if len(word) > 4)


@lru_cache(maxsize=4096)
def heading_scores(text: str) -> Mapping[str, float]:
    """For each field that the heading may mean, how surely, from above 0 to 1."""
    if len(text) > 2 * LONGEST_HEADING:
        return MappingProxyType({})
    scores: dict[str, float] = {}
    if LEVEL in text:
        _keep_best(scores, heading_scores(text.rsplit(LEVEL, 1)[1]), 0.98)
    outside = _BRACKETS.sub(" ", text)
    _keep_best(scores, _scores_of(words(text)), 1.0)
    if outside != text:
        _keep_best(scores, _scores_of(words(outside)), 0.98)
    parts = re.split(r"[/|\n]", outside)
    if len(parts) > 1:
        for number, part in enumerate(parts[:4]):
            _keep_best(scores, _scores_of(words(part)), 0.9 if number == 0 else 0.85)
    return MappingProxyType(scores)


def _keep_best(scores: dict[str, float], more: Mapping[str, float], factor: float) -> None:
    for field, score in more.items():
        scores[field] = max(scores.get(field, 0.0), score * factor)


def _scores_of(parts: Words) -> Mapping[str, float]:
    if not parts or len(parts) > _MOST_WORDS:
        return {}
    key = tuple(sorted(_spelt(parts)))
    exact = _ENTRIES.get(key)
    scores = dict(exact) if exact else {}
    mine = frozenset(key)
    for other in {other for word in mine for other in _BY_WORD.get(word, ())}:
        likeness = _likeness(mine, frozenset(other))
        if likeness > 0.3:
            _keep_best(scores, _ENTRIES[other], likeness)
    return scores


def _spelt(parts: Words) -> Words:
    """Words with slips of the pen put right, such as 'Recipent'."""
    return tuple(
        part
        if part in _BY_WORD or len(part) < 5
        else next(iter(get_close_matches(part, _LONG_WORDS, 1, 0.86)), part)
        for part in parts
    )


def _likeness(mine: frozenset[str], other: frozenset[str]) -> float:
    shared = _weight(mine & other)
    if mine == other:
        return 0.97
    likeness = 2 * shared / (_weight(mine) + _weight(other))
    if other < mine and shared >= 1:
        likeness = max(likeness, _CONTAINED)
    elif mine < other:
        likeness *= _LESS_SPECIFIC
    return likeness * _NOT_EXACT


def best_score(text: str) -> float:
    """How surely the text is the heading of any field."""
    return max(heading_scores(text).values(), default=0.0)


def meant_for(text: str) -> str:
    """The field the heading means most surely; empty where it means none."""
    scores = heading_scores(text)
    return max(scores, key=lambda name: scores[name], default="")


def normalized(text: str) -> str:
    """A heading reduced to what identifies it, however it is spaced or capitalised."""
    return " ".join(words(text))
