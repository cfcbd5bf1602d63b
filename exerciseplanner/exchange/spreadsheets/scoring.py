"""How well a column fits a field: the words above it and the cells in it, put together."""

from __future__ import annotations

from exerciseplanner.exchange.spreadsheets.evidence import evidence_for
from exerciseplanner.exchange.spreadsheets.headers import Header
from exerciseplanner.exchange.spreadsheets.similarity import NONE, best_score, heading_scores
from exerciseplanner.exchange.spreadsheets.targets import TARGETS
from exerciseplanner.exchange.spreadsheets.values import Portrait

FIELDS = tuple(TARGETS)
_EVIDENCE_WEIGHT = 0.45
_COUNTER_EVIDENCE_WEIGHT = 0.8
_WEAK_HEADING = 0.6
_TELLABLE = frozenset({"start", "start_date", "message", "title", "means", "state", "serial"})
"""Fields that cells alone can give away under a heading nobody knows."""
_USUAL_ORDER = (
    "serial",
    "start_date",
    "start",
    "sender",
    "addressees",
    "means",
    "title",
    "message",
    "background",
    "expected_action",
    "cue",
    "note",
)
_UNNAMED = (*_USUAL_ORDER, "kind", "state", "objectives")
"""Fields that are looked for where no heading names them."""


def column_scores(
    text: str, portraits: list[Portrait], column: int, header: Header
) -> dict[str, float]:
    """How well one column fits every field, by the words above it and the cells in it."""
    seen = portraits[column]
    if not header.rows:
        scores = _unnamed_scores(seen, column, len(portraits))
    elif any(score >= _WEAK_HEADING for score in heading_scores(text).values()):
        scores = _named_scores(text, seen)
    else:
        scores = _named_scores(text, seen) | _strange_scores(text, seen, header)
    return {name: scores.get(name, 0.0) - 0.0001 * place for place, name in enumerate(FIELDS)}


def _named_scores(text: str, seen: Portrait) -> dict[str, float]:
    """Scores under a heading with words that planners use."""
    named = heading_scores(text)
    kept_by_none = named.get(NONE, 0.0) > max((s for n, s in named.items() if n != NONE), default=0)
    scores = {}
    for field, score in named.items():
        evidence = evidence_for(field, seen)
        weak = score < _WEAK_HEADING
        weight = _EVIDENCE_WEIGHT if evidence > 0 else _COUNTER_EVIDENCE_WEIGHT
        weight *= 0.6 if weak and evidence > 0 else 1.0
        certain = 0.6 * score if weak else score
        scores[field] = (certain + weight * evidence) * (0.3 if kept_by_none else 1.0)
    return scores


def _strange_scores(text: str, seen: Portrait, header: Header) -> dict[str, float]:
    """Scores under a heading nobody knows, which count the more the fewer headings are known."""
    if not text or heading_scores(text).get(NONE, 0.0) > 0.5:
        return {}
    others = [other for other in header.texts if other]
    strange = sum(best_score(other) < _WEAK_HEADING for other in others) / len(others)
    scores = {}
    for field in _TELLABLE:
        evidence = evidence_for(field, seen)
        if evidence > 0.45:
            scores[field] = (0.65 if field == "start" else 0.9 * strange) * evidence
    return scores


def _unnamed_scores(seen: Portrait, column: int, width: int) -> dict[str, float]:
    """Scores in a list without headings, told by the cells alone."""
    hinted = _values_as_headings(seen)
    told = min(1.0, max(hinted.values(), default=0.0) / 0.7)
    return {
        field: 0.6 * evidence_for(field, seen) * (1 - told)
        + hinted.get(field, 0.0)
        + _habit(field, column, width)
        for field in _UNNAMED
        if field != "serial" or seen.distinct == 1.0
    }


def _values_as_headings(seen: Portrait) -> dict[str, float]:
    """In a list without headings the cells themselves often say what they are."""
    found: dict[str, float] = {}
    for text, share in list(seen.texts.items())[:6]:
        for field, score in heading_scores(text.rstrip("0123456789 ")).items():
            found[field] = found.get(field, 0.0) + 0.7 * share * (score if score > 0.6 else 0.0)
    found.pop(NONE, None)
    return found


def _habit(field: str, column: int, width: int) -> float:
    """A touch for fields that stand where lists usually have them."""
    if field not in _USUAL_ORDER:
        return -0.05
    place = _USUAL_ORDER.index(field) / (len(_USUAL_ORDER) - 1)
    return 0.1 - 0.2 * abs(place - column / max(1, width - 1))
