"""What the rules of exercise planning forbid, said in a sentence a planner can act on."""

from __future__ import annotations


class Refusal(Exception):
    """A request the rules forbid: what is wrong, beside which field, and what would be accepted."""

    message: str
    field: str | None
    remedy: str

    def __init__(self, message: str, *, field: str | None = None, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}" if self.remedy else self.message
