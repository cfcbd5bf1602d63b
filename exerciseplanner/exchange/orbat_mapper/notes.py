"""The note of a unit: what ORBAT Mapper states beyond the fields of the plan, in readable lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from exerciseplanner.exchange.orbat_mapper.scenario import words

_STRENGTHENED = {
    "Reinforced": "Reinforced (+)",
    "Reduced": "Reduced (-)",
    "ReinforcedReduced": "Reinforced and reduced (±)",
}


def note_of(source: Mapping[str, Any], further: Iterable[str] = ()) -> str:
    """Description, link, text amplifiers and reinforcement, each on a line of its own."""
    lines = [words(source.get("description")), *_link(source), *_amplifiers(source)]
    reinforced = words(source.get("reinforcedStatus"))
    if reinforced and reinforced != "None":
        lines.append(f"Status of reinforcement: {_STRENGTHENED.get(reinforced, reinforced)}")
    return "\n".join(line for line in (*lines, *further) if line)


def _link(source: Mapping[str, Any]) -> Iterable[str]:
    address = words(source.get("externalUrl"))
    return (f"Further information: {address}",) if address else ()


def _amplifiers(source: Mapping[str, Any]) -> Iterable[str]:
    amplifiers = source.get("textAmplifiers")
    if isinstance(amplifiers, dict):
        for name, value in amplifiers.items():
            if text := words(value):
                yield f"{spoken(name)}: {text}"


def spoken(name: str) -> str:
    """A name of the format as words: `higherFormation` becomes `Higher formation`."""
    spaced = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in words(name))
    return spaced.strip().capitalize() if len(spaced.strip()) > 1 else words(name)
