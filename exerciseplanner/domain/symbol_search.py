"""Finding symbols by the words planners use: "mech inf bn", "hq div", "tf frigate"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from exerciseplanner.domain.symbol_entities import Entity, Modifier, Symbology
from exerciseplanner.domain.symbols import ECHELONS, Sidc

_IN_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[a-z0-9]+")
_SPELLINGS = (("defence", "defense"), ("centre", "center"), ("our", "or"), ("anoeuvre", "aneuver"))
_ISE = re.compile(r"is(e|ed|er|ing|ation|ational|ations)$")

_ECHELON_WORDS: Mapping[str, str] = {
    "team": "TEAM", "crew": "TEAM", "squad": "SQUAD", "sect": "SECTION", "section": "SECTION",
    "plt": "PLATOON", "pl": "PLATOON", "platoon": "PLATOON", "det": "PLATOON",
    "detachment": "PLATOON", "coy": "COMPANY", "company": "COMPANY", "bty": "COMPANY",
    "battery": "COMPANY", "troop": "COMPANY", "bn": "BATTALION", "battalion": "BATTALION",
    "sqn": "BATTALION", "squadron": "BATTALION", "regt": "REGIMENT", "rgt": "REGIMENT",
    "regiment": "REGIMENT", "group": "REGIMENT", "gp": "REGIMENT", "bde": "BRIGADE",
    "brigade": "BRIGADE", "div": "DIVISION", "division": "DIVISION", "corps": "CORPS",
    "army": "ARMY", "command": "COMMAND",
}  # fmt: skip

_CBRN = ("chemical biological radiological nuclear defense", "chemical biological")
_UNMANNED = ("unmanned aerial", "unmanned aircraft")
_SAID_AS: Mapping[str, tuple[str, ...]] = {
    "aaa": ("air defense", "main gun"), "ad": ("air defense",), "armd": ("armored",),
    "arty": ("field artillery",), "artillery": ("field artillery",), "at": ("antitank",),
    "avn": ("aviation",), "cbrn": _CBRN, "nbc": _CBRN,
    "cimic": ("civil military cooperation",), "csar": ("combat search rescue",),
    "css": ("combat service support",), "cy": ("cyberspace",), "cyber": ("cyberspace",),
    "eng": ("engineer",), "engr": ("engineer",), "ew": ("electronic warfare",),
    "ff": ("frigate",), "ffg": ("frigate",), "ddg": ("destroyer",), "helicopter": ("rotary wing",),
    "helo": ("rotary wing",), "hospital": ("medical treatment",), "jet": ("fixed wing",),
    "log": ("combat service support",), "logistics": ("combat service support",),
    "maint": ("maintenance",), "mcm": ("mine countermeasures",), "med": ("medical",),
    "mlrs": ("multiple rocket launcher",), "mp": ("military police",), "msl": ("missile",),
    "ngo": ("organization group",), "ops": ("operations",), "pao": ("public affairs",),
    "pol": ("petroleum",), "psyops": ("psychological",), "recce": ("reconnaissance",),
    "recon": ("reconnaissance",), "sam": ("air defense missile",), "sar": ("search rescue",),
    "sf": ("special forces",), "sig": ("signal",), "signals": ("signal",),
    "sof": ("special operations forces",), "spt": ("support",), "ssk": ("submarine",),
    "ssn": ("submarine",), "tank": ("armor",),
    "tk": ("armor",), "tpt": ("transportation",),
    "transport": ("transportation",), "uas": _UNMANNED, "uav": _UNMANNED,
}  # fmt: skip
"""What abbreviations and everyday words are called in the tables."""

_MOST = 60
_COMMAND = "110000"
_PLAIN = frozenset({"000000", "110000"})
"""What a set is drawn as where a text names only modifiers of it."""

_SETS = {"10": 0.0, "60": 0.3, "11": 0.5, "30": 0.4, "35": 0.4, "01": 0.6}
_OTHER_SETS = 1.5
"""Of equal hits units stand first, then people and things."""


OFTEN: tuple[tuple[str, str], ...] = (
    ("10", "121100"), ("10", "121102"), ("10", "120500"), ("10", "121300"), ("10", "130300"),
    ("10", "130100"), ("10", "140700"), ("10", "111000"), ("10", "150500"), ("10", "140100"),
    ("10", "160600"), ("10", "163400"), ("10", "163600"), ("10", "161300"), ("10", "141200"),
    ("10", "110000"), ("10", "110300"), ("10", "151000"), ("10", "121800"), ("10", "120600"),
    ("10", "120800"), ("10", "121900"), ("60", "110000"), ("60", "110300"), ("30", "120204"),
    ("30", "120100"), ("30", "120405"), ("35", "110100"), ("01", "110104"), ("01", "110300"),
    ("11", "110000"), ("11", "110400"), ("10", "200700"), ("05", "110700"),
)  # fmt: skip
"""What planners draw most, by symbol set and entity."""


@dataclass(frozen=True)
class Wish:
    """What a text asks for beside the entity: an echelon, headquarters, task force and the like."""

    words: tuple[str, ...]
    echelon: str = ""
    headquarters: bool = False
    task_force: bool = False
    dummy: bool = False
    planned: bool = False


@dataclass(frozen=True)
class Hit:
    """A symbol found: its entity, what modifies it, and the code of both without a side."""

    entity: Entity
    modifiers: tuple[Modifier, ...]
    code: Sidc

    @property
    def name(self) -> str:
        """Its name in words."""
        return " · ".join((self.entity.name, *(each.name for each in self.modifiers)))


def understood(text: str) -> Wish:
    """Take echelon, headquarters, task force, dummy and planned out of a text."""
    words = _words(text.casefold().replace("task force", "tf").replace("mlrs", "artillery mlrs"))
    wish = Wish(())
    rest: list[str] = []
    sizes = [at for at, word in enumerate(words) if word in _ECHELON_WORDS and len(words) > 1]
    for at, word in enumerate(words):
        if word in ("hq", "headquarters"):
            wish = replace(wish, headquarters=True)
        elif word == "tf":
            wish = replace(wish, task_force=True)
        elif word in ("dummy", "feint"):
            wish = replace(wish, dummy=True)
        elif word in ("planned", "anticipated"):
            wish = replace(wish, planned=True)
        elif sizes and at == sizes[-1]:
            wish = replace(wish, echelon=_ECHELON_WORDS[word])
        else:
            rest.append(word)
    return replace(wish, words=tuple(rest))


class SymbolFinder:
    """Finds entities and their modifiers; a word may be the beginning of one."""

    def __init__(self, symbology: Symbology) -> None:
        self._entities = [_Indexed(each) for each in symbology.entities]
        self._plain = next((e for e in symbology.entities if e.code == _COMMAND), None)
        self._modifiers: dict[str, list[tuple[Modifier, frozenset[str]]]] = {}
        for modifier in symbology.modifiers:
            entry = (modifier, frozenset(_words(modifier.name)))
            self._modifiers.setdefault(modifier.symbol_set, []).append(entry)

    def find(self, text: str, most: int = _MOST) -> tuple[Hit, ...]:
        """The symbols that hold every word, the closest first; none for an empty text."""
        wish = understood(text)
        if not wish.words:
            asked = wish != Wish(()) and self._plain is not None
            return (_hit(self._plain, (), wish),) if asked and self._plain else ()
        scored = []
        for indexed in self._entities:
            found = self._match(wish.words, indexed)
            if found is not None:
                entity = indexed.entity
                scored.append((found[0], entity.symbol_set, entity.code, found[1], entity))
        scored.sort(key=lambda each: each[:3])
        return tuple(_hit(entity, mods, wish) for _, _, _, mods, entity in scored[:most])

    def often(self) -> tuple[Hit, ...]:
        """What planners draw most."""
        known = {(each.entity.symbol_set, each.entity.code): each.entity for each in self._entities}
        return tuple(_hit(known[key], (), Wish(())) for key in OFTEN if key in known)

    def _match(
        self, words: tuple[str, ...], indexed: _Indexed
    ) -> tuple[float, tuple[Modifier, ...]] | None:
        met: set[str] = set()
        left, above = [], 0
        for word in words:
            in_own = _met(word, indexed.own)
            met |= in_own
            if not in_own:
                inherited = bool(_met(word, indexed.inherited))
                above += inherited
                left += [] if inherited else [word]
        whole_set = indexed.entity.code in _PLAIN and len(left) == len(words)
        if not (met or above or whole_set):
            return None
        modifiers = self._modifying(left, indexed.entity.symbol_set) if left else ()
        if modifiers is None:
            return None
        cost = 0.5 * above + 1.2 * len(modifiers) + (indexed.spare(met) if met else 2.5)
        cost += 0.3 * (len(indexed.entity.names) - 1)
        return cost + _SETS.get(indexed.entity.symbol_set, _OTHER_SETS), modifiers

    def _modifying(self, words: list[str], symbol_set: str) -> tuple[Modifier, ...] | None:
        """At most one modifier of each sector that say these words; None where none do."""
        found: dict[int, Modifier] = {}
        left = list(words)
        while left:
            best = min(
                (
                    (-len(said), len(named - met), modifier.sector, modifier.code, modifier, said)
                    for modifier, named in self._modifiers.get(symbol_set, ())
                    if modifier.sector not in found
                    for said, met in [_saying(left, named)]
                    if said
                ),
                key=lambda each: each[:4],
                default=None,
            )
            if best is None:
                return None
            found[best[2]] = best[4]
            left = [word for word in left if word not in best[5]]
        return tuple(found[sector] for sector in sorted(found))


def _hit(entity: Entity, modifiers: tuple[Modifier, ...], wish: Wish) -> Hit:
    sectors = {each.sector: each.code for each in modifiers}
    code = Sidc(
        symbol_set=entity.symbol_set,
        status="1" if wish.planned else "0",
        echelon=ECHELONS.get(wish.echelon, "00"),
        entity=entity.code,
        modifier_1=sectors.get(1, "00"),
        modifier_2=sectors.get(2, "00"),
    )
    code = code.amplified(
        headquarters=wish.headquarters, task_force=wish.task_force, dummy=wish.dummy
    )
    return Hit(entity, modifiers, code)


class _Indexed:
    """An entity with the words of its own name and of what it is a kind of."""

    def __init__(self, entity: Entity) -> None:
        self.entity = entity
        name = _IN_BRACKETS.sub("", entity.names[-1])
        segments = (frozenset(_words(each)) - _VAGUE for each in name.split("/"))
        self._segments = [each for each in segments if each]
        self.own = frozenset(_words(entity.names[-1])) - _VAGUE
        self.inherited = frozenset(_words(" ".join(entity.names[:-1]))) - self.own - _VAGUE

    def spare(self, met: set[str]) -> int:
        """How many words of its name nobody asked for; alternatives count once."""
        return min((len(each - met) for each in self._segments if each & met), default=0)


def _saying(words: list[str], named: frozenset[str]) -> tuple[frozenset[str], set[str]]:
    """Which of the words a name says, and which of its own words they are."""
    met = {word: _met(word, named) for word in words}
    return frozenset(word for word in words if met[word]), set().union(*met.values())


def _met(word: str, named: frozenset[str]) -> set[str]:
    """The words of a name that a word of the text means."""
    for parts in _MEANT.get(word, ()):
        if parts <= named:
            return set(parts)
    if len(word) == 1:
        return {word} & named
    return {each for each in named if each.startswith(word)}


def _words(text: str) -> tuple[str, ...]:
    return tuple(_spelt(word) for word in _WORD.findall(text.casefold()) if word not in _SMALL)


_VAGUE = frozenset({"general", "unspecified", "nonspecified", "other"})
_SMALL = frozenset({"and", "or", "of", "with", "the", "from"})


def _spelt(word: str) -> str:
    """British and American spellings alike."""
    for british, american in _SPELLINGS:
        if len(word) > 5:
            word = word.replace(british, american)
    word = _ISE.sub(r"iz\1", word) if len(word) > 7 else word
    return word[:-1] if len(word) > 5 and word[-1] == "s" and word[-2] != "s" else word


_MEANT = {
    _spelt(said): tuple(frozenset(_words(phrase)) for phrase in phrases)
    for said, phrases in _SAID_AS.items()
}
