"""How well a few typed letters fit a name."""

from __future__ import annotations

_ENOUGH = 0.5
"""The share of typed letters that must begin a word where they stand in no word together."""


def score(typed: str, name: str) -> float | None:
    """How well the typed text fits, higher is better; None where it does not.

    Every word typed must be found: best as the start of a word, then inside one, then as the
    first letters of words.
    """
    low = name.casefold()
    total = 0.0
    for word in typed.casefold().split():
        found = _word_score(word, low)
        if found is None:
            return None
        total += found
    return total - len(name) / 1000


def _word_score(word: str, name: str) -> float | None:
    place = name.find(word)
    if place == 0:
        return 4.0
    if place > 0:
        return 3.0 if not name[place - 1].isalnum() else 2.0
    return _letters_score(word, name)


def _letters_score(word: str, name: str) -> float | None:
    place, starts = -1, 0
    for letter in word:
        place = name.find(letter, place + 1)
        if place < 0:
            return None
        starts += place == 0 or not name[place - 1].isalnum()
    fit = starts / len(word)
    return fit if fit >= _ENOUGH else None
