"""The letter and the tone that a cell of the interoperability matrix shows, and why in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from exerciseplanner.domain.exchange_paths import Exchange
from exerciseplanner.domain.interoperability import ResultScale
from exerciseplanner.domain.interoperability_cells import TestedPair

Reading = Literal["overall", "worst", "coverage", "expected"]
MarkTone = Literal["good", "weak", "worst", "unrated", ""]

READINGS: tuple[tuple[Reading, str], ...] = (
    ("overall", "Overall result"),
    ("worst", "Worst report"),
    ("coverage", "Tested of planned"),
    ("expected", "Expected"),
)
"""How the matrix can be read, with the name of each reading."""

NOTHING = "·"
NO_RESULT = "–"


@dataclass(frozen=True)
class Mark:
    """What stands in a cell; without a tone it stands back. `flagged`: something does not fit."""

    text: str
    tone: MarkTone = ""
    flagged: bool = False


def result_tone(code: str, scale: ResultScale) -> MarkTone:
    """Best, worst or between of what was tested; whatever says that nothing was stays unrated."""
    if code not in scale.counted:
        return "unrated"
    if code == scale.counted[0]:
        return "good"
    return "worst" if code == scale.counted[-1] else "weak"


def mark_of(
    reading: Reading,
    expected: Exchange,
    tested: TestedPair,
    scale: ResultScale,
    *,
    needed: bool,
    lacking: bool = False,
) -> Mark:
    """What a cell shows.

    `needed` says that an exchange is planned to be tested or required, `lacking` that over one of
    the standards to be tested there is no path.
    """
    if reading == "expected":
        return _expected(expected, needed=needed, lacking=lacking)
    flagged = tested.differing > 0
    if not tested.planned:
        return Mark("!", "worst") if needed else Mark(NOTHING)
    if reading == "coverage":
        share = f"{tested.tested}/{tested.planned}"
        whole = tested.tested == tested.planned
        return Mark(share, "good" if whole else "weak" if tested.tested else "worst", flagged)
    code = tested.overall if reading == "overall" else tested.worst
    return Mark(code or NO_RESULT, result_tone(code, scale), flagged)


def _expected(expected: Exchange, *, needed: bool, lacking: bool) -> Mark:
    if expected.expectation == "direct":
        return Mark("D", "good", lacking)
    if expected.expectation == "through":
        return Mark("G", "weak", lacking)
    letter = "?" if expected.expectation == "unknown" else "×"
    return Mark(letter, "worst" if needed else "")


def legend(reading: Reading, scale: ResultScale) -> tuple[tuple[Mark, str], ...]:
    """Every mark of a reading with its meaning; result codes stand for themselves."""
    if reading == "expected":
        return (
            (Mark("D", "good"), "Direct: same standard and edition"),
            (Mark("G", "weak"), "Through a gateway"),
            (Mark("×", "worst"), "No path, though planned or required"),
            (Mark("×"), "No path"),
            (Mark("?"), "Nothing recorded"),
        )
    missing = (Mark("!", "worst"), "Required, no test planned")
    if reading == "coverage":
        return (
            (Mark("2/2", "good"), "All tested"),
            (Mark("1/2", "weak"), "Some tested"),
            (Mark("0/2", "worst"), "None tested"),
            missing,
        )
    codes = tuple((Mark(code, result_tone(code, scale)), "") for code in scale.codes)
    return (*codes, (Mark(NO_RESULT, "unrated"), "No result yet"), missing)
