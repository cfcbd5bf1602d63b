"""What an operation is: a plain typed function with the label that the undo menu shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec, TypeVar, cast

from exerciseplanner.storage.journal import StepKind
from exerciseplanner.workspace.desk import Desk

P = ParamSpec("P")
R = TypeVar("R")

#: Every operation by its name; the laws of the workspace are proved over this registry.
OPERATIONS: dict[str, Operation[..., object]] = {}


class Operation(Generic[P, R]):
    """A change to the exercise, made through `Workspace.do`.

    One operation may call another on the desk it was given; they become one step.
    """

    def __init__(
        self, label: str, function: Callable[Concatenate[Desk, P], R], kind: StepKind = "work"
    ) -> None:
        self.label = label
        self.kind: StepKind = kind
        self.name = function.__name__
        self.__doc__ = function.__doc__
        self._function = function

    def __call__(self, desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Carry it out on an open desk."""
        return self._function(desk, *args, **kwargs)

    def __repr__(self) -> str:
        return f"<operation {self.name}>"


def operation(
    label: str, kind: StepKind = "work"
) -> Callable[[Callable[Concatenate[Desk, P], R]], Operation[P, R]]:
    """Make a function an operation, named `label` in the undo menu and the history.

    An operation of kind `base` begins an exercise and cannot be taken back.
    """

    def register(function: Callable[Concatenate[Desk, P], R]) -> Operation[P, R]:
        made = Operation(label, function, kind)
        OPERATIONS[made.name] = cast("Operation[..., object]", made)
        return made

    return register
