"""What the sample's files state in lists: short rows that belong to a row named before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exerciseplanner.domain.intake import Proposed
from exerciseplanner.exchange.sample.reading import Reader


def _listed(
    reader: Reader, name: str, table: str, noun: str, owner: str, shorthand: str
) -> Iterator[tuple[Proposed, list[Any]]]:
    """Rows of `table` of a file, owner by owner, each with the list that states it."""
    for key, rows in reader.load(name)[table].items():
        for row in rows:
            said = f"{key} {row[0]}"
            stated = {owner: key, shorthand: row}
            yield reader.proposed(noun, stated, said, f"{name}: {said}"), row


def holdings(reader: Reader) -> Iterator[Proposed]:
    """Standards that units hold: [standard, edition, role], then "gateway" or a system."""
    name = "exchanges.toml"
    for unit, held in reader.load(name)["holdings"].items():
        for holding in held:
            key = f"{unit} {holding[0]} {holding[1]}"
            stated: dict[str, Any] = {"unit": unit, "holding": holding[:3]}
            stated["gateway"] = "gateway" in holding[3:]
            system = [each for each in holding[3:] if each != "gateway"]
            if system:
                stated["system"] = system[0]
            yield reader.proposed("unit_standard", stated, key, f"{name}: {key}")


def capabilities_held(reader: Reader) -> Iterator[Proposed]:
    """Capabilities that units hold: [capability, maturity, note]."""
    for row, _ in _listed(reader, "means.toml", "held", "unit_capability", "unit", "held"):
        yield row


def equipment(reader: Reader) -> Iterator[Proposed]:
    """Equipment of units: [what, on paper, present]."""
    for row, _ in _listed(reader, "means.toml", "equipment", "equipment", "unit", "amount"):
        yield row


def transfers(reader: Reader) -> Iterator[Proposed]:
    """Transfers of authority of units: [relation, superior, from, until, note]."""
    name = "deployment.toml"
    for unit, rows in reader.load(name)["transfers"].items():
        for row in rows:
            key = f"{unit} {row[0]} {row[1]} {row[2]}"
            stated = {"unit": unit, "transfer": row}
            yield reader.proposed("command_relation", stated, key, f"{name}: {key}")


def priorities(reader: Reader) -> Iterator[Proposed]:
    """The weights that participants give objectives."""
    name = "consensus.toml"
    for participant, weights in reader.load(name)["priorities"].items():
        for objective, weight in weights.items():
            key = f"{participant} {objective}"
            stated = {"participant": participant, "objective": objective, "weight": weight}
            yield reader.proposed("priority", stated, key, f"{name}: {key}")


def contributions(reader: Reader) -> Iterator[Proposed]:
    """What participants are asked for and offer: [what, resource, asked, offered, note]."""
    listed = _listed(
        reader, "consensus.toml", "contributions", "contribution", "participant", "offer"
    )
    for row, _ in listed:
        yield row


def concurrences(reader: Reader) -> Iterator[Proposed]:
    """Who concurs with a product: [participant, position, asked on, answered on, comment]."""
    listed = _listed(reader, "consensus.toml", "concurrence", "concurrence", "product", "answer")
    for row, _ in listed:
        yield row


def positions(reader: Reader) -> Iterator[Proposed]:
    """Where participants stand on an authority: [participant, position, condition]."""
    name = "legal.toml"
    for authority in reader.load(name)["authority"]:
        for stand in authority.get("positions", ()):
            key = f"{authority['code']} {stand[0]}"
            stated = {"authority": authority["code"], "stand": stand}
            yield reader.proposed("authority_position", stated, key, f"{name}: {key}")


def ratings(reader: Reader) -> Iterator[Proposed]:
    """Ratings of criteria and injects: [evaluator, value, rated at, note], then "resolves"."""
    name = "evaluation.toml"
    data = reader.load(name)
    for noun in ("criterion", "inject"):
        for subject, given in data[f"{noun}_ratings"].items():
            for rating in given:
                stated = {noun: subject, "rating": rating[:4], "resolves": "resolves" in rating[4:]}
                key = f"{rating[0]} on {subject}"
                yield reader.proposed("rating", stated, key, f"{name}: {key}")
