"""The actions of the window itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exerciseplanner.ui.pages import PageSpec
from exerciseplanner.ui.shell.commands import CommandWindow
from exerciseplanner.ui.widgets.actions import ActionSpec

Line = tuple[str, str, str, Callable[[CommandWindow], None], str, str, bool]

LINES: tuple[Line, ...] = (
    (
        "File",
        "file.new",
        "New exercise",
        CommandWindow.new_exercise,
        "file-plus",
        "Ctrl+Shift+N",
        False,
    ),
    (
        "File",
        "file.open",
        "Open an exercise",
        CommandWindow.open_exercise,
        "folder-open",
        "Ctrl+O",
        False,
    ),
    ("File", "file.sample", "Sample exercise", CommandWindow.open_sample, "school", "", False),
    (
        "File",
        "file.version",
        "Save a version",
        CommandWindow.save_version,
        "files",
        "Ctrl+Shift+S",
        True,
    ),
    (
        "File",
        "file.exercise",
        "Name, dates and marking of the exercise",
        CommandWindow.inspect_exercise,
        "id-badge-2",
        "Ctrl+Shift+E",
        True,
    ),
    (
        "File",
        "file.preferences",
        "Preferences",
        CommandWindow.open_preferences,
        "settings",
        "Ctrl+,",
        False,
    ),
    ("File", "file.close", "Close the exercise", CommandWindow.close_exercise, "x", "Ctrl+W", True),
    ("File", "file.quit", "Quit", CommandWindow.quit, "", "Ctrl+Q", False),
    ("Edit", "edit.find", "Filter this page", CommandWindow.find_here, "filter", "Ctrl+F", True),
    (
        "Edit",
        "edit.palette",
        "Find an action, a page or a record",
        CommandWindow.open_palette,
        "search",
        "Ctrl+K",
        False,
    ),
    (
        "View",
        "view.rail",
        "Fold or unfold the navigation",
        CommandWindow.toggle_rail,
        "layout-sidebar",
        "Ctrl+B",
        True,
    ),
    (
        "View",
        "view.inspector",
        "Show or hide the inspector",
        CommandWindow.toggle_inspector,
        "layout-sidebar-right",
        "Ctrl+I",
        True,
    ),
    (
        "View",
        "view.problems",
        "Problems",
        CommandWindow.toggle_drawer,
        "alert-triangle",
        "Ctrl+Shift+M",
        True,
    ),
    ("View", "view.history", "History", CommandWindow.open_history, "history", "Ctrl+H", True),
    (
        "View",
        "view.theme",
        "Next theme",
        CommandWindow.next_theme,
        "palette",
        "Ctrl+Shift+T",
        False,
    ),
    ("Go", "go.back", "Back", CommandWindow.go_back, "arrow-left", "Alt+Left", True),
    ("Go", "go.forward", "Forward", CommandWindow.go_forward, "arrow-right", "Alt+Right", True),
    (
        "Help",
        "help.shortcuts",
        "Keyboard shortcuts",
        CommandWindow.open_shortcuts,
        "keyboard",
        "F1",
        False,
    ),
    ("Help", "help.about", "About", CommandWindow.open_about, "info-circle", "", False),
)
"""Menu, id, label, what it does, icon, shortcut, and whether it needs an exercise to be open."""


def shell_actions(do: CommandWindow) -> tuple[ActionSpec, ...]:
    """Everything that can be done whatever page is open."""
    return tuple(
        ActionSpec(
            name, label, _bound(do, act), icon, keys, do.has_exercise if needs else None, menu
        )
        for menu, name, label, act, icon, keys, needs in LINES
    )


def _bound(do: CommandWindow, act: Callable[[CommandWindow], None]) -> Callable[[], object]:
    """What the window itself makes of a command, which it may do in its own way."""
    bound: Callable[[], object] = getattr(do, act.__name__)
    return bound


def undo_actions(do: CommandWindow, undo: str | None, redo: str | None) -> tuple[ActionSpec, ...]:
    """Undo and redo, named after what they would take back or bring back."""
    return (
        ActionSpec(
            "edit.undo",
            f"Undo {undo[0].lower() + undo[1:]}" if undo else "Undo",
            do.undo,
            "arrow-back-up",
            "Ctrl+Z",
            lambda: do.can_write() and undo is not None,
            "Edit",
        ),
        ActionSpec(
            "edit.redo",
            f"Redo {redo[0].lower() + redo[1:]}" if redo else "Redo",
            do.redo,
            "arrow-forward-up",
            "Ctrl+Shift+Z",
            lambda: do.can_write() and redo is not None,
            "Edit",
            second_shortcut="Ctrl+Y",
        ),
    )


def page_doors(do: CommandWindow, specs: Sequence[PageSpec]) -> tuple[ActionSpec, ...]:
    """One action per page, Ctrl+1 and so on."""

    def going(name: str) -> Callable[[], object]:
        return lambda: do.go(name)

    return tuple(
        ActionSpec(
            f"go.{spec.name}",
            spec.title,
            going(spec.name),
            spec.icon,
            f"Ctrl+{place}" if place <= 9 else "",
            do.has_exercise,
            "Go",
        )
        for place, spec in enumerate(specs, 1)
    )
