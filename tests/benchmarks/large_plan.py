"""A plan as large as a joint exercise of forty participants gets, with something of every noun."""

from __future__ import annotations

from collections.abc import Iterator

from exerciseplanner.domain.intake import Intake, Link, Proposed

PARTICIPANTS, UNITS, INJECTS, CASES, REQUIREMENTS = 40, 2_000, 600, 300, 120
STANDARDS = ("STANAG 5516", "STANAG 5518", "ADatP-36", "MIP 4.3 IES", "NVG 2.0.2", "STANAG 4559")
NATIONS = (
    "ALB", "AUT", "BEL", "BGR", "CAN", "CHE", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA",
    "GBR", "GRC", "HRV", "HUN", "IRL", "ISL", "ITA", "JOR", "JPN", "KOR", "KWT", "LTU", "LUX",
    "LVA", "MDA", "MKD", "MNE", "NLD", "NOR", "NZL", "POL", "PRT", "ROU", "SVK", "SVN", "SWE",
    "USA",
)  # fmt: skip
FAMILIES = ("conventional", "cyber", "hybrid", "terrorism", "disinformation", "missile_air")
AREAS = ("C2", "CIS", "INTEL", "ISR", "CYBER", "CBRN", "LOGISTICS", "MEDICAL", "LAND", "AIR")
DOMAINS = ("LAND", "MARITIME", "AIR", "CYBER")
MESSAGE = "What has been seen, by whom, when and where, and what is asked of the addressee. " * 4


def large_plan() -> Intake:
    """Two thousand units, six hundred injects, and in proportion whatever the checks look at."""
    parts = (_partners(), _forces(), _means(), _wishes(), _script(), _exchange())
    return Intake("large", "test", tuple(row for part in parts for row in part))


def _row(noun: str, key: str, links: dict[str, object] | None = None, **values: object) -> Proposed:
    return Proposed(noun, key, key, values, links or {})


def _party(number: int) -> Link:
    return Link("participant", NATIONS[number % PARTICIPANTS])


def _unit(number: int) -> Link:
    return Link("unit", f"U{number % UNITS}")


def _partners() -> Iterator[Proposed]:
    yield _row("side", "blue", name="Blue", identity="friend")
    for number, code in enumerate(NATIONS):
        role = "host" if number == 0 else "participant"
        means = {"means_people": 10_000 + 700 * number, "means_money": 2_000}
        yield _row("participant", code, code=code, name=code, kind="nation", role=role, **means)
        framework = "PfP" if number % 4 == 0 else "NATO"
        own = Link("participant", code)
        yield _row("membership", f"M{code}", participant_id=own, framework=framework)
        for place, kind in enumerate(("people", "money")):
            yield _row(
                "contribution", f"C{code}{place}", participant_id=own, title=f"Share of {kind}",
                resource=kind, asked=100 + number, offered=130,
            )  # fmt: skip
    for number in range(20):
        kind = ("SOFA", "SECURITY", "MOU", "TA")[number % 4]
        parties = tuple(_party(number * 2 + each) for each in range(6))
        yield _row("agreement", f"A{number}", {"parties": parties}, title=f"A {number}", kind=kind)
    for number in range(40):
        yield _row(
            "caveat", f"CV{number}", participant_id=_party(number), title=f"Caveat {number}",
            activity="Opposed boarding" if number % 2 else "Crowd control", effect="forbidden",
            threat_family=FAMILIES[number % 6] if number % 3 else "", phase="D+1 to ENDEX",
        )  # fmt: skip
    for number in range(60):
        yield _row(
            "authority", f"AU{number}", code=f"ROE {number}", title=f"Serial {number}", kind="roe",
            activity="Boarding of ships" if number % 2 else "Disabling networks", review="approved",
            basis="ROE-EX", threat_family=FAMILIES[number % 6], domain=DOMAINS[number % 4],
        )  # fmt: skip
        for each in range(20):
            yield _row(
                "authority_position", f"AP{number}-{each}", position="held",
                authority_id=Link("authority", f"AU{number}"), participant_id=_party(each),
            )  # fmt: skip


