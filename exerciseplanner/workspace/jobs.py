"""Long work: a generator that yields its progress and returns its result."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

R = TypeVar("R")


@dataclass(frozen=True)
class Progress:
    """How far long work has come: `done` of `total` steps, and what it is doing now."""

    done: int
    total: int
    what: str


Job = Generator[Progress, None, R]


def finish(job: Job[R]) -> R:
    """Run a job to its end without showing progress, and return its result."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            result: R = end.value
            return result
