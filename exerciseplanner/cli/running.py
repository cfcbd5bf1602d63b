"""Running a command line: which command, the exit code, and one sentence where it fails."""

from __future__ import annotations

import difflib
import logging
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import typer
from typer.core import TyperGroup
from typer.main import get_command

from exerciseplanner import paths
from exerciseplanner.cli.commands import application
from exerciseplanner.cli.console import complain, fall_silent, prepare_streams
from exerciseplanner.cli.surroundings import check_screen
from exerciseplanner.domain.refusals import Refusal

OK, REFUSED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
_PROGRAM = "exerciseplanner"
_SUFFIX = ".exercise"

OpenWindow = Callable[[Path | None], int]


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what the arguments ask; returns 0, 1 for anything refused, 2 for wrong use.

    `open_window` opens the window on a file, or on the start screen, and returns its exit code.
    """
    prepare_streams()
    try:
        code = _dispatched(list(arguments), open_window)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        fall_silent()
        return OK
    except KeyboardInterrupt:
        complain("Stopped. What was not finished left the exercise unchanged.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  # no traceback may reach the planner
        return _failed(error)


def _dispatched(arguments: list[str], open_window: OpenWindow) -> int:
    group = get_command(application)
    assert isinstance(group, TyperGroup)
    first = arguments[0] if arguments else ""
    if not arguments or (first not in group.commands and _names_file(first)):
        return _window(arguments, open_window)
    if not first.startswith("-") and first not in group.commands:
        complain(f"There is no command and no file “{first}”. {_hint(first, group.commands)}")
        return WRONG_USE
    try:
        with group.make_context(_PROGRAM, arguments) as context:
            group.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except typer.TyperException as error:
        named = f"{_PROGRAM} {first}" if first in group.commands else _PROGRAM
        complain(f"{_sentence(error.format_message())} `{named} --help` says how it is used.")
        return WRONG_USE
    return OK


def _names_file(argument: str) -> bool:
    if argument.startswith("-"):
        return False
    return argument.endswith(_SUFFIX) or len(Path(argument).parts) > 1 or Path(argument).is_file()


def _window(arguments: list[str], open_window: OpenWindow) -> int:
    if len(arguments) > 1:
        complain(f"The window opens one file; “{arguments[1]}” is one too many.")
        return WRONG_USE
    file = Path(arguments[0]) if arguments else None
    if file is not None and not file.is_file():
        raise Refusal(f"There is no file {file}.", remedy="Check its name and folder.")
    check_screen()
    return open_window(file)


def _hint(argument: str, known: Iterable[str]) -> str:
    alike = difflib.get_close_matches(argument, list(known), n=1)
    if alike:
        return f"Is `{alike[0]}` meant? `{_PROGRAM} --help` lists the commands."
    return f"`{_PROGRAM} --help` lists the commands."


def _sentence(message: str) -> str:
    said = " ".join(message.replace("Value error, ", "").split()).rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."


def _failed(error: Exception) -> int:
    from exerciseplanner.storage.faults import Fault

    if isinstance(error, Refusal | Fault | paths.MissingFiles):
        complain(" ".join(str(error).split()))
        return REFUSED
    complain(_reported(error))
    return REFUSED


def _reported(error: Exception) -> str:
    what = "Something went wrong that the program did not expect; what was begun was rolled back."
    try:
        log = paths.log_dir() / "exerciseplanner.log"
        handler = logging.FileHandler(log, encoding="utf-8")
    except OSError:
        return f"{what} No log could be written ({type(error).__name__}: {error})."
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger(_PROGRAM)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        logger.error("command line: %s", " ".join(sys.argv[1:]), exc_info=error)
    finally:
        logger.removeHandler(handler)
        handler.close()
    return f"{what} Details are in {log}."
