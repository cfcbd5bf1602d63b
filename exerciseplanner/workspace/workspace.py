"""The workspace: the one door to an exercise file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

from sqlalchemy import Connection

from exerciseplanner.domain.intake import Intake
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage import exercise_file, holder
from exerciseplanner.storage.backup import write_copy
from exerciseplanner.storage.engine import Database, copy_in_memory
from exerciseplanner.storage.faults import Fault, explained
from exerciseplanner.storage.journal import Journal, OpenStep, StepKind, StepRecord
from exerciseplanner.storage.packs import DEFAULT_PACK, load_pack
from exerciseplanner.storage.upgrade import SCHEMA
from exerciseplanner.storage.verification import Verification, verify
from exerciseplanner.workspace.changes import Announcer, Changes, Listener
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.opening import opened
from exerciseplanner.workspace.operation import Operation
from exerciseplanner.workspace.query import Query

P = ParamSpec("P")
R = TypeVar("R")


class Workspace:
    """An open exercise: `do` changes it, `ask` reads it, listeners hear of each change.

    Used from one thread; `snapshot` gives other threads a copy of their own.
    """

    def __init__(self, database: Database, *, is_held: bool = False, note: str = "") -> None:
        self._database = database
        self._is_held = is_held
        self._journal = Journal(database, SCHEMA)
        self._announcer = Announcer()
        self._gesture: Connection | None = None
        #: Why the file may only be read; empty where it may be written.
        self.read_only_reason = note
        self.subscribe = self._announcer.subscribe

    @classmethod
    def create(
        cls,
        path: Path,
        name: str,
        doctrine: str = DEFAULT_PACK,
        content: Intake | None = None,
    ) -> Workspace:
        """Make a new exercise file with a doctrine pack and some first content, and open it.

        Raises:
            Refusal: there is no such doctrine pack, or the name is empty.
            Fault: the file cannot be made there.
        """
        from exerciseplanner.workspace.founding import begin_exercise

        pack = load_pack(doctrine)
        if not name.strip():
            raise Refusal("An exercise needs a name.", field="name", remedy="Give it one.")

        def begin(database: Database) -> None:
            cls(database).do(begin_exercise, name, pack, content)

        exercise_file.create(path, begin)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, keep_backup: bool = True) -> Workspace:
        """Open an exercise file; where another window holds it, or it may not be written, to read.

        `keep_backup` off spares the backup of a file that is itself a passing copy.

        Raises:
            Fault: the file cannot be used; the message says why and what to do.
        """
        found = opened(path, read_only=read_only, keep_backup=keep_backup)
        return cls(found.database, is_held=found.is_held, note=found.note)

    @property
    def path(self) -> Path:
        """The exercise file."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether the file may only be read."""
        return self._database.read_only

    def do(
        self,
        operation: Operation[P, R],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Carry out an operation in one transaction and one step, then announce what it touched.

        Raises:
            Refusal: the rules forbid it, or the file may only be read; nothing was changed.
            Fault: the disk or the file does not allow it; nothing was changed.
        """
        if self._gesture is not None:
            with explained(self.path), self._database.part():
                return operation(Desk(self._gesture), *args, **kwargs)
        step = OpenStep(operation.label, operation.kind)
        self._check_writable()
        with explained(self.path), self._journal.recording(step) as connection:
            result = operation(Desk(connection), *args, **kwargs)
        self._announce(step)
        return result

    def ask(self, query: Query[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Answer a query from the present state.

        Raises:
            Fault: the file cannot be read.
        """
        if self._gesture is not None:
            return query(Desk(self._gesture), *args, **kwargs)
        with explained(self.path), self._database.reading() as connection:
            return query(Desk(connection), *args, **kwargs)

    @contextmanager
    def one_step(self, label: str) -> Iterator[None]:
        """Make everything done inside one step, announced once; an error takes all of it back.

        Whoever catches a refusal inside goes on without what was refused.
        """
        step = OpenStep(label)
        self._check_writable()
        with explained(self.path), self._journal.recording(step) as connection:
            self._gesture = connection
            try:
                yield
            finally:
                self._gesture = None
        self._announce(step)

    @property
    def undo_label(self) -> str | None:
        """What an undo would take back, as the menu names it."""
        return self._label(self._journal.next_undo)

    @property
    def redo_label(self) -> str | None:
        """What a redo would bring back, as the menu names it."""
        return self._label(self._journal.next_redo)

    @property
    def undo_step(self) -> int | None:
        """The number of the step that an undo would take back."""
        return self._journal.next_undo

    def undo(self) -> Changes | None:
        """Take back the newest standing step; None where there is none."""
        return self._reverse(self._journal.next_undo, "undo")

    def redo(self) -> Changes | None:
        """Bring back what the newest undo took; None where there is none."""
        return self._reverse(self._journal.next_redo, "redo")

    def undo_to(self, step: int) -> int:
        """Take back every step down to and including `step`; returns how many.

        Raises:
            Refusal: the step is not standing, so undoing cannot reach it.
        """
        if not self._journal.is_standing(step):
            raise Refusal(
                "That step cannot be taken back.",
                remedy="It has been taken back already, or was made before the file was upgraded.",
            )
        count = 0
        while self._journal.is_standing(step):
            self.undo()
            count += 1
        return count

    def history(self, limit: int = 500) -> tuple[StepRecord, ...]:
        """The newest steps first."""
        with explained(self.path):
            return self._journal.steps(limit)

    def can_undo_to(self, step: int) -> bool:
        """Whether undoing can reach the step."""
        return not self.read_only and self._journal.is_standing(step)

    @property
    def head(self) -> str:
        """The hash of the newest step, printed in assessments as proof of the state they show."""
        with explained(self.path):
            return self._journal.head()

    def verify(self) -> Verification:
        """Check the whole file: SQLite's integrity, the chain of steps, every row."""
        with explained(self.path):
            return verify(self._database)

    def save_version(self, target: Path) -> None:
        """Write a named copy of the whole exercise, history included.

        Raises:
            Fault: it cannot be written there, or somebody works on the file of that name; this
                file is unchanged.
        """
        if target.resolve() == self.path.resolve() or holder.holder_of(target) is not None:
            raise Fault(
                f"{target.name} is open and cannot be replaced.",
                safe="The exercise file itself is unchanged.",
                remedy="Choose another name for the version.",
            )
        write_copy(self._database.raw, target)

    def snapshot(self) -> Workspace:
        """A private copy in memory, to be read in one other thread; takes no lock.

        Raises:
            Fault: the file cannot be read.
        """
        with explained(self.path):
            copy = copy_in_memory(self._database.image(), self.path)
        return Workspace(copy, note="It is a copy in memory.")

    def close(self) -> None:
        """Give the file back; what is closed already stays closed."""
        self._database.close()
        if self._is_held:
            self._is_held = False
            holder.let_go(self.path)

    def _label(self, step: int | None) -> str | None:
        return None if step is None or self.read_only else self._journal.label(step)

    def _reverse(self, step: int | None, kind: StepKind) -> Changes | None:
        if step is None:
            return None
        self._check_writable()
        opened = OpenStep(self._journal.label(step), kind, reverses=step)
        with explained(self.path):
            self._journal.reverse(step, opened)
        return self._announce(opened)

    def _announce(self, step: OpenStep) -> Changes | None:
        if not step.id:
            return None
        changes = Changes(step.label, step.id, step.kind, step.touched)
        self._announcer.announce(changes)
        return changes

    def _check_writable(self) -> None:
        if self.read_only:
            raise Refusal(
                f"{self.path.name} is open for reading only. {self.read_only_reason}".strip(),
                remedy="Save a version under another name to work on.",
            )


__all__ = ["Fault", "Listener", "Refusal", "Workspace"]
