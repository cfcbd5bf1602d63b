"""What the columns of a list of units are called, and by which a list of units is known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from exerciseplanner.domain.nouns import NOUNS

ID, IDENTITY, MGRS = "id", "identity", "mgrs"
"""Columns of a list that are no fields of a unit: its id, the identity of its side, its grid."""

WRITTEN = (
    ID,
    "name",
    "short_name",
    "side_id",
    IDENTITY,
    "parent_id",
    "participant_id",
    "echelon",
    "domain",
    "role",
    "status",
    "strength_planned",
    "strength_present",
    "readiness",
    "notice_days",
    "movement_hours",
    "required_by",
    "arrival",
    "departure",
    "location_name",
    MGRS,
    "latitude",
    "longitude",
    "sidc",
    "contact",
    "note",
)
"""The columns that are written, in their order."""

_OTHER_LABELS = {ID: "Id", IDENTITY: "Standard identity", MGRS: "MGRS"}

_WORDS: Mapping[str, str] = {
    ID: "id; unit id; uid; uuid; identifier; unit identification code; uic; key",
    "name": """name; unit; unit name; full name; formation; designation; unit designation;
        force element; unite; einheit; verband; bezeichnung""",
    "short_name": "short name; abbreviation; abbreviated name; short title; sigle; kurzname",
    "side_id": "side; force; force side; party; camp; partei; seite",
    IDENTITY: "standard identity; affiliation; identity; hostility",
    "parent_id": """superior; parent; parent unit; higher; higher formation; higher headquarters;
        higher hq; reports to; subordinate to; superior unit; under; chain of command; subordinate
        a; unterstellt; ubergeordnet; superieur""",
    "participant_id": """provided by; nation; country; contributing nation; troop contributing
        nation; participant; provider; pays; staat; land""",
    "echelon": "echelon; size; unit size; level; unit level; niveau; ebene; taille",
    "domain": "domain; environment; service; component; branch of service",
    "role": "role in the exercise; exercise role; role; training role",
    "status": "status; state",
    "strength_planned": """strength on paper; strength; authorised strength; authorized strength;
        establishment; personnel; headcount; planned strength; manpower; full strength; effectif;
        sollstarke; people; pax""",
    "strength_present": """strength present; present; actual strength; strength on hand; on hand;
        present strength; personnel on hand; iststarke""",
    "readiness": "readiness band; readiness; readiness category; readiness level",
    "notice_days": """notice to move days; notice to move; notice; ntm; ntm days; days notice;
        notice days; preavis""",
    "movement_hours": "movement hours; movement; movement time; travel time; transit hours",
    "required_by": "required by; required; rdd; required delivery date; needed by",
    "arrival": "arrival; arrives; arrival date; eta; arrival time",
    "departure": "departure; departs; departure date; leaves; redeployment",
    "location_name": "location; place; location name; base; garrison; home station; ort; lieu",
    MGRS: "mgrs; grid; grid reference; coordinates; coordinate; position; mgrs grid; grid ref; utm",
    "latitude": "latitude; lat; latitude deg; breite",
    "longitude": "longitude; long; lon; lng; longitude deg; lange",
    "sidc": """symbol code sidc; sidc; symbol code; symbol id; symbol; symbol identification code;
        app 6 code; app6 code; 2525 code; app 6""",
    "contact": "point of contact; contact; poc",
    "note": "note; notes; remark; remarks; comment; comments; bemerkung; remarques",
}

_TELLING = frozenset(
    {
        *("parent_id", "echelon", "sidc", "strength_planned", "strength_present", "notice_days"),
        *("readiness", "movement_hours", "short_name", "required_by"),
    }
)
"""Columns that lists of units have and lists of injects have not."""

_OF_INJECTS = frozenset(
    """inject; inject number; inject title; inject text; message; message text; event; event number;
    event description; msel number; serial; expected action; expected response; expected outcome;
    expected actions; dtg; time; start time; inject time; method; means; delivery; delivery method;
    from; to; sender; recipient; addressee; objective; objectives; training objective; scenario;
    background; title; subject; description""".replace("\n", " ").split("; ")
)
"""Columns of lists of injects."""

_FEWEST_TELLING = 2


def label_of(column: str) -> str:
    """What a column is called: the label of its field."""
    return _OTHER_LABELS.get(column) or NOUNS["unit"].field(column).label


def columns_of(headings: Iterable[object]) -> dict[str, int]:
    """Where each column stands in a row of headings; the first that is called so."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = _known().get(plain(heading)) if isinstance(heading, str) else None
        if column is not None:
            found.setdefault(column, place)
    return found


def tells_units(headings: Iterable[object]) -> bool:
    """Whether a row of headings is that of a list of units and not of injects."""
    listed = [each for each in headings if isinstance(each, str)]
    found = columns_of(listed)
    telling = len(_TELLING & found.keys())
    return "name" in found and telling >= _FEWEST_TELLING and telling > inject_words(listed)


def inject_words(headings: Iterable[object]) -> int:
    """How many headings are those of columns of lists of injects."""
    return sum(plain(each) in _INJECT_WORDS for each in headings if isinstance(each, str))


def plain(heading: object) -> str:
    """A heading in small letters without accents and signs: `Unité (n°)` becomes `unite n`."""
    spread = unicodedata.normalize("NFKD", str(heading)).casefold()
    letters = "".join(each for each in spread if not unicodedata.combining(each))
    return " ".join(re.findall(r"[a-z0-9]+", letters))


_INJECT_WORDS = frozenset(plain(each) for each in _OF_INJECTS)


def _known() -> Mapping[str, str]:
    if not _KNOWN:
        for column in WRITTEN:
            _KNOWN[plain(label_of(column))] = column
        for column, words in _WORDS.items():
            for each in words.split(";"):
                _KNOWN.setdefault(plain(each), column)
    return _KNOWN


_KNOWN: dict[str, str] = {}
