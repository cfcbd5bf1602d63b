"""What an import would do, row by row, before anything is changed."""

from __future__ import annotations

from exerciseplanner.domain.intake import Intake
from exerciseplanner.storage.tables import METADATA
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.query import query
from exerciseplanner.workspace.weighing import Weighing, weigh

_EVERY_NOUN = tuple(table.name for table in METADATA.sorted_tables)


@query(*_EVERY_NOUN)
def dry_run(desk: Desk, intake: Intake, *, overwrite: bool = False) -> Weighing:
    """Weigh an intake against the plan; changes nothing."""
    return weigh(desk, intake, overwrite=overwrite)
