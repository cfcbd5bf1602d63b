"""What the window can do, in words that menus, palette and pages use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

import exerciseplanner
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.faults import Fault
from exerciseplanner.ui.pages import PageSpec
from exerciseplanner.ui.shell.action_list import ActionList
from exerciseplanner.ui.shell.body import Body
from exerciseplanner.ui.shell.exercise_files import ExerciseFiles
from exerciseplanner.ui.shell.failures import show_failure, show_fault
from exerciseplanner.ui.shell.session import Session
from exerciseplanner.ui.widgets import dialogs, theme
from exerciseplanner.ui.widgets.notices import Notices
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.ui.widgets.tokens import THEMES, read_theme
from exerciseplanner.workspace.changes import Changes

if TYPE_CHECKING:
    from exerciseplanner.ui.widgets.command_palette import CommandPalette


class CommandWindow(QMainWindow):
    """A window that can do things with the exercise it has open, if any."""

    settings: Settings
    notices: Notices
    actions_list: ActionList
    files: ExerciseFiles
    specs: Sequence[PageSpec]
    session: Session | None
    body: Body | None

    @property
    def palette_box(self) -> CommandPalette:
        """What finds actions, pages and records."""
        raise NotImplementedError

    # files -------------------------------------------------------------------------------------

    def new_exercise(self) -> None:
        """Name a new exercise and open it."""
        self.files.ask_new()

    def open_exercise(self) -> None:
        """Choose an exercise file."""
        self.files.ask_open()

    def open_sample(self) -> None:
        """Write the sample exercise and open it."""
        self.files.ask_sample()

    def save_version(self) -> None:
        """Write a named copy."""
        if self.session:
            self.files.ask_save_version(self.session.workspace)

    def close_exercise(self) -> None:
        """Go back to the start screen."""
        raise NotImplementedError

    def quit(self) -> None:
        """Close the window."""
        self.close()

    # going about -------------------------------------------------------------------------------

    def go(self, page: str) -> None:
        """Go to a page."""
        if self.body:
            self.body.open(page)

    def show_record(self, noun: str, row_id: str) -> None:
        """Go to the page that is home to the noun, select the record and inspect it."""
        if not self.body:
            return
        home = next((spec.name for spec in self.specs if noun in spec.nouns), None)
        if home:
            self.body.pages.open(home).show_record(noun, row_id)
        self.body.inspect(noun, (row_id,))
        self.body.show_inspector(True)

    def inspect(self, noun: str, ids: Sequence[str]) -> None:
        """Show records in the inspector."""
        if self.body:
            self.body.inspect(noun, ids)

    def inspect_exercise(self) -> None:
        """Show the exercise itself in the inspector."""
        if self.body and self.session:
            self.body.show_inspector(True)
            self.body.inspect("exercise", (self.session.exercise_id(),))

    def go_back(self) -> None:
        """Inspect what was inspected before."""
        if self.body:
            self.body.inspector.back()

    def go_forward(self) -> None:
        """Inspect again what going back left."""
        if self.body:
            self.body.inspector.forward()

    def find_here(self) -> None:
        """Put the cursor into the filter of the page."""
        header = self.body.pages.header() if self.body else None
        if header and header.filter_box:
            header.filter_box.setFocus()
            header.filter_box.selectAll()

    def open_palette(self) -> None:
        """Find an action, a page or a record."""
        self.palette_box.open()

    def run_action(self, action: str) -> None:
        """Do what the action of that id does."""
        self.actions_list.run(action)

    # what is shown -----------------------------------------------------------------------------

    def toggle_rail(self) -> None:
        """Fold or unfold the navigation."""
        if self.body:
            self.body.rail.toggle()

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        if self.body:
            self.body.toggle_inspector()

    def toggle_drawer(self) -> None:
        """Show or hide the problems."""
        if self.body:
            self.body.toggle_drawer("problems")

    def open_history(self) -> None:
        """Show or hide the history."""
        if self.body:
            self.body.toggle_drawer("history")

    def next_theme(self) -> None:
        """Go on to the next theme."""
        name = THEMES[(THEMES.index(theme.name()) + 1) % len(THEMES)]
        self.settings.put("theme", name)
        self.apply_preferences()
        self.notices.say(f"Theme: {read_theme(name).title}")

    def apply_preferences(self) -> None:
        """Put what the planner prefers in force."""
        raise NotImplementedError

    def open_preferences(self) -> None:
        """Choose theme, size and motion."""
        from exerciseplanner.ui.shell.preferences import Preferences

        Preferences(self, self.settings, self.apply_preferences).open()

    def open_shortcuts(self) -> None:
        """Show every shortcut."""
        from exerciseplanner.ui.shell.shortcuts import Shortcuts

        Shortcuts(self, self.actions_list.every()).open()

    def open_about(self) -> None:
        """Say what this is."""
        version = f"Version {exerciseplanner.__version__}"
        dialogs.tell(self, "Exercise planner", (exerciseplanner.__doc__ or "", version))

    # undo --------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the newest step."""
        self._reverse("undo")

    def redo(self) -> None:
        """Bring back what the last undo took."""
        self._reverse("redo")

    def has_exercise(self) -> bool:
        """Whether an exercise is open."""
        return self.session is not None

    def can_write(self) -> bool:
        """Whether an exercise is open and may be changed."""
        return self.session is not None and not self.session.workspace.read_only

    def _reverse(self, which: str) -> None:
        if not self.session:
            return
        workspace = self.session.workspace
        reverse: Callable[[], Changes | None] = (
            workspace.undo if which == "undo" else workspace.redo
        )
        try:
            reverse()
        except (Refusal, Fault) as reason:
            self.show_reason(reason)

    # failures ----------------------------------------------------------------------------------

    def show_reason(self, reason: BaseException, while_doing: str = "") -> None:
        """Show a refusal as a notice, a fault as a dialog, and a mistake as the failure window."""
        if isinstance(reason, Refusal):
            self.notices.say(str(reason), "warn")
        elif isinstance(reason, Fault):
            self.show_fault(reason)
        else:
            show_failure(self, reason, while_doing)

    def show_fault(self, fault: Fault) -> None:
        """Tell what the surroundings did to the file."""
        show_fault(self, fault)
