"""The small marks inside boxes and arrows, as files, because style sheets take them only so."""

from __future__ import annotations

import logging
from pathlib import Path

from exerciseplanner import paths
from exerciseplanner.ui.widgets.tokens import Theme

_MARKS = {"mark_check": ("check", "on_accent", "3"), "mark_open": ("chevron-down", "muted", "2")}
_LOG = logging.getLogger("exerciseplanner")


def mark_files(theme: Theme) -> dict[str, str]:
    """What the style sheet writes for each mark; nothing where the marks cannot be kept."""
    return {
        name: _file(theme.tokens[token], icon, width)
        for name, (icon, token, width) in _MARKS.items()
    }


def _file(colour: str, icon: str, width: str) -> str:
    path = paths.user_config_dir() / "marks" / f"{icon}-{colour.removeprefix('#')}.svg"
    try:
        if not path.exists():
            _write(path, colour, icon, width)
    except OSError:
        _LOG.warning("The mark %s cannot be kept at %s", icon, path)
        return "none"
    return f'url("{path.as_posix()}")'


def _write(path: Path, colour: str, icon: str, width: str) -> None:
    text = paths.asset(f"icons/{icon}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", colour)
    text = text.replace('stroke-width="2"', f'stroke-width="{width}"')
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
