"""What a query is: a plain typed function and the nouns whose change makes its answer stale."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec, TypeVar, cast

from exerciseplanner.workspace.desk import Desk

P = ParamSpec("P")
R = TypeVar("R")

#: Every query by its name; the laws of the workspace are proved over this registry.
QUERIES: dict[str, Query[..., object]] = {}


class Query(Generic[P, R]):
    """A question to the exercise, asked through `Workspace.ask`; answers are frozen values."""

    def __init__(
        self, watches: frozenset[str], function: Callable[Concatenate[Desk, P], R]
    ) -> None:
        self.watches = watches
        self.name = function.__name__
        self.__doc__ = function.__doc__
        self._function = function

    def __call__(self, desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Answer from an open desk."""
        return self._function(desk, *args, **kwargs)

    def __repr__(self) -> str:
        return f"<query {self.name}>"


def query(*watches: str) -> Callable[[Callable[Concatenate[Desk, P], R]], Query[P, R]]:
    """Make a function a query that must be asked again when one of `watches` is touched."""

    def register(function: Callable[Concatenate[Desk, P], R]) -> Query[P, R]:
        made = Query(frozenset(watches), function)
        QUERIES[made.name] = cast("Query[..., object]", made)
        return made

    return register
