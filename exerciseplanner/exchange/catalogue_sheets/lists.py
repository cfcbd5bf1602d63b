"""The lists of nouns that are known by the headings of their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.exchange.catalogue_sheets.cells import (
    date_of,
    spirals_of,
    stanag_of,
    status_of,
    text_of,
)
from exerciseplanner.exchange.spreadsheets.sheets import Cell
from exerciseplanner.exchange.unit_sheets.headings import inject_words, plain

_DESCRIBING = frozenset({"title", "subject", "description", "objective", "objectives"})
"""Words of lists of injects that stand above columns of other lists too."""


@dataclass(frozen=True)
class CatalogueList:
    """A list of one noun: what its columns are called, and which of them only it has.

    `words` are headings by field and `telling` those that no other list has, in small letters and
    parted by semicolons; `read` says how a cell of a field becomes its value, and `instead` is
    the column that stands for a missing code.
    """

    noun: str
    words: Mapping[str, str]
    telling: str
    read: Mapping[str, Callable[[Cell], str]]
    instead: str = ""

    def columns(self, headings: Iterable[object]) -> dict[str, int]:
        """Where each field stands in a row of headings; the first that is called so."""
        known = self._known()
        found: dict[str, int] = {}
        for place, heading in enumerate(headings):
            name = known.get(plain(heading)) if isinstance(heading, str) else None
            if name is not None:
                found.setdefault(name, place)
        return found

    def is_told_by(self, headings: Iterable[object]) -> bool:
        """Whether a row of headings is that of this list and of no other."""
        listed = [each for each in headings if isinstance(each, str)]
        columns = self.columns(listed)
        if "code" not in columns or len(columns) < _FEWEST_COLUMNS:
            return False
        own = {listed[place] for place in columns.values()}
        others = [each for each in listed if each not in own and plain(each) not in _DESCRIBING]
        telling = {plain(each) for each in self.telling.split(";")}
        return sum(plain(each) in telling for each in own) > inject_words(others)

    def value(self, field: str, cell: Cell) -> str:
        """A cell as the value of a field."""
        return self.read.get(field, text_of)(cell)

    def _known(self) -> Mapping[str, str]:
        labels = {plain(each.label): each.name for each in NOUNS[self.noun].columns}
        words = {
            plain(word): name for name, listed in self.words.items() for word in listed.split(";")
        }
        return words | labels


_FEWEST_COLUMNS = 3

STANDARDS = CatalogueList(
    noun="standard",
    words={
        "code": """code; stanag; stanag no; stanag nr; stanag number; standard; standard code;
            standard no; standard number; standard id; standard identifier; agreement;
            standardization agreement; standardisation agreement; norme; norm""",
        "cover": """covering standard; cover; covering document; allied publication; allied
            standard; ap; publication; document; covering stanag; covers""",
        "title": "title; name; standard title; standard name; long title; titre; titel",
        "edition": "edition; ed; version; edition version; edition and version; ausgabe",
        "date": """date; promulgation date; promulgated on; promulgation; date promulgated; date of
            promulgation; edition date; issued; published; publication date; datum""",
        "status": "status; state; lifecycle; life cycle status; nisp status; etat",
        "domain": "domain; area; subject area; field; service area; community; domaine; bereich",
        "spirals": """fmn spirals; fmn spiral; spirals; spiral; fmn; cited by spiral; fmn profile;
            fmn profiles; fmn spiral specification""",
        "source": "source; reference; read in; origin; quelle",
        "tag": "evidence; tag; evidence tag; confidence",
    },
    telling="""stanag; stanag no; stanag nr; stanag number; standard; standard code;
        standard no; standard number; standard id; standard identifier; standardization agreement;
        standardisation agreement; covering standard; cover; covering document; allied publication;
        allied standard; ap; covering stanag; edition; ed; edition version; edition and version;
        promulgation date; promulgated on; promulgation; date promulgated; date of promulgation;
        fmn spirals; fmn spiral; spirals; spiral; fmn; fmn profile; fmn profiles""",
    read={
        "code": stanag_of,
        "date": date_of,
        "spirals": spirals_of,
        "status": status_of,
    },
    instead="cover",
)

CAPABILITIES = CatalogueList(
    noun="capability",
    words={
        "code": "code; capability code; capability id; capability identifier; capability no",
        "title": "capability; title; name; capability name; capability title; fahigkeit; capacite",
        "capability_area": "capability area; area; domain; capability domain; family; group",
        "technologies": "technologies; technology; edt; edts; emerging technologies",
        "note": "note; notes; remark; remarks; comment; comments; definition; description",
    },
    telling="""capability; capability code; capability id; capability identifier;
        capability no; capability name; capability title; capability area; capability domain;
        edt; edts; emerging technologies""",
    read={},
)

LISTS = (STANDARDS, CAPABILITIES)
