"""Rows about what units have and who commands them, as the checks read them."""

from __future__ import annotations

from typing import NamedTuple

from exerciseplanner.domain.checks.rows import called


class Relation(NamedTuple):
    """One command relation; times count minutes from STARTEX."""

    id: str
    unit_id: str
    superior_id: str
    relation: str
    start: int | None
    finish: int | None


class Equipment(NamedTuple):
    """Equipment of one kind that a unit has."""

    id: str
    unit_id: str
    title: str
    quantity_planned: int | None
    quantity_present: int | None


class System(NamedTuple):
    """One system of a unit; `technologies` is a JSON array of codes."""

    id: str
    code: str
    title: str
    unit_id: str | None
    technologies: str
    maturity: str

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.code, self.title)


class Capability(NamedTuple):
    """One capability of the catalogue; `technologies` is a JSON array of codes."""

    id: str
    code: str
    title: str
    capability_area: str
    technologies: str

    @property
    def called(self) -> str:
        """How a sentence names it."""
        return called(self.code, self.title)


class Held(NamedTuple):
    """One capability that a unit holds."""

    id: str
    unit_id: str
    capability_id: str
    maturity: str


class StandardHeld(NamedTuple):
    """One standard that a unit holds, in an edition and perhaps through a system."""

    id: str
    unit_id: str
    standard_id: str
    edition: str
    role: str
    gateway: int
    system_id: str | None
