"""milsymbol's own SVG, to hold the drawings against."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLoggingCategory
from PySide6.QtQml import QJSEngine, QJSValue

from exerciseplanner import paths
from exerciseplanner.ui.widgets import typeface


@pytest.fixture(scope="session")
def own_svg(qapp):
    """The SVG of a code as milsymbol writes it, with the embedded face for its text."""
    QLoggingCategory.setFilterRules("qt.qml.usedbeforedeclared=false")
    engine = QJSEngine()
    root = engine.globalObject()
    root.setProperty("globalThis", root)
    engine.evaluate(paths.asset("milsymbol/milsymbol.js").read_text(encoding="utf-8"))
    draw = engine.evaluate("(function(c){return new ms.Symbol(c,{size:100}).asSVG()})")
    face = f'font-family="{typeface.family()}"'

    def svg(code: str) -> str:
        return draw.call([QJSValue(code)]).toString().replace('font-family="Arial"', face)

    svg.engine = engine  # which has to live as long as its function
    return svg
