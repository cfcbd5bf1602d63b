"""Friend and hostile as seen from one side: whose exercise picture it is decides."""

from __future__ import annotations

from collections.abc import Iterable


def seen_from(identity: str, viewpoint: str) -> str:
    """The identity of a side as a side of identity `viewpoint` sees it.

    Both are as the plan states them: friend, hostile, neutral or unknown. Sides of the same
    identity are on the same side of the play, so two hostile sides are friends to each other. A
    neutral side sees every other as neutral; whoever is unknown sees and is seen as unknown.
    """
    if "unknown" in (identity, viewpoint):
        return "unknown"
    if "neutral" in (identity, viewpoint):
        return "neutral"
    return "friend" if identity == viewpoint else "hostile"


def identities_seen(sides: Iterable[tuple[str, str]], viewpoint: str | None) -> dict[str, str]:
    """The identity of every side, given as (id, identity), as the side `viewpoint` sees it.

    A side is always a friend to itself. Without a viewpoint, or with that of a side that is not
    there, each stays what the plan says.
    """
    stated = dict(sides)
    if viewpoint is None or viewpoint not in stated:
        return stated
    seen = {key: seen_from(identity, stated[viewpoint]) for key, identity in stated.items()}
    return seen | {viewpoint: "friend"}
