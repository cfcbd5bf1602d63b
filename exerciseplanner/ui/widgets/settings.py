"""What the window remembers of this planner: sizes, columns, theme."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from exerciseplanner import paths

WANTED_DOCUMENT = "documents/wanted"
"""The code of the document that the Documents page is to show when it is gone to."""


class Settings:
    """Values by name in a file of the planner's own; JSON inside, so that types survive.

    With `kept` false they live in memory only, as for pictures that must not depend on anybody.
    """

    def __init__(self, path: Path | None = None, *, kept: bool = True) -> None:
        self._here: dict[str, str] = {}
        self._kept: QSettings | None = None
        if kept:
            file = path or paths.user_config_dir() / "window.ini"
            self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    def get(self, name: str, default: Any = None) -> Any:
        """The value kept under a name, or the default."""
        text = self._kept.value(name) if self._kept else self._here.get(name)
        if not isinstance(text, str):
            return default
        try:
            return json.loads(text)
        except ValueError:
            return default

    def put(self, name: str, value: Any) -> None:
        """Keep a value under a name."""
        text = json.dumps(value)
        if self._kept:
            self._kept.setValue(name, text)
        else:
            self._here[name] = text

    def state(self, name: str) -> QByteArray:
        """A state that Qt saved, or an empty one."""
        return QByteArray.fromBase64(str(self.get(name, "")).encode())

    def put_state(self, name: str, state: QByteArray) -> None:
        """Keep a state that Qt saved."""
        self.put(name, bytes(state.toBase64().data()).decode())

    def write(self) -> None:
        """Write to disk now."""
        if self._kept:
            self._kept.sync()
