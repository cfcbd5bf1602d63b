"""The pages: what a page is, what it is given, and how the window finds them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exerciseplanner.ui.widgets.actions import ActionSpec
from exerciseplanner.ui.widgets.page_context import PageContext

GROUPS = ("Prepare", "Assemble", "Conduct", "Evaluate", "Print")

__all__ = ["GROUPS", "Door", "Page", "PageContext", "PageSpec", "page_specs"]


class Page(QWidget):
    """One page of the window; made the first time it is opened, then kept."""

    headline_changed = Signal()
    """What stands beside the title has changed."""

    filter_hint: str = ""
    """What the filter box in the header says; empty for no filter box."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.headline = ""

    def set_headline(self, text: str) -> None:
        """Say something beside the title, such as counts."""
        if text != self.headline:
            self.headline = text
            self.headline_changed.emit()

    def page_actions(self) -> Sequence[ActionSpec]:
        """What can be done on the page; one may be primary."""
        return ()

    def apply_filter(self, text: str) -> None:
        """Show only what contains every word."""

    def show_record(self, noun: str, row_id: str) -> None:
        """Select a record and bring it into sight."""

    def shown(self) -> None:
        """The page came into sight."""

    def hidden(self) -> None:
        """The page went out of sight."""


@dataclass(frozen=True)
class Door:
    """A view or an action of a page that the palette finds from every other page.

    `view` names the view to open, `action` the action to run there, under its own label; `words`
    are what else planners call it.
    """

    label: str
    view: str = ""
    action: str = ""
    words: str = ""


@dataclass(frozen=True)
class PageSpec:
    """How a page is found: its name, where it stands in the navigation, and how it is made.

    `nouns` are the nouns whose records are shown there, `doors` lead straight into it.
    """

    name: str
    title: str
    group: str
    icon: str
    order: int
    factory: Callable[[PageContext], Page]
    nouns: tuple[str, ...] = ()
    doors: tuple[Door, ...] = ()


def page_specs() -> tuple[PageSpec, ...]:
    """Every page, each a package here with a ``PAGE``, in the order of the navigation."""
    found: list[PageSpec] = []
    for module in pkgutil.iter_modules(__path__):
        if module.ispkg:
            page = getattr(importlib.import_module(f"{__name__}.{module.name}"), "PAGE", None)
            if isinstance(page, PageSpec):
                found.append(page)
    return tuple(sorted(found, key=lambda spec: (GROUPS.index(spec.group), spec.order)))
