"""A scenario file as plain JSON values: guarded, cleaned, and known to be one of ORBAT Mapper."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from exerciseplanner.domain.intake import Doubt
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.gathering import some

LARGEST_FILE = 100_000_000
"""Bytes; a scenario of forty units with their history is about thirty thousand."""
KNOWN_VERSION = 3
"""Newer major versions are read too, with a doubt."""

_UNCHANGED = "The exercise was not changed."
_EXPORT = "Save the scenario in ORBAT Mapper as JSON and import that file."
# ESC and its like have no place in a name, and a lone half of a surrogate pair is no text at all.
_STRAY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass
class Scenario:
    """The content of a scenario file; `doubts` says what was odd about the JSON itself."""

    path: Path
    content: dict[str, Any]
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def source(self) -> str:
        """What names the scenario, the same for a later edition of it."""
        name = words(self.content.get("id")) or words(self.content.get("name")) or self.path.stem
        return f"orbat-mapper:{name}"


def load_scenario(path: Path) -> Scenario:
    """Read a scenario file. Raises Refusal that names file, cause and remedy."""
    doubts: list[Doubt] = []
    content = _parsed(path, _decoded(path, _content(path)), doubts)
    kind = content.get("type") if isinstance(content, dict) else None
    if kind == "ORBAT-mapper-encrypted":
        raise Refusal(
            f"{path.name} is a scenario protected with a password. {_UNCHANGED}",
            remedy="Open it in ORBAT Mapper and save it as JSON without a password.",
        )
    if not isinstance(content, dict) or not looks_like_scenario(content):
        raise _something_else(path, content)
    if kind != "ORBAT-mapper":
        doubts.append(Doubt(path.name, "The file does not say that it is of ORBAT Mapper."))
    doubts += _version_doubts(path, content.get("version"))
    return Scenario(path, content, doubts)


def looks_like_scenario(content: dict[str, Any]) -> bool:
    """Whether a JSON object is a scenario: it says so, or it has sides made of groups."""
    sides = content.get("sides")
    if content.get("type") == "ORBAT-mapper":
        return True
    return isinstance(sides, list) and any(
        isinstance(side, dict) and isinstance(side.get("groups"), list) for side in sides
    )


def words(value: object) -> str:
    """A JSON value as clean text: numbers as they are written, nothing for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _STRAY.sub("", str(value).replace("\r\n", "\n").replace("\r", "\n")).strip()


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST_FILE else b""
    except FileNotFoundError as error:
        raise Refusal(f"There is no file {path}.", remedy="Check name and folder.") from error
    except OSError as error:
        reason = error.strerror or "the system does not say why"
        raise Refusal(f"{path.name} cannot be read: {reason}.", remedy="Copy it.") from error
    if size > LARGEST_FILE:
        raise Refusal(
            f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB. {_UNCHANGED}",
            remedy="Take pictures and map layers out of the scenario.",
        )
    if not content.strip():
        raise Refusal(f"{path.name} is empty. {_UNCHANGED}", remedy="Ask for it to be sent again.")
    return content


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode(json.detect_encoding(content))
    except UnicodeDecodeError as error:
        raise Refusal(
            f"{path.name} is not a text in UTF-8, as JSON has to be. {_UNCHANGED}", remedy=_EXPORT
        ) from error


def _parsed(path: Path, text: str, doubts: list[Doubt]) -> Any:
    def no_number(name: str) -> None:
        doubts.append(Doubt(path.name, f"A value reads {name}, which is no number; left empty."))

    def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content = dict(pairs)
        if len(content) < len(pairs):
            _report_twice(path, pairs, doubts)
        return content

    try:
        return json.loads(text, parse_constant=no_number, object_pairs_hook=distinct)
    except RecursionError as error:
        raise too_deep(path) from error
    except ValueError as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise Refusal(
            f"{path.name} is damaged or is not JSON: it cannot be read on{where}. {_UNCHANGED}",
            remedy="Ask for it to be sent again.",
        ) from error


def _report_twice(path: Path, pairs: list[tuple[str, Any]], doubts: list[Doubt]) -> None:
    stated = Counter(key for key, _ in pairs)
    twice = sorted(words(key) for key, count in stated.items() if count > 1)
    name = next((words(value) for key, value in pairs if key == "name"), "") or path.name
    doubts.append(Doubt(name, f"Stated more than once{some(twice)}. The last one was taken."))


def too_deep(path: Path) -> Refusal:
    """The refusal for a file whose nesting no order of battle has."""
    return Refusal(
        f"{path.name} is nested deeper than any order of battle. {_UNCHANGED}", remedy=_EXPORT
    )


def _something_else(path: Path, content: object) -> Refusal:
    holds = "a list" if isinstance(content, list) else "a single value"
    if isinstance(content, dict):
        keys = ", ".join(words(key)[:40] for key in list(content)[:4]) or "nothing"
        holds = f"{keys}"
    return Refusal(
        f"{path.name} is JSON, but not a scenario of ORBAT Mapper: it holds {holds}. {_UNCHANGED}",
        remedy=_EXPORT,
    )


def _version_doubts(path: Path, version: object) -> list[Doubt]:
    major = words(version).partition(".")[0]
    if major.isdecimal() and int(major[:6]) > KNOWN_VERSION:
        said = f"Written in version {words(version)}, newer than {KNOWN_VERSION}.x. "
        return [Doubt(path.name, f"{said}What is new in it is in the loss report.")]
    return []
