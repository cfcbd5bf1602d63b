"""Units as GeoJSON (RFC 7946): one point each, in longitude and latitude of WGS 84."""

from __future__ import annotations

import json
from typing import Any

from exerciseplanner.exchange.geography.placed import Placed, PlacedForces
from exerciseplanner.exchange.writing import Choices, Written
from exerciseplanner.workspace.queries.force_picture import ForcePicture


def write_geojson(picture: ForcePicture, choices: Choices) -> Written:
    """Every unit that stands somewhere as a feature."""
    forces = PlacedForces(picture, choices)
    content = {
        "type": "FeatureCollection",
        "name": picture.exercise.name,
        "marking": picture.exercise.marking,
        "features": [_feature(each) for each in forces.units],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    return Written(f"{text}\n".encode(), forces.losses.losses())


def _feature(unit: Placed) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": unit.key,
        "geometry": {"type": "Point", "coordinates": [unit.longitude, unit.latitude]},
        "properties": {
            "id": unit.key,
            "name": unit.row.name,
            "shortName": unit.row.short_name,
            "sidc": unit.sidc,
            "identity": unit.identity,
            "side": unit.side,
            "superior": unit.superior,
            "echelon": unit.echelon,
            "location": unit.row.location_name,
        },
    }