def _forces() -> Iterator[Proposed]:
    for number in range(UNITS):
        above = {"parent_id": _unit((number - 1) // 6)} if number else {}
        yield _row(
            "unit", f"U{number}", name=f"Unit {number} in full", short_name=f"Unit {number}",
            participant_id=_party(number // 50), side_id=Link("side", "blue"), **above,
            domain=DOMAINS[number % 4], strength_planned=100, strength_present=90,
            notice_days=2, movement_hours=12 + number % 48, required_by=number * 3,
            arrival=number * 2 - 700, departure=14_000, latitude=60 + number / 1000, longitude=10.0,
        )  # fmt: skip
    for number in range(500):
        yield _row(
            "command_relation", f"R{number}", unit_id=_unit(number + 40), superior_id=_unit(1),
            relation="OPCON", start=number, finish=number + 500,
        )  # fmt: skip


def _means() -> Iterator[Proposed]:
    for number in range(60):
        yield _row(
            "capability", f"CAP{number}", code=f"CAP-{number}", title=f"Capability {number}",
            capability_area=AREAS[number % 10], technologies=("AI",) if number % 5 else (),
        )  # fmt: skip
    for number in range(1_500):
        yield _row(
            "unit_capability", f"H{number}", unit_id=_unit(number), maturity="fielded",
            capability_id=Link("capability", f"CAP{number % 60}"),
        )  # fmt: skip
    for number in range(1_000):
        yield _row(
            "equipment", f"EQ{number}", unit_id=_unit(number), title="Truck", quantity_planned=9
        )
    for number in range(400):
        yield _row(
            "system", f"SYS{number}", code=f"SYS-{number}", title=f"System {number}",
            unit_id=_unit(number), maturity="fielded", technologies=("UXS",),
        )  # fmt: skip


def _wishes() -> Iterator[Proposed]:
    for number in range(24):
        yield _row(
            "objective", f"TO{number}",
            {"audience": tuple(_unit(number * 20 + each) for each in range(10))},
            code=f"TO-{number}", title=f"Objective {number}", kind="training",
            capability_area=AREAS[number % 10], technologies=("AI", "UXS"),
        )  # fmt: skip
        objective = Link("objective", f"TO{number}")
        yield _row("criterion", f"CR{number}", code=f"C{number}", title="x", objective_id=objective)
        for each in range(PARTICIPANTS):
            yield _row(
                "priority", f"W{number}-{each}", participant_id=_party(each), weight=each * 2,
                objective_id=objective,
            )  # fmt: skip
    for number, product in enumerate(("EXSPEC", "EXPLAN", "MEL/MIL")):
        for each in range(PARTICIPANTS):
            yield _row(
                "concurrence", f"K{number}-{each}", participant_id=_party(each), product=product,
                position="concurs",
            )  # fmt: skip
    for number in range(30):
        yield _row(
            "threat", f"T{number}", code=f"THR-{number}", title=f"Threat {number}",
            family=FAMILIES[number % 6], technology="AI",
        )  # fmt: skip


def _script() -> Iterator[Proposed]:
    for line in range(12):
        key = f"SL{line:02}"
        yield _row("strand", key, serial=key, title=f"Storyline {line}")
    for number in range(INJECTS):
        links: dict[str, object] = {
            "objectives": (Link("objective", f"TO{number % 24}"),),
            "threats": (Link("threat", f"T{number % 30}"),),
            "units": tuple(_unit(number * 7 + each) for each in range(4)),
        }
        if number % 4 == 0:
            links["authorities"] = (Link("authority", f"AU{number % 60}"),)
        yield _row(
            "inject", f"I{number}", links, serial=f"I-{number:04}", title=f"Report {number}",
            start=number * 20, duration=30, message=MESSAGE, expected_action=MESSAGE,
            strand_id=Link("strand", f"SL{number % 12:02}"),
        )  # fmt: skip


def _exchange() -> Iterator[Proposed]:
    for number, code in enumerate(STANDARDS):
        yield _row("standard", f"S{number}", code=code, title=code, edition="Ed B")
    for number in range(2_400):
        yield _row(
            "unit_standard", f"US{number}", unit_id=_unit(number),
            standard_id=Link("standard", f"S{number % 6}"),
            edition="Ed A" if number % 7 else "Ed B",
            gateway=number % 100 == 0, role="both",
        )  # fmt: skip
    for number in range(20):
        yield _row(
            "interoperability_objective", f"IO{number}", code=f"IO-{number}", title=f"Aim {number}",
            standard_id=Link("standard", f"S{number % 6}"), edition="Ed B",
            objective_id=Link("objective", f"TO{number}"),
        )  # fmt: skip
    for number in range(CASES):
        yield _row(
            "test_case", f"TC{number}", code=f"TC-{number}", title=f"Case {number}",
            interoperability_objective_id=Link("interoperability_objective", f"IO{number % 20}"),
            standard_id=Link("standard", f"S{number % 6}"), edition="Ed B",
            provider_id=_party(number), consumer_id=_party(number * 3 + 1),
            mediator_id=_party(number + 5) if number % 3 == 0 else None,
        )  # fmt: skip
    for number in range(REQUIREMENTS):
        yield _row(
            "exchange_requirement", f"X{number}", code=f"IER-{number}", product=f"Product {number}",
            producer_id=_party(number), consumer_id=_party(number + 7), required_minutes=30,
            inject_id=Link("inject", f"I{number}"), standard_id=Link("standard", f"S{number % 6}"),
        )  # fmt: skip
