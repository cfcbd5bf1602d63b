"""The codes of C2SIM (JC3IEDM) and the terms of the plan that they stand for."""

from __future__ import annotations

from collections.abc import Mapping

from exerciseplanner.workspace.packs import country_names

NIL = "00000000-0000-0000-0000-000000000000"
"""The UUID that messages write where there is nothing to refer to."""
CIVIL = "CIV"
"""The domain of organisations beyond military authority."""
UNASSIGNED = "UNASSIGNED"
"""The system that actors are listed under which no system holds: a message has to list some."""
DIGITS_NAMESPACE = "app6d-sidc"
"""The namespace under which a named entity type is a symbol code in digits."""

ECHELONS: Mapping[str, str] = {
    "AG": "ARMY-GROUP",
    "ARMY": "ARMY",
    "BATGRP": "BATTALION",
    "BDE": "BRIGADE",
    "BDEGRP": "BRIGADE",
    "BN": "BATTALION",
    "BNG": "BATTALION",
    "CORPS": "CORPS",
    "COY": "COMPANY",
    "COYG": "COMPANY",
    "DIV": "DIVISION",
    "FLEET": "FLEET",
    "FLIGHT": "FLIGHT",
    "NKN": "",
    "NOS": "",
    "NTF": "TASK-FORCE",
    "NTG": "TASK-GROUP",
    "NTU": "TASK-UNIT",
    "PLT": "PLATOON",
    "REGION": "REGION",
    "RGT": "REGIMENT",
    "SECT": "SECTION",
    "SQDRNA": "AIR-SQUADRON",
    "SQDRNM": "",
    "SQUAD": "SQUAD",
    "TEAM": "TEAM",
    "TSKELN": "",
    "WING": "WING",
}
"""EchelonCode by the echelon of a unit; empty where the plan has none for it."""

ECHELON_WORDS: Mapping[str, str] = {
    "BATGRP": "battle group",
    "BDEGRP": "brigade group",
    "BNG": "battalion group",
    "COYG": "company group",
    "SQDRNM": "naval squadron",
    "TSKELN": "naval task element",
}
"""What a code says beyond the echelon that is taken for it."""

UNSTATED_ECHELONS = ("NKN", "NOS")
"""Not known, and not otherwise specified."""

ECHELON_CODES: Mapping[str, str] = {
    term: code for code, term in ECHELONS.items() if term and code not in ECHELON_WORDS
}
"""EchelonCode to write for an echelon."""

COMMAND_RELATIONS: Mapping[str, str] = {
    "COMD": "FCOM",
    "OPCOMD": "OPCOM",
    "OPCON": "OPCON",
    "TACCOM": "TACOM",
    "TACCNT": "TACON",
}
"""CommandRelationCode by the command relation of the plan."""

RELATION_CODES: Mapping[str, str] = {term: code for code, term in COMMAND_RELATIONS.items()}

ORGANIC = "ORGANC"
"""The command relation of peacetime, which the tree of superiors shows already."""

HOSTILITIES: Mapping[str, str] = {
    "FR": "friend",
    "AFR": "friend",
    "HO": "hostile",
    "AHO": "hostile",
    "SUSPCT": "hostile",
    "JOKER": "hostile",
    "FAKER": "hostile",
    "NEUTRL": "neutral",
    "ANT": "neutral",
    "UNK": "unknown",
    "PENDNG": "unknown",
    "IV": "unknown",
    "AIV": "unknown",
}
"""HostilityStatusCode by the identity of a side."""

HOSTILITY_WORDS: Mapping[str, str] = {
    "AFR": "assumed friend",
    "AHO": "assumed hostile",
    "SUSPCT": "suspect",
    "JOKER": "friend who plays a suspect (joker)",
    "FAKER": "friend who plays a hostile (faker)",
    "ANT": "assumed neutral",
    "PENDNG": "pending",
    "IV": "involved",
    "AIV": "assumed involved",
}
"""What a code says beyond the identity that is taken for it."""

HOSTILITY_CODES: Mapping[str, str] = {
    "friend": "FR",
    "hostile": "HO",
    "neutral": "NEUTRL",
    "unknown": "UNK",
}

STATUSES: Mapping[str, str] = {
    "FullyOperational": "Fully operational",
    "MostlyOperational": "Mostly operational",
    "PartlyOperational": "Partly operational",
    "NotOperational": "Not operational",
}
"""OperationalStatusCode by the status of a unit."""

STATUS_CODES: Mapping[str, str] = {term.casefold(): code for code, term in STATUSES.items()}

DIS_PARTS = (
    "DISKind",
    "DISDomain",
    "DISCountry",
    "DISCategory",
    "DISSubCategory",
    "DISSpecific",
    "DISExtra",
)
"""The parts of a SISO entity type in the order in which people write them, with points between."""

_NO_COUNTRIES = frozenset({"BES", "BLM", "CUW", "MAF", "SSD", "SXM"})
"""Countries and territories that the schemas, made before them, do not know."""


def is_country(code: str) -> bool:
    """Whether a code is one of a country as CountryCode has it."""
    return code in country_names() and code not in _NO_COUNTRIES


NO_TYPE = "0.0.0.0.0.0.0"
"""The SISO entity type of what has none; the schema wants one of every resource."""
