"""How far the cells of a column speak for or against a field, from -1 to 1."""

from __future__ import annotations

import re
from collections.abc import Callable

from exerciseplanner.exchange.spreadsheets.similarity import words
from exerciseplanner.exchange.spreadsheets.values import (
    Portrait,
    are_clock_digits,
    are_day_parts,
    are_serial_dates,
)

Evidence = Callable[[Portrait], float]


def _set_of(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_MEANS = _set_of(
    """email mail phone telephone call radio voice chat sms text vtc video face verbal tv
    television print newspaper press social web website fax courier hardcopy letter messenger
    briefing person simcell simulator sim news media intel report order orders rfi intrep sitrep
    teams whatsapp signal twitter facebook jchat message mail courriel telephone
    brief hand meeting xmpp tchat radiophonie funk telefon mundlich brief persona"""
)
_STATES = _set_of(
    """draft review approved ready released acknowledged closed held retimed cancelled canceled
    delivered pending entered complete completed deployed archived submitted synchronized deferred
    obsolete open done planned scheduled final new proposed progress rejected brouillon valide
    approuve entwurf freigegeben fertig offen executed active inactive hold"""
)
_DEGREES = re.compile(r"[+-]?\d{1,3}(\.\d+)?")
_KINDS = _set_of(
    """inject contingency expected information facilitation standard adaptive complexity key
    enabling supporting administrative admin main contextual context informational operational
    technical cyber kinetic other event incident contingent injet einlage"""
)
_LEVELS = _set_of(
    """unclassified restricted confidential secret nu nr nc ns unclas open official cui fouo tlp
    amber green clear red public offen vertraulich geheim diffusion restreinte"""
)
_AUDIENCE = _set_of(
    """team cell hq all staff eoc toc bn bde div corps brigade battalion cjtf jfc command ops joc
    player players desk group unit g2 g3 j2 j3 j6 s2 s3 pio fire police ems agency everyone
    cellule equipe stab"""
)


def _known(portrait: Portrait, vocabulary: frozenset[str]) -> float:
    return sum(
        share for text, share in portrait.texts.items() if vocabulary.intersection(words(text))
    )


def _times(portrait: Portrait) -> float:
    return portrait.share("moment", "clock", "offset", "date", "day")


def _serial(portrait: Portrait) -> float:
    if _times(portrait) > 0.5 and not portrait.share("clock", "day"):
        return -0.6
    short = portrait.typical <= 14
    if not short:
        return -0.8 if portrait.typical > 30 else -0.3
    coded = max(portrait.codes, portrait.share("number"))
    rising = 0.2 if portrait.rising else 0.0
    return min(1.0, 1.1 * portrait.distinct * coded + rising - 0.35 * (1 - portrait.distinct))


def _title(portrait: Portrait) -> float:
    plain = portrait.share("text")
    if plain < 0.6 or portrait.codes > 0.6:
        return -0.9 if plain < 0.6 else -0.35
    if portrait.typical > 110:
        return -0.3
    length = 0.7 if 6 <= portrait.typical <= 75 else 0.2
    return length * min(1.0, 0.35 + portrait.distinct) * plain


def _message(portrait: Portrait) -> float:
    plain = portrait.share("text")
    if plain < 0.6 or portrait.codes > 0.6:
        return -0.9 if plain < 0.6 else -0.35
    return min(1.0, portrait.typical / 90) * min(1.0, 0.3 + portrait.distinct)


def _prose(portrait: Portrait) -> float:
    plain = portrait.share("text")
    if plain < 0.5:
        return -0.6
    return min(0.6, 0.15 + portrait.typical / 160)


def _start(portrait: Portrait) -> float:
    numbers = portrait.numbers
    score = portrait.share("moment") + 0.7 * portrait.share("clock", "offset")
    score += 0.3 * portrait.share("date", "day")
    if numbers and portrait.share("number") > 0.5:
        score = max(score, _timely_numbers(portrait))
    return score if score > 0.2 else -0.8 + score


def _timely_numbers(portrait: Portrait) -> float:
    numbers = portrait.numbers
    if are_serial_dates(numbers) or are_day_parts(numbers):
        return 0.9
    if are_clock_digits(numbers):
        return 0.5
    return 0.25 if portrait.rising and len(set(numbers)) > 1 else 0.05


def _day(portrait: Portrait) -> float:
    score = portrait.share("date", "day") + 0.2 * portrait.share("moment", "offset")
    numbers = portrait.numbers
    if numbers and portrait.share("number") > 0.5:
        if are_serial_dates(numbers):
            score = 0.9
        elif all(-60 <= number <= 60 for number in numbers):
            score = 0.5 if portrait.distinct < 0.7 else 0.2
    return score if score > 0.1 else -0.9


def _later(portrait: Portrait) -> float:
    return 0.6 * _start(portrait)


def _duration(portrait: Portrait) -> float:
    if portrait.share("number", "offset", "clock") < 0.6:
        return -0.5
    return 0.4 if portrait.distinct < 0.8 else 0.1


def _party(portrait: Portrait) -> float:
    if portrait.share("text") < 0.6 or portrait.typical > 60:
        return -0.6
    closeness = 0.3 * (1 - portrait.distinct) + (0.25 if portrait.typical <= 25 else 0.0)
    return min(0.8, closeness + 0.4 * _known(portrait, _AUDIENCE))


def _means(portrait: Portrait) -> float:
    if portrait.share("text") < 0.5 or portrait.typical > 45:
        return -0.7
    return min(1.0, 0.9 * _known(portrait, _MEANS) + 0.2 * (1 - portrait.distinct))


def _few(vocabulary: frozenset[str]) -> Evidence:
    def evidence(portrait: Portrait) -> float:
        if portrait.typical > 40 or portrait.share("text") < 0.5:
            return -0.7
        known = _known(portrait, vocabulary)
        return min(1.0, 0.8 * known + 0.3 * (1 - portrait.distinct)) if known else -0.1

    return evidence


def _strand(portrait: Portrait) -> float:
    if portrait.share("text") < 0.5 or portrait.typical > 70:
        return -0.8
    return 0.6 * (1 - portrait.distinct) - (0.5 if portrait.distinct > 0.95 else 0.0)


def _objectives(portrait: Portrait) -> float:
    if portrait.share("moment", "clock") > 0.4:
        return -0.6
    numbered = sum(
        share
        for text, share in portrait.texts.items()
        if text[:2] in ("to", "eo", "ob", "so", "co", "tl", "io") and any(map(str.isdigit, text))
    )
    return min(0.9, numbered + 0.2 * (1 - portrait.distinct))


def _files(portrait: Portrait) -> float:
    named = sum(
        share
        for text, share in portrait.texts.items()
        if "/" in text or "\\" in text or text[-5:-2].find(".") >= 0 or text[-4:-3] == "."
    )
    return min(0.9, named) if named else -0.05


def _degrees(limit: float) -> Evidence:
    def evidence(portrait: Portrait) -> float:
        plain = (text.rstrip("° ").replace(",", ".") for text in portrait.texts)
        found = [float(text) for text in plain if _DEGREES.fullmatch(text)]
        if len(found) < 0.7 * len(portrait.texts):
            return -0.9
        return 0.8 if all(-limit <= number <= limit for number in found) else -0.9

    return evidence


def _words_only(portrait: Portrait) -> float:
    return 0.2 if portrait.share("text") > 0.5 else -0.4


def _person(portrait: Portrait) -> float:
    if portrait.share("text") < 0.5 or portrait.typical > 60:
        return -0.5
    return 0.25 * (1 - portrait.distinct)


EVIDENCE: dict[str, Evidence] = {
    "serial": _serial,
    "title": _title,
    "message": _message,
    "kind": _few(_KINDS),
    "state": _few(_STATES),
    "start": _start,
    "start_date": _day,
    "end": _later,
    "duration": _duration,
    "scenario_start": _later,
    "scenario_date": _day,
    "sender": _party,
    "cell": _party,
    "addressees": _party,
    "info_addressees": _party,
    "units": _party,
    "means": _means,
    "background": _prose,
    "expected_action": _prose,
    "cue": _prose,
    "response": _prose,
    "note": _prose,
    "objectives": _objectives,
    "threats": _words_only,
    "interoperability": _objectives,
    "precondition": _words_only,
    "location_name": _words_only,
    "latitude": _degrees(90),
    "longitude": _degrees(180),
    "attachments": _files,
    "marking_level": _few(_LEVELS),
    "storyline": _strand,
    "event": _strand,
    "incident": _strand,
    "responsible": _person,
    "author": _person,
    "reviewer": _person,
    "approver": _person,
    "released_at": _later,
    "released_by": _person,
}
"""How the cells speak for each field; fields not listed are known by their heading alone."""


def evidence_for(field: str, portrait: Portrait) -> float:
    """How far the column speaks for the field, from -1 to 1; 0 for an empty column."""
    weigh = EVIDENCE.get(field)
    if weigh is None or not portrait.filled:
        return 0.0
    return max(-1.0, min(1.0, weigh(portrait)))
