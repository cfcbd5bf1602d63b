"""Military symbols: drawn by milsymbol's rules, painted crisply, and found by words."""

from __future__ import annotations

from exerciseplanner.ui.widgets.symbols.engine import SymbolOptions, drawing, drawings
from exerciseplanner.ui.widgets.symbols.pictures import drawings_in_rows, symbol_pixmap

__all__ = ["SymbolOptions", "drawing", "drawings", "drawings_in_rows", "symbol_pixmap"]
