"""Handing the forces out: a format, whose eyes see, what is lost, and the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets.page_context import PageContext

if TYPE_CHECKING:
    from exerciseplanner.ui.widgets.exporting.export_dialog import ExportDialog


def open_export(parent: QWidget, context: PageContext) -> ExportDialog:
    """Open the export of the forces over a window."""
    from exerciseplanner.ui.widgets.exporting.export_dialog import ExportDialog

    dialog = ExportDialog(parent, context)
    dialog.open()
    return dialog
