"""Taking other people's files in: choose one, map columns, look at every row, import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets.page_context import PageContext

if TYPE_CHECKING:
    from exerciseplanner.ui.widgets.importing.import_dialog import ImportDialog


def open_import(
    parent: QWidget, context: PageContext, path: Path | None = None, *, wants: str = ""
) -> ImportDialog:
    """Open the import over a window, with a file that is already known or to choose one there.

    `wants` is `forces` or `injects` where the planner came for one of them; any file is taken.
    """
    from exerciseplanner.ui.widgets.importing.import_dialog import ImportDialog

    dialog = ImportDialog(parent, context, wants=wants)
    dialog.open()
    if path is not None:
        dialog.read(path)
    return dialog
