"""Running a command line: which command, the exit code, and one sentence where it fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from exerciseplanner import paths
from exerciseplanner.cli.console import complain, fall_silent, prepare_streams
from exerciseplanner.cli.exit_codes import INTERRUPTED, OK, PROGRAM, REFUSED, WRONG_USE
from exerciseplanner.cli.surroundings import check_screen
from exerciseplanner.domain.refusals import Refusal

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
    first = arguments[0] if arguments else ""
    is_option = first.startswith("-")
    if not arguments or (not is_option and _can_only_be_a_file(first)):
        return _window(arguments, open_window)  # without loading the commands
    from exerciseplanner.cli import dispatching

    if not is_option and Path(first).is_file() and first not in dispatching.command_names():
        return _window(arguments, open_window)
    return dispatching.dispatch(arguments)


def _can_only_be_a_file(argument: str) -> bool:
    return argument.endswith(_SUFFIX) or len(Path(argument).parts) > 1


def _window(arguments: list[str], open_window: OpenWindow) -> int:
    if len(arguments) > 1:
        complain(f"The window opens one file; “{arguments[1]}” is one too many.")
        return WRONG_USE
    file = Path(arguments[0]) if arguments else None
    if file is not None and not file.is_file():
        raise Refusal(f"There is no file {file}.", remedy="Check its name and folder.")
    check_screen()
    return open_window(file)


def _failed(error: Exception) -> int:
    from exerciseplanner.storage.faults import Fault

    if isinstance(error, Refusal | Fault | paths.MissingFiles):
        complain(" ".join(str(error).split()))
        return REFUSED
    complain(_reported(error))
    return REFUSED


def _reported(error: Exception) -> str:
    import logging

    what = "Something went wrong that the program did not expect; what was begun was rolled back."
    try:
        log = paths.log_dir() / f"{PROGRAM}.log"
        handler = logging.FileHandler(log, encoding="utf-8")
    except OSError:
        return f"{what} No log could be written ({type(error).__name__}: {error})."
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger(PROGRAM)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        logger.error("command line: %s", " ".join(sys.argv[1:]), exc_info=error)
    finally:
        logger.removeHandler(handler)
        handler.close()
    return f"{what} Details are in {log}."
