"""The exercise files opened last."""

from __future__ import annotations

from pathlib import Path

from exerciseplanner.ui.widgets.settings import Settings

_MOST = 8


def recent_files(settings: Settings) -> tuple[Path, ...]:
    """The newest first, without those that are gone."""
    paths = (Path(text) for text in settings.get("recent", ()))
    return tuple(path for path in paths if path.is_file())


def remember_file(settings: Settings, path: Path) -> None:
    """Put a file at the top of the list."""
    wanted = str(path.resolve())
    rest = [text for text in settings.get("recent", ()) if text != wanted]
    settings.put("recent", [wanted, *rest][:_MOST])
