"""Which command is meant, and its exit code; the parser of commands is loaded here."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

import typer
from typer.core import TyperGroup
from typer.main import get_command

from exerciseplanner.cli.commands import application
from exerciseplanner.cli.console import complain
from exerciseplanner.cli.exit_codes import OK, PROGRAM, WRONG_USE


def command_names() -> frozenset[str]:
    """Every command there is."""
    return frozenset(_group().commands)


def dispatch(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; returns its exit code, 2 for wrong use."""
    first, group = arguments[0], _group()
    if not first.startswith("-") and first not in group.commands:
        complain(f"There is no command and no file “{first}”. {_hint(first, group.commands)}")
        return WRONG_USE
    try:
        with group.make_context(PROGRAM, list(arguments)) as context:
            group.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except typer.TyperException as error:
        named = f"{PROGRAM} {first}" if first in group.commands else PROGRAM
        complain(f"{_sentence(error.format_message())} `{named} --help` says how it is used.")
        return WRONG_USE
    return OK


def _group() -> TyperGroup:
    group = get_command(application)
    assert isinstance(group, TyperGroup)
    return group


def _hint(argument: str, known: Iterable[str]) -> str:
    alike = difflib.get_close_matches(argument, list(known), n=1)
    if alike:
        return f"Is `{alike[0]}` meant? `{PROGRAM} --help` lists the commands."
    return f"`{PROGRAM} --help` lists the commands."


def _sentence(message: str) -> str:
    said = " ".join(message.replace("Value error, ", "").split()).rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."
