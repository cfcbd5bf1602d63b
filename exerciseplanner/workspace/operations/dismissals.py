"""Setting problems aside with a reason, and bringing them back."""

from __future__ import annotations

from collections.abc import Iterable

from exerciseplanner.domain.checks.dismissing import Subject, rows_part
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.storage.tables.dismissals import dismissal
from exerciseplanner.workspace.desk import Desk
from exerciseplanner.workspace.operation import operation


@operation("Dismiss problem")
def dismiss_problems(
    desk: Desk, subjects: Iterable[Subject], reason: str, dismissed_by: str = ""
) -> None:
    """Set problems aside, each named by its subject; what was said of them before is replaced.

    Raises:
        Refusal: no reason is given.
    """
    if not reason.strip():
        raise Refusal(
            "State the reason.", field="reason", remedy="It is listed beside what was dismissed."
        )
    values = {
        "reason": " ".join(reason.split()),
        "dismissed_by": dismissed_by.strip(),
        "dismissed_at": desk.stamp,
    }
    for code, kind, subject_id in dict.fromkeys(subjects):
        known = desk.plain(
            "SELECT id, subject_id FROM dismissal WHERE code = ? AND subject_kind = ?", (code, kind)
        )
        same = [row_id for row_id, other in known if rows_part(other) == rows_part(subject_id)]
        desk.remove(dismissal, same)
        subject = {"code": code, "subject_kind": kind, "subject_id": subject_id}
        desk.add(dismissal, {**subject, **values})


@operation("Bring back problem")
def bring_back_problems(desk: Desk, ids: Iterable[str]) -> None:
    """Let problems stand again, named by the ids of their dismissals."""
    desk.remove(dismissal, ids)
