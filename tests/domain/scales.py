"""Rating scales the tests of evaluation and readiness rate on."""

from __future__ import annotations

from fractions import Fraction

from exerciseplanner.domain.doctrine import RatingScale, RatingValue


def scale(code: str, rollup: str, **worths: str | None) -> RatingScale:
    """A scale of values, best first, closed by not evaluated and not applicable."""
    counted = [
        RatingValue(name, name, "", place, Fraction(worth) if worth is not None else None, True)
        for place, (name, worth) in enumerate(worths.items())
    ]
    rest = [
        RatingValue("NE", "Not evaluated", "", len(counted), None, False),
        RatingValue("NA", "Not applicable", "", len(counted) + 1, None, False),
    ]
    return RatingScale(code, code, rollup, (*counted, *rest))


PSMU = scale("PSMU", "weighted", P="1", S="2/3", M="1/3", U="0")
TPU = scale("TPU", "lowest", T="1", P="1/2", U="0")
YN = scale("YN", "weighted", Y="1", N="0")
STATEMENT = scale("CREVAL-HQ", "none", MEETS=None, MISSES=None)
