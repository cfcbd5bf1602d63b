"""The Forces page: who is under whom, with how much, where, and when it can be there."""

from __future__ import annotations

from exerciseplanner.ui.pages import Door, Page, PageContext, PageSpec


def _open(context: PageContext) -> Page:
    from exerciseplanner.ui.pages.forces.page import ForcesPage

    return ForcesPage(context)


PAGE = PageSpec(
    name="forces",
    title="Forces",
    group="Assemble",
    icon="hierarchy-2",
    order=20,
    factory=_open,
    nouns=(
        "side",
        "unit",
        "command_relation",
        "capability",
        "unit_capability",
        "equipment",
    ),
    doors=(
        Door("Order of battle", "tree", words="ORBAT tree units sides"),
        Door("Table of units", "table", words="ORBAT list"),
        Door("ORBAT chart", "chart", words="order of battle diagram"),
        Door("Map", "map", words="MGRS place units location grid coordinates"),
        Door(
            "Force flow",
            "flow",
            words="notice to move NTM movement required by arrival activation late deployment RSOM",
        ),
        Door("Capabilities", "capabilities", words="capability areas technologies"),
        Door("Equipment", "equipment", words="materiel vehicles weapons"),
        Door("Command relations", "command", words="OPCOM OPCON TACOM TACON attached"),
        Door("New unit", action="forces.unit", words="add formation battalion ORBAT"),
        Door("New side", action="forces.side", words="add BLUFOR OPFOR affiliation"),
        Door(
            "Import ORBAT",
            action="forces.import",
            words="order of battle forces units MSDL C2SIM JSON xlsx csv viewpoint",
        ),
        Door(
            "Export forces",
            action="forces.export",
            words="ORBAT MSDL C2SIM KML GeoJSON NVG JSON csv xlsx",
        ),
        Door(
            "Place under command",
            action="forces.command",
            words="command relation OPCOM OPCON TACOM TACON subordinate",
        ),
        Door("New capability", action="forces.capability", words="add"),
        Door("New equipment", action="forces.equipment", words="add"),
    ),
)
