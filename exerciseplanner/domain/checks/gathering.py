"""Findings that are alike: a few stand each for itself, more of them in one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from exerciseplanner.domain.checks.registry import Finding, Fix
from exerciseplanner.domain.wording import series

FEW = 5
"""More findings of one cause than this are said in one row, with everything they are about."""

Named = tuple[str, Finding]
"""How a list names what a finding is about, and the finding."""

Says = Callable[[int, str], str]
"""A sentence about many things, from their number and a list that names the first of them."""


def all_say(says: str) -> Says:
    """A sentence that begins with their number and ends with the list."""
    return lambda number, names: f"{number} {says}: {names}."


def gathered(listed: Iterable[Named], says: Says) -> Iterator[Finding]:
    """Findings of one check as they are if they are few, else one for all with the same fix."""
    alike: dict[tuple[object, ...], list[Named]] = defaultdict(list)
    for name, finding in listed:
        alike[_cause(finding)].append((name, finding))
    for group in alike.values():
        if len(group) > FEW:
            yield _as_one(group, says)
        else:
            yield from (finding for _, finding in group)


def _cause(finding: Finding) -> tuple[object, ...]:
    fix = finding.fix
    return (finding.noun, finding.why, *((fix.label, fix.field, repr(fix.value)) if fix else ()))


def _as_one(group: list[Named], says: Says) -> Finding:
    findings = [finding for _, finding in group]
    first, fix = findings[0], findings[0].fix
    if fix is not None:
        ids = (row for each in findings if each.fix for row in each.fix.ids)
        fix = Fix(fix.label, fix.noun, tuple(dict.fromkeys(ids)), fix.field, fix.value)
    own = tuple(dict.fromkeys(row for each in findings for row in each.ids))
    related = tuple(dict.fromkeys(row for each in findings for row in each.related))
    text = says(len(group), series(name for name, _ in group))
    return Finding(text, first.noun, own, first.why, related=related, fix=fix)
