"""Small scenarios with the traits and defects of real ones, written for these tests."""

from __future__ import annotations

from itertools import count
from typing import Any

_ids = count(1)


def unit(name: str | None, sidc: str = "10031000001211000000", *below: Any, **more: Any) -> dict:
    made: dict[str, Any] = {"id": f"u{next(_ids)}", "sidc": sidc, "subUnits": list(below)}
    if name is not None:
        made["name"] = name
    return made | more


def group(name: str, *units: Any, **more: Any) -> dict:
    return {"id": f"g{next(_ids)}", "name": name, "subUnits": list(units)} | more


def side(name: str, *units: Any, identity: str = "3", **more: Any) -> dict:
    made = {"id": f"s{next(_ids)}", "name": name, "standardIdentity": identity}
    return made | {"groups": [group("Land", *units)]} | more


def scenario(*sides: Any, **more: Any) -> dict:
    return {
        "id": "exercise-north",
        "type": "ORBAT-mapper",
        "version": "3.3.0",
        "name": "North",
        "startTime": "2026-09-14T06:00:00Z",
        "timeZone": "UTC",
        "sides": list(sides),
        "events": [],
        "layerStack": [],
        "settings": {"rangeRingGroups": []},
    } | more
