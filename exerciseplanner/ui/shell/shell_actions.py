"""The actions of the window itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exerciseplanner.ui.pages import PageSpec
from exerciseplanner.ui.shell.commands import CommandWindow
from exerciseplanner.ui.widgets.actions import ActionSpec

Line = tuple[str, str, str, Callable[[], object], str, str, Callable[[], bool] | None]


def shell_actions(do: CommandWindow) -> tuple[ActionSpec, ...]:
    """Everything that can be done whatever page is open."""
    here = do.has_exercise
    lines: tuple[Line, ...] = (
        ("File", "file.new", "New exercise", do.new_exercise, "file-plus", "Ctrl+Shift+N", None),
        ("File", "file.open", "Open an exercise", do.open_exercise, "folder-open", "Ctrl+O", None),
        ("File", "file.sample", "Explore the sample", do.open_sample, "school", "", None),
        ("File", "file.version", "Save a version", do.save_version, "files", "Ctrl+Shift+S", here),
        (
            "File",
            "file.exercise",
            "Name, dates and marking of the exercise",
            do.inspect_exercise,
            "id-badge-2",
            "Ctrl+Shift+E",
            here,
        ),
        (
            "File",
            "file.preferences",
            "Preferences",
            do.open_preferences,
            "settings",
            "Ctrl+,",
            None,
        ),
        ("File", "file.close", "Close the exercise", do.close_exercise, "x", "Ctrl+W", here),
        ("File", "file.quit", "Quit", do.quit, "", "Ctrl+Q", None),
        ("Edit", "edit.find", "Filter this page", do.find_here, "filter", "Ctrl+F", here),
        (
            "Edit",
            "edit.palette",
            "Find an action, a page or a record",
            do.open_palette,
            "search",
            "Ctrl+K",
            None,
        ),
        (
            "View",
            "view.rail",
            "Fold or unfold the navigation",
            do.toggle_rail,
            "layout-sidebar",
            "Ctrl+B",
            here,
        ),
        (
            "View",
            "view.inspector",
            "Show or hide the inspector",
            do.toggle_inspector,
            "layout-sidebar-right",
            "Ctrl+I",
            here,
        ),
        (
            "View",
            "view.problems",
            "Problems",
            do.toggle_drawer,
            "alert-triangle",
            "Ctrl+Shift+M",
            here,
        ),
        ("View", "view.history", "History", do.open_history, "history", "Ctrl+H", here),
        ("View", "view.theme", "Next theme", do.next_theme, "palette", "Ctrl+Shift+T", None),
        ("Go", "go.back", "Back", do.go_back, "arrow-left", "Alt+Left", here),
        ("Go", "go.forward", "Forward", do.go_forward, "arrow-right", "Alt+Right", here),
        ("Help", "help.shortcuts", "Keyboard shortcuts", do.open_shortcuts, "keyboard", "F1", None),
        ("Help", "help.about", "About", do.open_about, "info-circle", "", None),
    )
    return tuple(
        ActionSpec(name, label, run, icon, keys, when, menu)
        for menu, name, label, run, icon, keys, when in lines
    )


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
