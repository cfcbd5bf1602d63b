"""The main window: banners, menus, and either the start screen or an open exercise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedWidget, QVBoxLayout, QWidget

from exerciseplanner.ui.pages import PageSpec, page_specs
from exerciseplanner.ui.shell.action_list import ActionList
from exerciseplanner.ui.shell.body import Body
from exerciseplanner.ui.shell.commands import CommandWindow
from exerciseplanner.ui.shell.exercise_files import ExerciseFiles
from exerciseplanner.ui.shell.menus import MenuBar
from exerciseplanner.ui.shell.session import Session
from exerciseplanner.ui.shell.shell_actions import page_doors, shell_actions, undo_actions
from exerciseplanner.ui.widgets import tab_order, theme
from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.classification_banner import ClassificationBanner
from exerciseplanner.ui.widgets.notices import Notices
from exerciseplanner.ui.widgets.parts import tight
from exerciseplanner.ui.widgets.settings import Settings
from exerciseplanner.workspace.workspace import Workspace

if TYPE_CHECKING:
    from exerciseplanner.ui.shell.start_screen import StartScreen
    from exerciseplanner.ui.widgets.command_palette import CommandPalette, Entry

_SIZE = QSize(1366, 768)
_START = "Exercise planner"


class MainWindow(CommandWindow):
    """Shows one exercise at a time; owns its workspace and closes it."""

    def __init__(
        self,
        workspace: Workspace | None = None,
        *,
        specs: Sequence[PageSpec] | None = None,
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings or Settings()
        self.specs = page_specs() if specs is None else specs
        self.session, self.body = None, None
        self.notices = Notices(self)
        self.actions_list = ActionList(self)
        self.files = ExerciseFiles(self, self.settings)
        self.banners = (ClassificationBanner(), ClassificationBanner())
        self.menus = MenuBar(self.actions_list, self._more)
        self._then = ""
        self._lay_out()
        self._connect()
        self.actions_list.add(
            (*shell_actions(self), *undo_actions(self, None, None), *page_doors(self, self.specs))
        )
        self._show_nothing()
        self.notices.show_in(self)
        if workspace is not None:
            self.open_workspace(workspace)

    @cached_property
    def palette_box(self) -> CommandPalette:
        """What finds actions, pages and records; made when first wanted."""
        from exerciseplanner.ui.widgets.command_palette import CommandPalette

        return CommandPalette(self, self._entries, self._search)

    @cached_property
    def start_screen(self) -> StartScreen:
        """What stands here while no exercise is open; made when first seen."""
        from exerciseplanner.ui.shell.start_screen import StartScreen

        made = StartScreen()
        made.wanted.connect(self._begin)
        made.file_wanted.connect(self.files.open)
        self._stack.addWidget(made)
        return made

    # the exercise ------------------------------------------------------------------------------

    def open_workspace(self, workspace: Workspace) -> None:
        """Show an exercise; the one open before is closed."""
        self.close_exercise()
        self.session = Session(workspace, self, self.notices, self.settings, self._job_failed, self)
        self.body = Body(self.session, self.specs)
        self.body.pages.opened.connect(self._page_opened)
        self.session.live.changed.connect(self._exercise_changed)
        self._stack.addWidget(self.body)
        self._stack.setCurrentWidget(self.body)
        self._exercise_changed()
        self._open_first_page(self.body)
        then, self._then = self._then, ""
        if then:
            self._start_importing(then)

    def close_exercise(self) -> None:
        """Go back to the start screen."""
        if self.body is None or self.session is None:
            return
        self.body.remember()
        self._leave_field()
        self.notices.withdraw_offers(every=True)
        self.session.close()
        self._stack.removeWidget(self.body)
        self.body.deleteLater()
        self.session.deleteLater()
        self.session, self.body = None, None
        self.actions_list.drop_pages()
        self._show_nothing()

    @property
    def is_busy(self) -> bool:
        """Whether a job is at work on the exercise, or its first check is still to come."""
        if self.session is None:
            return False
        return bool(self.session.jobs.running()) or not self.session.context.problems.are_known

    def apply_preferences(self) -> None:
        """Put theme and size in force as the planner prefers them."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        scale = float(self.settings.get("scale", 1.0))
        theme.apply(app, str(self.settings.get("theme", "light")), scale=scale)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the start screen unless an exercise is open already."""
        if self.session is None:
            self._show_start()
        super().showEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on as the window is read."""
        return tab_order.go_on(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        button = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window stood and give the file back."""
        self.settings.put_state("geometry", self.saveGeometry())
        self.close_exercise()
        self.settings.write()
        super().closeEvent(event)

    # inside ------------------------------------------------------------------------------------

    def _leave_field(self) -> None:
        """Leaving a field keeps what was typed; closing is leaving, also from another window."""
        if (typing := self.focusWidget()) is not None:
            leaving = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason)
            QApplication.sendEvent(typing, leaving)

    def _lay_out(self) -> None:
        self.setObjectName("MainWindow")
        top = QWidget()
        above = QVBoxLayout(top)
        tight(above)
        above.addWidget(self.banners[0])
        above.addWidget(self.menus)
        self.setMenuWidget(top)
        self._stack = QStackedWidget()
        centre = QWidget()
        layout = QVBoxLayout(centre)
        tight(layout)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.banners[1])
        self.setCentralWidget(centre)
        self.setMinimumSize(QSize(680, 380))
        if not self.restoreGeometry(self.settings.state("geometry")):
            self.resize(_SIZE)

    def _connect(self) -> None:
        self.files.opened.connect(self.open_workspace)
        self.files.refused.connect(self.show_reason)

    def _begin(self, how: str) -> None:
        if how == "open":
            self.open_exercise()
        elif how == "sample":
            self.open_sample()
        else:
            self._then = "" if how == "new" else how
            self.new_exercise()

    def _start_importing(self, page: str) -> None:
        self.go(page)
        self.run_action(f"{page}.import")

    def _open_first_page(self, body: Body) -> None:
        names = [spec.name for spec in self.specs]
        kept = self.settings.get("page", "")
        first = kept if kept in names else names[0] if names else ""
        if first:
            body.open(first)

    def _page_opened(self, name: str) -> None:
        assert self.body is not None
        page, spec = self.body.pages.page(), self.body.pages.spec()
        assert page is not None
        assert spec is not None
        self.actions_list.add(
            (replace(action, page=name) for action in page.page_actions()), within=page
        )
        self.actions_list.open_page(name)
        self.menus.name_page(spec.title)
        self._title()

    def _exercise_changed(self) -> None:
        assert self.session is not None
        workspace = self.session.workspace
        self.actions_list.add(undo_actions(self, workspace.undo_label, workspace.redo_label))
        self.notices.withdraw_offers()
        lines = self.session.marking()
        for banner in self.banners:
            banner.show_lines(*lines)
        self._title()

    def _title(self) -> None:
        spec = self.body.pages.spec() if self.body else None
        name = self.session.name() if self.session else ""
        parts = [spec.title if spec else "", name, _START]
        self.setWindowTitle(" – ".join(part for part in parts if part))

    def _show_start(self) -> None:
        self._stack.setCurrentWidget(self.start_screen)
        self.start_screen.show_recent(self.files.recent())

    def _show_nothing(self) -> None:
        if self.isVisible():
            self._show_start()
        self.actions_list.add(undo_actions(self, None, None))
        self.actions_list.open_page("")
        self.menus.name_page("")
        for banner in self.banners:
            banner.show_lines("")
        self._title()

    def _job_failed(self, label: str, error: BaseException) -> None:
        self.show_reason(error, label)

    def _more(self, menu: str) -> Sequence[ActionSpec]:
        if menu != "File":
            return ()
        return tuple(self._opening(place, path) for place, path in enumerate(self.files.recent()))

    def _opening(self, place: int, path: Path) -> ActionSpec:
        return ActionSpec(f"file.recent.{place}", path.stem, lambda: self.files.open(path), "clock")

    def _entries(self) -> Sequence[Entry]:
        from exerciseplanner.ui.shell import finding

        here = self.body.pages.current if self.body else ""
        doors = finding.door_entries(self, self.specs, here) if self.body else ()
        words = finding.door_words(self.specs)
        return finding.palette_entries(self.actions_list, doors, self._more("File"), words)

    def _search(self, text: str) -> Sequence[Entry]:
        from exerciseplanner.ui.shell.finding import record_search

        return record_search(self.session, self.specs, text) if self.session else ()
