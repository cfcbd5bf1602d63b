"""The formats of maps that forces can be handed out in."""

from __future__ import annotations

from exerciseplanner.exchange.geography.geojson import write_geojson
from exerciseplanner.exchange.geography.kml import write_kml
from exerciseplanner.exchange.geography.nvg import write_nvg
from exerciseplanner.exchange.geography.placed import HELD
from exerciseplanner.exchange.writing import ForceFormat

FORMATS = (
    ForceFormat(
        "geojson",
        "GeoJSON",
        ".geojson",
        write_geojson,
        HELD,
        "Units that have a place, as points for any map.",
        comes_back=False,
    ),
    ForceFormat(
        "kml",
        "KML",
        ".kml",
        write_kml,
        HELD,
        "Units that have a place, in folders by side and superior.",
        comes_back=False,
    ),
    ForceFormat(
        "nvg",
        "NATO Vector Graphics (NVG 2.0.2)",
        ".nvg",
        write_nvg,
        HELD,
        "Units that have a place, as an overlay for command systems.",
        comes_back=False,
    ),
)
