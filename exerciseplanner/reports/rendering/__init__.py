"""The document engine: typesets blocks on pages and writes them as PDF."""

from exerciseplanner.reports.rendering.engine import Rendering, finish, render, typeset

__all__ = ["Rendering", "finish", "render", "typeset"]
