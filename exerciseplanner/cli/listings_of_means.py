"""How `show` lists what units have and whose command they come under."""

from __future__ import annotations

from collections.abc import Mapping

from exerciseplanner.cli.listed import Listed
from exerciseplanner.cli.listing import Listing
from exerciseplanner.workspace.queries import forces, means, unit_means

OF_MEANS: Mapping[Listed, Listing] = {
    Listed.COMMAND: Listing(
        "command_relation",
        forces.command_relations,
        (
            ("Unit", "unit"),
            ("Relation", "relation"),
            ("Under", "superior"),
            ("From", "start_dtg"),
            ("Until", "finish_dtg"),
            ("Note", "note"),
        ),
    ),
    Listed.EQUIPMENT: Listing(
        "equipment",
        means.equipment_list,
        (
            ("Unit", "unit"),
            ("Equipment", "title"),
            ("On paper", "quantity_planned"),
            ("Present", "quantity_present"),
        ),
    ),
    Listed.CAPABILITIES: Listing(
        "capability",
        unit_means.capability_plan,
        (
            ("Code", "code"),
            ("Capability", "title"),
            ("Area", "capability_area"),
            ("Technologies", "technologies"),
            ("Held by", "holders"),
            ("Furthest", "maturity"),
        ),
    ),
    Listed.SYSTEMS: Listing(
        "system",
        means.systems,
        (
            ("Code", "code"),
            ("System", "title"),
            ("Unit", "unit"),
            ("Technologies", "technologies"),
            ("Maturity", "maturity"),
        ),
    ),
}
