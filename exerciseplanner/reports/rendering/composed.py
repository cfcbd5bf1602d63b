"""The base of everything placed on a page, and pieces that only group, space or break."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exerciseplanner.reports.rendering.typesetting import Canvas, Typesetter


class Composed(Flowable):  # type: ignore[misc]  # ReportLab ships no type information
    """Something placed on a page.

    A document is laid out twice, first to learn its page numbers: that pass does not paint.
    """

    def __init__(self, setter: Typesetter, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__()
        self.setter = setter
        self.spaceBefore = before
        self.spaceAfter = after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width taken and height needed at that width, in points."""
        self.width = available_width
        self.height = self.height_at(available_width)
        return self.width, self.height

    def height_at(self, width: float) -> float:
        """Height in points when set to a width."""
        raise NotImplementedError

    def opening_at(self, width: float) -> float:
        """How much of its beginning must stand on the same page as the heading before it."""
        return self.height_at(width)

    def paint(self, canvas: Canvas) -> None:
        """Draw on the canvas, the origin at the lower left corner."""
        raise NotImplementedError

    def arrive(self, canvas: Canvas) -> None:
        """Called in every pass when the place on the page is known."""

    def forget(self) -> None:
        """Forget what ReportLab noted in an earlier pass: that a page was too short for it."""
        self.__dict__.pop("_postponed", None)

    def draw(self) -> None:
        """Called by ReportLab when placed."""
        self.arrive(self.canv)
        if not self.canv.measuring:
            self.paint(self.canv)

    @property
    def before(self) -> float:
        """Space wanted above, dropped at the top of a page."""
        return float(self.spaceBefore)

    @property
    def after(self) -> float:
        """Space wanted below."""
        return float(self.spaceAfter)


class Gap(Composed):
    """Empty height in points."""

    def __init__(self, setter: Typesetter, height: float) -> None:
        super().__init__(setter)
        self._gap = height

    def height_at(self, width: float) -> float:
        """Height as asked for."""
        return self._gap

    def paint(self, canvas: Canvas) -> None:
        """Nothing to draw."""


class Room(Composed):
    """Nothing where at least ``needed`` points are left on the page, otherwise the rest of it."""

    _SPACETRANSFER = True
    _ZEROSIZE = True

    def __init__(self, setter: Typesetter, needed: float) -> None:
        super().__init__(setter)
        self._needed = needed

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """No height, or one that no longer fits."""
        self.width = available_width
        self.height = 0.0 if available_height >= self._needed else available_height + 1.0
        return self.width, self.height

    def paint(self, canvas: Canvas) -> None:
        """Nothing to draw."""


class Together(Composed):
    """Pieces one below the other that move to the next page as one, if a page can hold them."""

    def __init__(
        self,
        setter: Typesetter,
        parts: Sequence[Composed],
        spread: Sequence[Composed],
        page_height: float,
    ) -> None:
        """``spread`` is what takes the parts' place where they are longer than a page."""
        super().__init__(setter, parts[0].before if parts else 0, parts[-1].after if parts else 0)
        self._parts = tuple(parts)
        self._spread = tuple(spread)
        self._page_height = page_height

    def height_at(self, width: float) -> float:
        """Heights of all parts and the larger of each two spaces that meet."""
        heights = sum(part.wrap(width, self._page_height)[1] for part in self._parts)
        pairs = zip(self._parts, self._parts[1:], strict=False)
        return heights + sum(max(one.after, two.before) for one, two in pairs)

    def split(self, available_width: float, available_height: float) -> list[Composed]:
        """Nothing where a fresh page can hold all; otherwise the parts one by one."""
        if self.height_at(available_width) <= self._page_height:
            return []
        return [Room(self.setter, 0.0), *self._spread]

    def forget(self) -> None:
        """Forget it for every part too."""
        super().forget()
        for part in (*self._parts, *self._spread):
            part.forget()

    def opening_at(self, width: float) -> float:
        """All of it, or its first part where it is longer than a page."""
        height = self.height_at(width)
        if height <= self._page_height or not self._parts:
            return height
        return self._parts[0].opening_at(width)

    def draw(self) -> None:
        """Draw every part in its place."""
        top = self.height
        last: Composed | None = None
        for part in self._parts:
            if last is not None:
                top -= max(last.after, part.before)
            top -= part.wrap(self.width, self._page_height)[1]
            part.drawOn(self.canv, 0, top)
            last = part
