"""Write the exercise file of the schema in force: `python -m tests.files.make`.

Run it once, when a schema is released, and never again for that schema: the file stands for those
that planners have by then.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from exerciseplanner import paths
from exerciseplanner.storage.upgrade import SCHEMA
from exerciseplanner.workspace.operations.injects import add_inject, edit_injects
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import small_intake

HERE = Path(__file__).parent


def main() -> None:
    """Make the file beside this one, with steps done, undone and done again."""
    path = HERE / f"schema-{SCHEMA:04d}.exercise"
    path.unlink(missing_ok=True)
    os.environ[paths.HOME_VARIABLE] = tempfile.mkdtemp()
    workspace = Workspace.create(path, "Schema sample", "hseep", small_intake())
    made = workspace.do(add_inject, {"title": "Harbour closed"})
    workspace.do(edit_injects, [made], {"message": "The harbour at Tromsø is closed."})
    workspace.undo()
    workspace.redo()
    workspace.close()


if __name__ == "__main__":
    main()
