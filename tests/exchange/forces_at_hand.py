"""Forces to hand out and to take back in: plans of none, one and many units with awkward names."""

from __future__ import annotations

from exerciseplanner.domain.intake import Intake, Link, Proposed
from exerciseplanner.exchange.reading import read
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.force_picture import force_picture
from exerciseplanner.workspace.workspace import Workspace

AWKWARD = (
    'The "Old" Guard',
    "Jägerbataillon Łódź ’26",
    "Recce & Strike <1>",
    "End ]]> of text",
    "=2+3",
    "@home, inc; \ttab",
)


def exercise_at(folder, name="NORDIC", *rows):
    """A new exercise that holds proposed rows, open."""
    workspace = Workspace.create(folder / f"{name}.exercise", name)
    if rows:
        workspace.do(take_in, Intake("test", "test", rows))
    return workspace


def sides():
    """Two sides and who provides units."""
    return (
        Proposed("participant", "NOR", "", {"code": "NOR", "name": "Norway"}),
        Proposed("side", "blue", "", {"name": "Blue", "identity": "friend"}),
        Proposed("side", "red", "", {"name": "Red", "identity": "hostile", "note": "Fictitious"}),
    )


def full_unit(key="u1", name="1st Brigade", **values):
    """A unit of Blue in which every field says something."""
    stated = {
        "name": name,
        "short_name": "1 Bde",
        "side_id": Link("side", "blue"),
        "participant_id": Link("participant", "NOR"),
        "echelon": "BRIGADE",
        "domain": "LAND",
        "role": "PTA",
        "status": "Forming",
        "strength_planned": 4200,
        "strength_present": 3900,
        "notice_days": 10,
        "readiness": "RC2",
        "movement_hours": 36,
        "required_by": -1440,
        "arrival": -2880,
        "departure": 20160,
        "location_name": "Bodø",
        "latitude": 67.28,
        "longitude": 14.404916666666667,
        "sidc": "10031000181211020000",
        "contact": "Chief of staff",
        "note": "First line\nSecond line with “quotes” & <signs>",
    }
    return Proposed("unit", key, "", stated | values)


def awkward_units():
    """A line of units, each under the one before, named as badly as names come."""
    yield full_unit()
    for number, name in enumerate(AWKWARD, 2):
        above = Link("unit", f"u{number - 1}")
        yield Proposed("unit", f"u{number}", "", {"name": name, "parent_id": above})


def many_units(count):
    """So many units under one headquarters."""
    yield full_unit("u0", "Headquarters")
    for number in range(1, count):
        values = {
            "name": f"{number} Company",
            "parent_id": Link("unit", "u0"),
            "echelon": "COMPANY",
            "latitude": 60 + number / 1000,
            "longitude": 10 + number / 1000,
        }
        yield Proposed("unit", f"u{number}", "", values)


def taken_back(path, workspace):
    """What becomes of each row of a file, by fate, when it is taken in."""
    weighing = workspace.do(take_in, read(path, workspace))
    assert weighing.count("refused") == 0
    return {what: weighing.count(what) for what in ("added", "changed", "kept")}


def plain(workspace, nouns=("side", "unit", "participant", "equipment"), without=()):
    """Every row of some nouns without ids: what a reader of the plan sees, in its order."""
    raw = workspace._database.raw
    names = {}
    for noun in {"side", "unit", "participant", *nouns}:
        title = "name" if noun in ("side", "unit", "participant") else "title"
        names |= dict(raw.execute(f'SELECT id, "{title}" FROM "{noun}"').fetchall())
    found = {}
    for noun in nouns:
        every = METADATA.tables[noun].columns.keys()
        columns = [name for name in every if name not in {"id", "seq", *without}]
        listed = ", ".join(f'"{name}"' for name in columns)
        rows = raw.execute(f'SELECT {listed} FROM "{noun}"').fetchall()
        found[noun] = sorted((_named(columns, row, names) for row in rows), key=repr)
    return found


def _named(columns, row, names):
    parts = zip(columns, row, strict=True)
    return tuple(names.get(v, v) if name.endswith("_id") else v for name, v in parts)


def picture_of(workspace):
    """The forces of an exercise."""
    return workspace.ask(force_picture)
