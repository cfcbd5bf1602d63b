"""What a symbol code looks like: milsymbol run in Qt's JavaScript engine, each symbol once."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QLoggingCategory
from PySide6.QtQml import QJSEngine, QJSValue
from PySide6.QtWidgets import QApplication

from exerciseplanner import paths
from exerciseplanner.domain.symbol_drawing import SymbolDrawing, drawing_of

_SCRIPT = "milsymbol/milsymbol.js"
_FUNCTION = """(function(asked) {
    return JSON.stringify(JSON.parse(asked).map(function(each) {
        var symbol = new ms.Symbol(each[0], each[1]);
        return {shapes: symbol.drawInstructions, bbox: symbol.bbox,
            line: symbol.style.strokeWidth + symbol.style.outlineWidth,
            anchor: symbol.getAnchor(), valid: symbol.isValid()};
    }));
})"""
_KEPT = 20_000
"""Drawings kept; the oldest are dropped beyond."""


class SymbolOptions(NamedTuple):
    """How a symbol is drawn besides its code.

    `staff` is the length of the staff of a headquarters, in measures in which a frame is 100 high;
    `texts` are amplifiers of milsymbol with what they say.
    """

    staff: int = 100
    texts: tuple[tuple[str, str], ...] = ()


PLAIN = SymbolOptions()


class SymbolEngine:
    """One JavaScript engine with milsymbol in it, for the thread that made it."""

    def __init__(self) -> None:
        if QCoreApplication.instance() is None:
            _own.append(_application())
        QLoggingCategory.setFilterRules("qt.qml.usedbeforedeclared=false")
        self._engine = QJSEngine()
        root = self._engine.globalObject()
        root.setProperty("globalThis", root)
        self._run(paths.asset(_SCRIPT).read_text(encoding="utf-8"), _SCRIPT)
        self._draw = self._run(_FUNCTION, "drawing.js")

    def drawn(self, codes: list[str], options: SymbolOptions) -> list[SymbolDrawing]:
        """The drawings of these codes in one call."""
        told = {"size": 100, "hqStaffLength": options.staff, **dict(options.texts)}
        asked = json.dumps([[code, told] for code in codes])
        answer = _answer(self._draw.call([QJSValue(asked)])).toString()
        found: list[dict[str, Any]] = json.loads(answer)
        return [drawing_of(code, each) for code, each in zip(codes, found, strict=True)]

    def close(self) -> None:
        """Let go of the function before the engine it lives in."""
        self._draw = QJSValue()
        self._engine.collectGarbage()

    def _run(self, script: str, name: str) -> QJSValue:
        value: Any = self._engine.evaluate(script, name)  # the stubs promise a pair
        return _answer(value)


def _application() -> QApplication:
    """What Qt wants to be there, off screen where there is no screen."""
    if not any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication(["exerciseplanner"])


_own: list[QApplication] = []
_known: dict[tuple[str, SymbolOptions], SymbolDrawing] = {}
_main: list[SymbolEngine] = []
_lock = threading.Lock()


def drawings(codes: Iterable[str], options: SymbolOptions = PLAIN) -> dict[str, SymbolDrawing]:
    """The drawings of these codes, from any thread. Raises paths.MissingFiles.

    Another thread than the main one makes an engine for itself, if it needs one at all.
    """
    wanted = tuple(dict.fromkeys(codes))
    missing = [code for code in wanted if (code, options) not in _known]
    if missing:
        made = _drawn(missing, options)
        with _lock:
            _known.update({(each.code, options): each for each in made})
    found = {code: _known[code, options] for code in wanted}
    _forget_oldest()
    return found


def drawing(code: str, options: SymbolOptions = PLAIN) -> SymbolDrawing:
    """The drawing of one code. Raises paths.MissingFiles."""
    found = _known.get((code, options))
    return found or drawings((code,), options)[code]


def _drawn(codes: list[str], options: SymbolOptions) -> list[SymbolDrawing]:
    if threading.current_thread() is threading.main_thread():
        if not _main:
            _main.append(SymbolEngine())
        return _main[0].drawn(codes, options)
    engine = SymbolEngine()
    try:
        return engine.drawn(codes, options)
    finally:
        engine.close()


def _forget_oldest() -> None:
    with _lock:
        while len(_known) > _KEPT:
            del _known[next(iter(_known))]


def _answer(value: QJSValue) -> QJSValue:
    if value.isError():
        line = value.property("lineNumber").toInt()
        raise RuntimeError(f"milsymbol: {value.toString()} (line {line})")
    return value
