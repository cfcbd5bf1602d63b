"""Small C2SIM messages with the traits and defects of real ones, written for these tests."""

from __future__ import annotations

from itertools import count

SPACE = "http://www.sisostds.org/schemas/C2SIM/1.1"
SPACE_2 = "http://www.sisostds.org/schemas/C2SIM/2.0.0-cwix2026"
NIL = "00000000-0000-0000-0000-000000000000"
BLUE = "0000000b-0000-4000-8000-000000000000"
RED = "0000000e-0000-4000-8000-000000000000"

_numbers = count(1)


def new_uuid():
    """Another UUID each time."""
    return f"{next(_numbers):08x}-1111-4111-8111-111111111111"


def element(name, *parts, **texts):
    """An element of parts, then of elements that each say one text."""
    said = "".join(f"<{key}>{value}</{key}>" for key, value in texts.items())
    return f"<{name}>{''.join(parts)}{said}</{name}>"


def side(name="Blue", uuid=BLUE, *relations):
    """A force side; relations as (hostility code, other side)."""
    related = [
        element("ForceSideRelation", HostilityStatusCode=code, OtherSide=other)
        for code, other in relations
    ]
    names = [element_of("Name", each) for each in ((name,) if isinstance(name, str) else name)]
    held = element("ForceSide", *names, element_of("UUID", uuid), *related)
    return element("AbstractObject", held)


def element_of(name, text):
    return f"<{name}>{text}</{name}>" if text is not None else ""


def symbol(letters):
    """A symbol as messages since 1.0.2 write it."""
    return f"<APP6CSymbol><APP6C-SIDC>{letters}</APP6C-SIDC></APP6CSymbol>" if letters else ""


def old_symbol(letters):
    """A symbol as versions 1.0.0 and 1.0.1 write it."""
    return f"<EntityType><APP6-SIDC><SIDCString>{letters}</SIDCString></APP6-SIDC></EntityType>"


def dis(*parts):
    """A SISO entity type from its parts in the order in which people write them."""
    kind, domain, country, category, sub, specific, extra = parts
    return element(
        "SISOEntityType",
        DISCategory=category,
        DISCountry=country,
        DISDomain=domain,
        DISExtra=extra,
        DISKind=kind,
        DISSpecific=specific,
        DISSubCategory=sub,
    )


def state(latitude="58.5", longitude="16.25", *parts, status="FullyOperational", more=""):
    """A current state with a position."""
    health = "" if status is None else health_of(status)
    place = element("GeodeticCoordinate", more, Latitude=latitude, Longitude=longitude)
    physical = element("PhysicalState", health, *parts, element("Location", place))
    return element("CurrentState", physical)


def health_of(status):
    operational = element("OperationalStatus", OperationalStatusCode=status)
    return element("EntityHealthStatus", operational)


def unit(
    name="1 Bn",
    uuid=None,
    *parts,
    superior=NIL,
    of=BLUE,
    echelon="BN",
    drawn=None,
    descriptor="",
):
    """A unit; `parts` come after its descriptor. It is drawn as infantry unless said otherwise."""
    held = element(
        "Unit",
        element(
            "EntityDescriptor",
            descriptor,
            element_of("Side", of),
            element_of("Superior", superior),
        ),
        *parts,
        symbol("SFGPUCI----F---") if drawn is None else drawn,
        element_of("Name", name),
        element_of("UUID", new_uuid() if uuid is None else uuid),
        element_of("EchelonCode", echelon),
    )
    return actor("CollectiveEntity", element("MilitaryOrganization", held))


def platform(name="Leopard", uuid=None, *parts, superior=NIL, of=BLUE, kind="Vehicle", drawn=""):
    """A platform."""
    held = element(
        kind,
        element("EntityDescriptor", element_of("Side", of), element_of("Superior", superior)),
        drawn,
        element_of("Name", name),
        element_of("UUID", new_uuid() if uuid is None else uuid),
        *parts,
    )
    return actor("Platform", held)


def actor(kind, inner):
    return element("Entity", element("ActorEntity", element(kind, inner)))


def system(name, *actors):
    """Which actors a system holds."""
    held = [element_of("ActorReference", each) for each in actors]
    return element("SystemEntityList", *held, SystemName=name)


def body(*objects, systems=(), name="C2SIMInitializationBody", space=SPACE, extra=""):
    """An initialisation without the message around it."""
    definitions = element("ObjectDefinitions", *objects)
    moment = element("DateTime", IsoDateTime="2026-09-14T06:00:00Z")
    setting = element("ScenarioSetting", moment, Version="1")
    opening = f'<{name} xmlns="{space}">' if space else f"<{name}>"
    return f"{opening}{extra}{definitions}{setting}{''.join(systems)}</{name}>"


def message(*objects, systems=(), space=SPACE, **more):
    """A whole initialisation message."""
    header = element(
        "C2SIMHeader",
        ConversationID=new_uuid(),
        FromSendingSystem="SERVER",
        MessageID=new_uuid(),
        Protocol="SISO-STD-C2SIM",
        ProtocolVersion="1.0.2",
    )
    inner = element("MessageBody", body(*objects, systems=systems, space=space, **more))
    return f'<?xml version="1.0"?><Message xmlns="{space}">{header}{inner}</Message>'


def both_sides():
    """Blue and Red, hostile to each other."""
    return side("Blue", BLUE, ("HO", RED)), side("Red", RED, ("HO", BLUE))
