"""What the schemas of C2SIM ask of an initialisation message: which element holds which, in order.

Written down from SISO-STD-019 with SMX, versions 1.0.2 and 2.0.0-cwix2026; only what we write.
"""

from __future__ import annotations

import re

UUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
SIDC = re.compile(r"[SGIWMO][PUAFNSHJKO-][PAGMOSTUFVXLIZ-][AP-][A-Z-]{6}[A-Z*-]{2}--[AECGNSX*-]")
BYTE = re.compile(r"\d|[1-9]\d|1[01]\d|12[0-7]")

_ACTOR = "EntityDescriptor Resource*"
_STANDING = "CurrentState? Subordinate*"
_NAMED = "APP6CSymbol? Name? NamedEntityType* SISOEntityType? UUID"
_PLATFORM = f"{_ACTOR} {_NAMED} CurrentState? Marking?"

ORDER = {
    "Message": "C2SIMHeader MessageBody",
    "MessageBody": "C2SIMInitializationBody",
    "C2SIMInitializationBody": "ObjectDefinitions+ ScenarioSetting SystemEntityList+",
    "ObjectDefinitions": "AbstractObject* Entity*",
    "AbstractObject": "AbstractOrganization? ForceSide?",
    "AbstractOrganization": "Name* UUID CountryCode? OrganizationTypeCode",
    "ForceSide": "Name* UUID ForceSideRelation*",
    "ForceSideRelation": "HostilityStatusCode OtherSide",
    "Entity": "ActorEntity",
    "ActorEntity": "CollectiveEntity? Platform?",
    "CollectiveEntity": "MilitaryOrganization? NonMilitaryOrganization?",
    "MilitaryOrganization": "Unit",
    "Unit": f"{_ACTOR} {_STANDING} {_NAMED} CommandRelation* EchelonCode",
    "NonMilitaryOrganization": f"{_ACTOR} {_STANDING} {_NAMED}",
    "Platform": "Aircraft? SubsurfaceVessel? SurfaceVessel? Vehicle?",
    **dict.fromkeys(("Aircraft", "SubsurfaceVessel", "SurfaceVessel", "Vehicle"), _PLATFORM),
    "EntityDescriptor": "AffiliatedWith* Side? Superior?",
    "Resource": "Name? OnHandQuantity? OperationalQuantity RequiredOnHandQuantity? SISOEntityType",
    "SISOEntityType": (
        "DISCategory DISCountry DISDomain DISExtra DISKind DISSpecific DISSubCategory"
    ),
    "NamedEntityType": "EntityTypeName EntityTypeNamespace",
    "APP6CSymbol": "APP6C-SIDC",
    "CommandRelation": "ActorReference CommandRelationCode",
    "CurrentState": "PhysicalState",
    "PhysicalState": "EntityHealthStatus* Location+",
    "EntityHealthStatus": "OperationalStatus? Strength?",
    "OperationalStatus": "OperationalStatusCode",
    "Strength": "StrengthPercentage",
    "Location": "GeodeticCoordinate",
    "GeodeticCoordinate": "Latitude Longitude",
    "ScenarioSetting": "DateTime Version",
    "DateTime": "IsoDateTime",
    "SystemEntityList": "ActorReference+ SystemName",
}
HEADERS = {
    "1.1": (
        "CommunicativeActTypeCode ConversationID FromSendingSystem MessageID Protocol "
        "ProtocolVersion ToReceivingSystem"
    ),
    "2.0.0-cwix2026": (
        "ConversationID FromSendingSystem MessageID Protocol ProtocolVersion ToReceivingSystem*"
    ),
}
CHOICES = ("AbstractObject", "ActorEntity", "CollectiveEntity", "Platform", "EntityHealthStatus")
"""Elements that hold exactly one of what may stand in them."""

TEXTS = {
    **dict.fromkeys(
        (
            "UUID",
            "Side",
            "Superior",
            "OtherSide",
            "ActorReference",
            "MessageID",
            "ConversationID",
            "AffiliatedWith",
        ),
        UUID,
    ),
    "IsoDateTime": MOMENT,
    "APP6C-SIDC": SIDC,
    "CommunicativeActTypeCode": re.compile("Inform"),
    "EchelonCode": re.compile("[A-Z]{2,6}"),
    **dict.fromkeys(
        ("DISCategory", "DISDomain", "DISExtra", "DISKind", "DISSpecific", "DISSubCategory"), BYTE
    ),
    "CountryCode": re.compile("[A-Z]{3}"),
    "OrganizationTypeCode": re.compile("NOS"),
    "DISCountry": re.compile(r"\d+"),
    "StrengthPercentage": re.compile(r"\d\d?|100"),
    "OperationalStatusCode": re.compile("(Fully|Mostly|Partly|Not)Operational"),
}


def faults(root):
    """What an element tree has that the schema does not allow, as sentences."""
    namespace, _, name = root.tag[1:].rpartition("}")
    found = [] if name == "Message" else [f"The root is {name}."]
    orders = ORDER | {"C2SIMHeader": HEADERS[namespace.rpartition("/")[2]]}
    for element in root.iter("*"):
        space, _, name = element.tag[1:].rpartition("}")
        below = [child.tag.rpartition("}")[2] for child in element]
        if space != namespace:
            found.append(f"{name} is of another namespace.")
        if below and name not in orders:
            found.append(f"{name} holds {below}.")
        elif name in orders and not _pattern(orders[name]).fullmatch(
            "".join(f"{b} " for b in below)
        ):
            found.append(f"{name} holds {below}, not {orders[name]}.")
        if name in CHOICES and len(below) != 1:
            found.append(f"{name} holds {len(below)} elements.")
        if name in TEXTS and not TEXTS[name].fullmatch(element.text or ""):
            found.append(f"{name} says “{element.text}”.")
    return found


def _pattern(order):
    parts = []
    for part in order.split():
        name = part.rstrip("?*+")
        parts.append(f"(?:{name} ){part[len(name) :]}")
    return re.compile("".join(parts))
