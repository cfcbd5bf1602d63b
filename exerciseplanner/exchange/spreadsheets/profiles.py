"""Saved mappings: what a planner decided about one family of files, for the next of them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from exerciseplanner import paths
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.spreadsheets.mapping import MappingProposal, TimeSettings
from exerciseplanner.exchange.spreadsheets.similarity import normalized
from exerciseplanner.exchange.spreadsheets.targets import TARGETS

_FORMAT = "exerciseplanner import profile"
_VERSION = 1
_REMEDY = "Save the mapping again from an import."


@dataclass(frozen=True)
class Profile:
    """A mapping by the words above columns, so that it holds when columns move.

    `columns` gives the field of each heading (None: deliberately none); columns without a heading
    are kept by position as `@0`, `@1` …. `sheets` are the names taken, `left` those left out.
    """

    name: str
    columns: dict[str, str | None]
    sheets: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    times: TimeSettings = field(default_factory=TimeSettings)
    keep_unmapped: bool = True

    def decisions(self, headings: Sequence[str]) -> dict[int, str | None]:
        """The field of each column this profile knows, by the column's place."""
        decided: dict[int, str | None] = {}
        given: set[str] = set()
        for place, key in enumerate(_keys(headings)):
            if key not in self.columns:
                continue
            name = self.columns[key]
            if name is None or name not in given:
                decided[place] = name
                given.update({name} if name else ())
        return decided

    def knows(self, headings: Sequence[str]) -> bool:
        """Whether at least half of the headings it decides about stand in a row."""
        mine = {key for key in self.columns if not key.startswith("@")}
        return bool(mine) and 2 * len(mine & set(_keys(headings))) >= len(mine)

    def wants(self, sheet: str) -> bool | None:
        """Whether a sheet of that name is taken; None where the profile does not say."""
        name = _sheet_key(sheet)
        if any(_sheet_key(left) == name for left in self.left):
            return False
        return True if any(_sheet_key(one) == name for one in self.sheets) else None


def _keys(headings: Sequence[str]) -> list[str]:
    """What identifies each column: its heading, numbered where it comes again, or its place."""
    seen: dict[str, int] = {}
    keys = []
    for place, heading in enumerate(headings):
        key = normalized(heading)
        if not key:
            keys.append(f"@{place}" if not any(headings) else "")
            continue
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key} ({seen[key]})")
    return keys


def _sheet_key(name: str) -> str:
    return re.sub(r"\d+", "#", name.casefold().strip())


def profile_of(proposal: MappingProposal, name: str) -> Profile:
    """The decisions of a mapping, the program's and the planner's, as a profile."""
    columns: dict[str, str | None] = {}
    for sheet in proposal.taken:
        keys = _keys(sheet.header.texts)
        for column in sheet.columns:
            if keys[column.index] and (column.field or column.settled):
                columns.setdefault(keys[column.index], column.field)
    return Profile(
        name,
        columns,
        tuple(sheet.sheet for sheet in proposal.sheets if sheet.taken),
        tuple(sheet.sheet for sheet in proposal.sheets if not sheet.taken and sheet.settled),
        proposal.times,
        proposal.keep_unmapped,
    )


def profile_path(name: str) -> Path:
    """Where the profile of that name lies, or the path itself where the name is one."""
    given = Path(name)
    if given.suffix == ".json" or len(given.parts) > 1:
        return given
    safe = re.sub(r"[^\w. -]+", "_", name).strip(". ") or "profile"
    return paths.user_data_dir() / "profiles" / f"{safe}.json"


def profile_names() -> tuple[str, ...]:
    """The saved profiles by name."""
    folder = paths.user_data_dir() / "profiles"
    return tuple(sorted(path.stem for path in folder.glob("*.json"))) if folder.is_dir() else ()


def save_profile(profile: Profile, path: Path | None = None) -> Path:
    """Write the profile under its name or to a path; returns where it lies. Raises Refusal."""
    target = path or profile_path(profile.name)
    content = {"format": _FORMAT, "version": _VERSION, **asdict(profile)}
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        waiting = target.with_name(target.name + ".part")
        waiting.write_text(json.dumps(content, indent=2, ensure_ascii=False), encoding="utf-8")
        waiting.replace(target)
    except OSError as error:
        raise Refusal(
            f"The profile cannot be written to {target}: {error.strerror}.",
            remedy="Choose another folder.",
        ) from error
    return target


def load_profile(name: str) -> Profile:
    """The profile of that name or at that path. Raises Refusal."""
    path = profile_path(name)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        known = ", ".join(profile_names()) or "none"
        raise Refusal(
            f"There is no import profile {name!r}.", field="profile", remedy=f"Saved are: {known}."
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise Refusal(
            f"{path.name} cannot be read as an import profile.", field="profile", remedy=_REMEDY
        ) from error
    return _checked(content, path)


def _checked(content: Any, path: Path) -> Profile:
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        raise Refusal(f"{path.name} is not an import profile.", field="profile", remedy=_REMEDY)
    if content.get("version") != _VERSION:
        raise Refusal(
            f"{path.name} was written by another version of this program.",
            field="profile",
            remedy=_REMEDY,
        )
    try:
        columns = {str(key): _field(value) for key, value in content["columns"].items()}
        return Profile(
            str(content["name"]),
            columns,
            tuple(map(str, content["sheets"])),
            tuple(map(str, content["left"])),
            _times(content["times"]),
            bool(content["keep_unmapped"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Refusal(
            f"{path.name} is an import profile with a part missing or wrong: {error}.",
            field="profile",
            remedy=_REMEDY,
        ) from error


def _field(value: object) -> str | None:
    if value is not None and value not in TARGETS:
        raise ValueError(f"no field {value!r}")
    return None if value is None else str(value)


def _times(content: dict[str, Any]) -> TimeSettings:
    settings = TimeSettings(**content)
    if settings.anchor not in ("auto", "absolute", "first", "startex"):
        raise ValueError(f"no anchor {settings.anchor!r}")
    if settings.numbers not in ("auto", "minutes", "hours", "clock"):
        raise ValueError(f"no numbers {settings.numbers!r}")
    if settings.t_means not in ("minutes", "hours") or settings.day_first not in (
        True,
        False,
        None,
    ):
        raise ValueError("no such way to read times")
    return settings
