"""A planner who edits without pause, in a process that can be killed: one fork for each line read.

Reads paths of exercise files from standard input. For each it says the process number of a child
that edits the file and says the head of every commit, and when that child is gone.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from exerciseplanner.workspace.operations.injects import (
    add_inject,
    edit_injects,
    remove_injects,
    shift_injects,
)
from exerciseplanner.workspace.workspace import Workspace
from tests.workspace.plans import ids


def say(text: str) -> None:
    """One line in one write, so that a kill leaves it out or leaves it whole."""
    os.write(1, (text + "\n").encode())


def edit(path: Path) -> None:
    """Edit a file for ever, and say each commit once it is made."""
    workspace = Workspace.open(path)
    if workspace.read_only:
        say(f"refused {workspace.read_only_reason}")
        return
    say("open")
    chance = random.Random(os.getpid())
    while True:
        change(workspace, chance)
        say(f"commit {workspace.head}")


def change(workspace: Workspace, chance: random.Random) -> None:
    """One gesture of a planner: small or large, new or undone."""
    found = ids(workspace, "inject")
    choice = chance.random()
    if choice < 0.5:
        chosen = [chance.choice(found)]
        workspace.do(edit_injects, chosen, {"message": "Łódź " * chance.randrange(2000)})
    elif choice < 0.7:
        workspace.do(add_inject, {"title": "Added", "message": "x" * chance.randrange(20_000)})
    elif choice < 0.8 and len(found) > 20:
        workspace.do(remove_injects, [chance.choice(found)])
    elif choice < 0.9:
        workspace.do(shift_injects, found, chance.randrange(1, 500))
    else:
        workspace.undo()


def main() -> None:
    """Fork a planner for every path that is read."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            edit(Path(line.strip()))
            os._exit(0)
        say(f"child {child}")
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main()
