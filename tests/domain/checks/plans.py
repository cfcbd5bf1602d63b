"""A small sound plan, and for every check the one change that breaks its rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from exerciseplanner.domain.checks import (
    every,  # noqa: F401 - fills the registry
    exchange_rows,
    means_rows,
    partner_rows,
    rows,
)
from exerciseplanner.domain.checks.plan import Plan
from exerciseplanner.domain.interoperability import ResultScale
from exerciseplanner.domain.marking import Audience, ClassificationPolicy, Level, Marking
from exerciseplanner.domain.terms import Term
from tests.domain.scales import PSMU

POLICY = ClassificationPolicy(
    "NATO", "NATO",
    (Level("NU", "NATO UNCLASSIFIED", 0), Level("NR", "NATO RESTRICTED", 1)),
    "Releasable to", "/",
    (
        Audience("NATO", "NATO", frozenset({"NOR", "DEU"})),
        Audience("PfP", "Partnership for Peace", frozenset({"AUT", "IRL"})),
    ),
    "NATO",
)  # fmt: skip

TERMS = {
    "inject_state": [
        ("draft", {"standing": "preparing"}), ("approved", {"standing": "approved"}),
        ("closed", {"standing": "finished"}), ("cancelled", {"standing": "dropped"}),
        ("held", {"standing": "held"}), ("released", {"standing": "delivered"}),
    ],
    "inject_kind": [
        ("inject", {"delivered": True}), ("expected_action", {"delivered": False}),
        ("contingency", {"delivered": True, "contingency": True}),
    ],
    "caveat_effect": [
        ("forbidden", {"blocks": True}), ("consent", {"blocks": True}), ("limited", {}),
    ],
    "threat_family": [("cyber", {}), ("hybrid", {})],
    "command_relation": [("FCOM", {"national": True}), ("OPCON", {}), ("TACOM", {})],
    "readiness_band": [("RC2", {"min_days": 3, "max_days": 5})],
    "technology": [("AI", {}), ("UXS", {})],
    "capability_area": [("CIS", {}), ("MEDICAL", {})],
    "framework": [("NATO", {}), ("PfP", {})],
    "document": [
        ("EXSPEC", {"due_offset_days": -300}), ("EXPLAN", {"due_offset_days": -60}),
        ("FIR", {"due_offset_days": 15, "anchor": "ENDEX"}),
    ],
    "unit_role": [
        ("PTA", {"side": "TA"}), ("EVAL", {"side": "EVAL"}), ("OPFOR", {"side": "EXCON"}),
        ("EXCON", {"side": "EXCON"}),
    ],
}  # fmt: skip


def party(code, *frameworks, kind="nation", role="participant"):
    return rows.Party(code, code, code, kind, role, frameworks)


def unit(name, party, parent=None, side="blue", **values):
    row = rows.Unit(
        name, parent, side, party, f"{name} in full", name, "LAND", "PTA", 100, 90, 5, "Bodø",
        67.28,
    )  # fmt: skip
    return row._replace(**values)


def inject(serial, start=60, **values):
    row = rows.Inject(
        serial, "inc", serial, f"Title of {serial}", "inject", "approved", start, "", "", "", "",
        "", "", None, None, "NU", '["PfP"]', None,
    )  # fmt: skip
    return row._replace(**values)


def caveat(effect, activity, **values):
    row = rows.Caveat(
        f"cav-{effect}", "DEU", None, f"No {activity}", activity, "", "", "All", "All", effect
    )
    return row._replace(**values)


SOUND = Plan(
    exercise=rows.ExerciseFacts(
        "exercise", "Test", datetime(2026, 11, 2, 6, tzinfo=UTC), 7200, "Z", "Supreme Commander",
        "Commander Joint Force", "Commander Warfare Centre",
        Marking("NATO", "NR", frozenset({"PfP"})), False, -20 * 1440,
    ),
    policy=POLICY,
    scale=PSMU,
    results=ResultScale(("S", "LS", "II"), ("NT", "P")),
    terms={
        kind: {code: Term(kind, code, code.capitalize(), attributes=each) for code, each in listed}
        for kind, listed in TERMS.items()
    },
    countries={"NOR": "Norway", "SYR": "Syria"},
    participants=(
        party("NOR", "NATO", role="host"), party("DEU", "NATO"), party("AUT", "PfP"),
        party("KWT", role="observer"),
    ),
    agreements=(
        rows.Accord("sofa", "Status", "SOFA", "NU", "2026-01-01", "2026-12-31", ("NOR", "AUT")),
        rows.Accord("sec", "Secrets", "SECURITY", "NR", None, None, ("NOR", "AUT")),
        rows.Accord("mou", "Support", "MOU", "", None, None, ("NOR", "AUT")),
    ),
    caveats=(
        caveat("forbidden", "Crowd control"),
        caveat("consent", "Night flying", area="North of 70 N"),
        caveat("limited", "Port visits", phase="D+3 to ENDEX"),
        caveat("forbidden", "Lethal effects", id="cav-lethal", threat_family="cyber"),
    ),
    sides=(
        rows.Side("blue", "Blue", "friend"), rows.Side("red", "Tarvania", "hostile"),
    ),
    units=(
        unit(
            "HQ", "NOR", readiness="RC2", movement_hours=10, required_by=0, arrival=-300,
            departure=8000,
        ),
        unit("DEU Bn", "DEU", "HQ", None), unit("AUT Coy", "AUT", "HQ", None),
        unit("NOR Bn", "NOR", "HQ", None),
        unit("Evaluators", "NOR", role="EVAL"),
        unit("Red Bde", "DEU", side="red", role="OPFOR"),
    ),
    objectives=(
        rows.Objective("EO", "exercise", None, "EO-1", "Command"),
        rows.Objective("TO", "training", "EO", "TO-1", "Decide in time", "CIS", '["AI"]'),
    ),
    criteria=(
        rows.Criterion("C1", "TO", "C1", "Orders in time"),
        rows.Criterion("C2", "TO", "C2", "Orders are complete"),
    ),
    threats=(rows.Threat("T1", "T1", "Intrusion", "hybrid", "Grey Gulls", "ai"),),
    strands=(
        rows.Strand("story", "storyline", None, "SL01", "The cable", "TO"),
        rows.Strand("inc", "incident", "story", "SL01-E01-I01", "The cut", None),
    ),
    injects=(
        inject("I1", 0, state="closed", released_at="2026-11-02T06:00:00Z"),
        inject("I2", 60),
        inject("I3", 600, background="The port may be seen; no visit is planned."),
        inject("I4", 900, kind="contingency", contingency_for_id="I3"),
        inject("I5", 4800),
        inject("I6", 5000),
    ),
    dependencies=(rows.Dependency("d1", "I3", "I2", 30), rows.Dependency("d2", "I5", "I3", 0)),
    standards=(
        exchange_rows.Standard("link", "STANAG 5516", "Link 16", "Ed B", "promulgated"),
        exchange_rows.Standard("old", "STANAG 1", "Unused", "Ed 1", "superseded"),
        exchange_rows.Standard("new", "STANAG 2", "Unused", "Ed 2", "draft"),
    ),
    trials=(
        exchange_rows.Trial(
            "IO", "TC-1", "Tracks", "link", "Ed B", "NOR", "DEU", "S", "LS", "LS", 1, "aim",
            "technical", "AUT", "HQ", "DEU Bn", "radar", None,
        ),
    ),
    exchanges=(
        exchange_rows.Exchange(
            "X1", "IER-1", "Tracks", "NOR", "DEU", "direct", "Over Link 16.", "yes", "Owner.",
            "I2", 10, 9, "NOR", None, None, "DEU Bn",
        ),
    ),
    aims=(exchange_rows.Aim("aim", "IO-1", "One picture", "TO", "link", "Ed B"),),
    relations=(
        means_rows.Relation("r1", "DEU Bn", "HQ", "OPCON", 0, 600),
        means_rows.Relation("r2", "DEU Bn", "NOR Bn", "OPCON", 600, None),
        means_rows.Relation("r3", "DEU Bn", "NOR Bn", "TACOM", None, 600),
    ),
    equipment=(means_rows.Equipment("trucks", "DEU Bn", "Truck", 20, 20),),
    systems=(means_rows.System("radar", "SYS-1", "Radar", "HQ", '["UXS"]', "fielded"),),
    capabilities=(means_rows.Capability("cap", "CAP-1", "Deployed network", "CIS", '["AI"]'),),
    held=(means_rows.Held("h1", "DEU Bn", "cap", "fielded"),),
    standards_held=(
        means_rows.StandardHeld("s1", "HQ", "link", "Ed B", "both", 0, "radar"),
        means_rows.StandardHeld("s2", "DEU Bn", "link", "Ed B", "both", 0, None),
    ),
    memberships=(
        partner_rows.Membership("m1", "AUT", "PfP", "1995-02-10", None, None),
        partner_rows.Membership("m2", "NOR", "NATO", "1949-08-24", None, None),
    ),
    contributions=(
        partner_rows.Contribution("c1", "AUT", "Company", "people", 100, 120),
        partner_rows.Contribution("c2", "NOR", "Brigade", "people", 100, 100),
        partner_rows.Contribution("c3", "DEU", "Battalion", "people", 100, 100),
    ),
    authorities=(
        partner_rows.Authority(
            "a1", "ROE 1", "Disable a jammer", "roe", "ROE-EX", "Disabling jammers", "", "",
            "approved", "2026-11-01", "2026-11-30",
        ),
        partner_rows.Authority(
            "a2", "LAW 1", "Network law", "national_law", "", "", "", "cyber", "approved", None,
            None,
        ),
    ),
    positions=(
        partner_rows.Position("p1", "a1", "NOR", "held"),
        partner_rows.Position("p2", "a1", "AUT", "consent_given"),
    ),
    priorities=(
        partner_rows.Priority("w1", "NOR", "TO", 80), partner_rows.Priority("w2", "DEU", "TO", 40),
        partner_rows.Priority("w3", "AUT", "TO", 60),
    ),
    concurrences=(
        partner_rows.Concurrence("k1", "NOR", "EXSPEC", "concurs", "2026-01-01", "2026-01-10"),
        partner_rows.Concurrence("k2", "DEU", "EXSPEC", "concurs", "2026-01-01", "2026-01-10"),
        partner_rows.Concurrence("k3", "AUT", "EXSPEC", "concurs", "2026-01-01", "2026-01-10"),
        partner_rows.Concurrence("k4", "NOR", "EXPLAN", "concurs", "2026-08-01", "2026-08-10"),
        partner_rows.Concurrence("k5", "DEU", "EXPLAN", "concurs", "2026-08-01", "2026-08-10"),
        partner_rows.Concurrence("k6", "AUT", "EXPLAN", "asked", "2026-08-01", None),
    ),
    evaluators=(
        rows.Evaluator("E1", "E1", "Command", "NOR", 1),
        rows.Evaluator("E2", "E2", "Land", "DEU", 1),
        rows.Evaluator("E3", "E3", "Trainer who has not rated", "DEU", 0),
    ),
    ratings=(
        rows.Given("E1", "C1", None, "S", "2026-11-02T07:00:00Z", 0),
        rows.Given("E2", "C1", None, "S", "2026-11-02T07:00:00Z", 0),
    ),
    inject_units={
        "I1": ("HQ",), "I2": ("HQ", "AUT Coy"), "I3": ("DEU Bn",), "I4": ("DEU Bn",),
        "I5": ("NOR Bn",), "I6": ("HQ",),
    },
    inject_objectives={f"I{number}": ("TO",) for number in range(1, 7)},
    inject_threats={"I3": ("T1",)},
    inject_trials={"I2": ("IO",)},
    inject_authorities={"I2": ("a1",)},
    audiences={"TO": ("HQ", "DEU Bn")},
    today="2026-09-01",
)  # fmt: skip
"""A plan that keeps every rule, and holds something that each of them looks at."""


def with_row(plan, name, row_id, /, **values):
    """The plan with other values in one row."""
    listed = getattr(plan, name)
    assert any(each.id == row_id for each in listed)
    changed = tuple(each._replace(**values) if each.id == row_id else each for each in listed)
    return replace(plan, **{name: changed})


def with_links(plan, name, **links):
    """The plan with other links from some rows."""
    return replace(plan, **{name: {**getattr(plan, name), **links}})


def with_facts(plan, **values):
    """The plan with other facts of the exercise."""
    return replace(plan, exercise=plan.exercise._replace(**values))


def plus(plan, name, *rows_):
    """The plan with more rows."""
    return replace(plan, **{name: (*getattr(plan, name), *rows_)})


def _on_one_inject(plan):
    return replace(plan, inject_objectives={"I5": ("TO",)})


def _two_groups(plan):
    return plus(
        plan, "ratings",
        rows.Given("E1", "C1", None, "S", None, 0), rows.Given("E3", "C2", None, "S", None, 0),
    )  # fmt: skip


def _rated_by_trainer(plan):
    return plus(plan, "ratings", rows.Given("E3", "C1", None, "S", None, 0))


def _own_only(plan):
    """E2 of DEU alone rates an inject to DEU, and nothing that others rate."""
    own = rows.Given("E2", None, "I3", "S", None, 0)
    return replace(plan, ratings=(plan.ratings[0], own))


BREAKING = {
    "CAV01": lambda p: with_row(p, "injects", "I3", message="Crowds: control them."),
    "CAV02": lambda p: with_row(
        p, "injects", "I3", latitude=70.5, message="Flying by night, please."
    ),
    "CAV03": lambda p: with_links(
        with_row(p, "injects", "I5", title="A visit to two ports"), "inject_units", I5=("DEU Bn",)
    ),
    "CAV04": lambda p: with_row(p, "threats", "T1", family="cyber"),
    "CAV05": lambda p: with_row(p, "objectives", "TO", task="Control a crowd at a gate."),
    "COV01": lambda p: replace(p, inject_objectives={}),
    "COV02": lambda p: replace(p, criteria=(), ratings=()),
    "COV03": _on_one_inject,
    "COV04": lambda p: with_row(p, "objectives", "TO", parent_id=None),
    "COV05": lambda p: plus(p, "objectives", rows.Objective("TO2", "training", "EO", "TO-2", "x")),
    "COV06": lambda p: with_links(p, "inject_objectives", I5=()),
    "COV07": lambda p: with_links(p, "inject_units", I5=()),
    "TIM01": lambda p: with_row(p, "injects", "I5", start=None),
    "TIM02": lambda p: with_row(p, "injects", "I2", start=-60),
    "TIM03": lambda p: with_row(p, "injects", "I6", start=7201),
    "TIM04": lambda p: with_row(p, "injects", "I6", start=64),
    "TIM05": lambda p: with_row(p, "injects", "I3", start=89),
    "TIM06": lambda p: with_row(p, "injects", "I2", state="cancelled"),
    "TIM07": lambda p: with_row(p, "injects", "I4", contingency_for_id=None),
    "TIM08": lambda p: with_row(p, "injects", "I1", state="draft"),
    "TIM09": lambda p: with_facts(p, endex=None),
    "TIM10": lambda p: plus(p, "dependencies", rows.Dependency("d3", "I2", "I5", 0)),
    "FOR01": lambda p: with_row(p, "sides", "red", name="Forces of Russia"),
    "FOR02": lambda p: with_row(p, "units", "AUT Coy", parent_id=None, side_id="blue"),
    "FOR03": lambda p: with_row(p, "units", "NOR Bn", side_id="red"),
    "FOR04": lambda p: with_row(p, "units", "NOR Bn", participant_id=None),
    "FOR05": lambda p: with_row(p, "units", "NOR Bn", strength_present=101),
    "FOR06": lambda p: with_row(p, "units", "NOR Bn", strength_present=69),
    "FOR07": lambda p: with_facts(p, activation=-4 * 1440),
    "FOR08": lambda p: with_row(
        with_facts(p, activation=None), "units", "DEU Bn", location_name="", latitude=None
    ),
    "FOR09": lambda p: with_row(p, "units", "HQ", arrival=1),
    "FOR10": lambda p: with_row(p, "units", "HQ", departure=4000),
    "FOR11": lambda p: with_row(p, "units", "HQ", arrival=-15 * 1440 + 599),
    "FOR12": lambda p: with_row(p, "units", "HQ", departure=-300),
    "FOR13": lambda p: with_row(p, "relations", "r2", start=500),
    "FOR14": lambda p: with_row(p, "relations", "r1", unit_id="HQ", superior_id="DEU Bn"),
    "FOR15": lambda p: with_row(p, "relations", "r1", superior_id="Red Bde"),
    "FOR16": lambda p: with_row(p, "relations", "r1", finish=0),
    "FOR17": lambda p: with_row(p, "relations", "r1", relation="FCOM"),
    "FOR18": lambda p: with_row(p, "units", "HQ", notice_days=6),
    "FOR19": lambda p: with_row(p, "equipment", "trucks", quantity_present=21),
    "PAR01": lambda p: with_row(p, "agreements", "sofa", kind="MOU"),
    "PAR02": lambda p: with_row(
        with_row(p, "agreements", "sec", level="NU"), "injects", "I2", marking_level="NR"
    ),
    "PAR03": lambda p: with_row(p, "participants", "KWT", role="participant"),
    "PAR04": lambda p: with_row(p, "agreements", "sec", valid_until="2026-11-06"),
    "PAR05": lambda p: with_row(p, "agreements", "mou", kind="LOI"),
    "PAR06": lambda p: with_row(p, "memberships", "m1", suspended="2026-01-01"),
    "BUR01": lambda p: with_row(p, "contributions", "c1", asked=121),
    "BUR02": lambda p: with_row(p, "contributions", "c2", offered=None),
    "BUR03": lambda p: replace(
        p, participants=tuple(
            each._replace(means_people=1000 if each.id == "AUT" else 10_000)
            for each in p.participants
        ),
    ),
    "CON01": lambda p: with_row(
        plus(
            p, "objectives", rows.Objective("TO2", "training", "EO", "TO-2", "Recover")
        ), "priorities", "w2", objective_id="TO2",
    ),
    "CON02": lambda p: with_row(p, "priorities", "w2", weight=30),
    "CON03": lambda p: with_row(p, "priorities", "w3", participant_id="NOR"),
    "CON04": lambda p: plus(p, "objectives", rows.Objective("TO2", "training", "EO", "TO-2", "x")),
    "CON05": lambda p: with_row(p, "concurrences", "k1", position="does_not_concur"),
    "CON06": lambda p: replace(p, today="2026-09-04"),
    "CON07": lambda p: replace(
        p, concurrences=tuple(each for each in p.concurrences if each.product == "EXSPEC")
    ),
    "CON08": lambda p: with_row(p, "concurrences", "k6", product="EXSPEC"),
    "LEG01": lambda p: with_row(p, "positions", "p1", position="lacking"),
    "LEG02": lambda p: with_row(p, "positions", "p2", position="consent_refused"),
    "LEG03": lambda p: with_row(p, "positions", "p2", position="consent_needed"),
    "LEG04": lambda p: with_row(p, "positions", "p2", participant_id="KWT"),
    "LEG05": lambda p: with_row(p, "authorities", "a1", review="refused"),
    "LEG06": lambda p: with_row(p, "authorities", "a1", review="in_review"),
    "LEG07": lambda p: with_row(p, "authorities", "a1", valid_until="2026-11-01"),
    "LEG08": lambda p: with_row(p, "authorities", "a1", basis=""),
    "LEG09": lambda p: with_row(p, "injects", "I3", message="Disable the jammer."),
    "LEG10": lambda p: with_row(p, "threats", "T1", family="cyber"),
    "CAP01": lambda p: with_row(p, "objectives", "TO", capability_area="MEDICAL"),
    "CAP02": lambda p: with_row(p, "held", "h1", unit_id="Evaluators"),
    "CAP03": lambda p: plus(
        p, "capabilities", means_rows.Capability("new", "CAP-2", "Drones", "CIS", "[]")
    ),
    "CAP04": lambda p: replace(p, inject_trials={}),
    "CAP05": lambda p: with_row(p, "held", "h1", maturity="experimental"),
    "IOP01": lambda p: with_row(p, "trials", "IO", standard_id=None),
    "IOP02": lambda p: with_row(p, "trials", "IO", consumer_id=None),
    "IOP03": lambda p: with_row(p, "trials", "IO", consumer_id="NOR", consumer_unit_id=None),
    "IOP04": lambda p: plus(p, "trials", p.trials[0]._replace(id="new", code="TC-2", edition="x")),
    "IOP05": lambda p: with_row(p, "trials", "IO", result=""),
    "IOP06": lambda p: with_row(p, "trials", "IO", standard_id="old"),
    "IOP07": lambda p: with_row(p, "trials", "IO", standard_id="new"),
    "IOP08": lambda p: with_row(p, "trials", "IO", edition=""),
    "IOP09": lambda p: plus(
        p, "aims", exchange_rows.Aim("new", "IO-2", "Orders", "TO", "link", "Ed B")
    ),
    "IOP10": lambda p: with_row(p, "aims", "aim", standard_id=None),
    "IOP11": lambda p: replace(p, inject_trials={}),
    "IOP12": lambda p: with_row(p, "aims", "aim", objective_id=None),
    "IOP13": lambda p: with_row(p, "trials", "IO", interoperability_objective_id=None),
    "IOP14": lambda p: with_row(p, "standards_held", "s2", edition="Ed A"),
    "IOP15": lambda p: plus(p, "trials", p.trials[0]._replace(id="again", code="TC-2")),
    "IOP16": lambda p: with_row(p, "exchanges", "X1", consumer_id="KWT", consumer_unit_id=None),
    "IOP17": lambda p: with_row(p, "trials", "IO", result="II"),
    "IOP18": lambda p: with_row(p, "trials", "IO", edition="Edition A"),
    "IOP19": lambda p: with_row(p, "trials", "IO", mediator_id="DEU"),
    "IOP20": lambda p: with_row(p, "trials", "IO", consumer_unit_id="NOR Bn"),
    "IER01": lambda p: with_row(p, "exchanges", "X1", expectation="none", path="No standard."),
    "IER02": lambda p: with_row(p, "exchanges", "X1", right="no", right_reason="Not released."),
    "IER03": lambda p: with_row(p, "exchanges", "X1", inject_id=None),
    "IER04": lambda p: with_row(p, "exchanges", "X1", measured_minutes=11),
    "IER05": lambda p: with_row(p, "exchanges", "X1", inject_id="I1", measured_minutes=None),
    "DOC01": lambda p: with_facts(p, zone="J"),
    "DOC02": lambda p: with_facts(p, zone="B"),
    "DOC03": lambda p: with_facts(p, ode="commander joint force"),
    "DOC04": lambda p: replace(
        p, unverified=(rows.UnverifiedTerm("t", "legal basis", "Custom", "2 injects"),)
    ),
    "DOC05": lambda p: with_row(p, "injects", "I5", strand_id="story"),
    "MRK01": lambda p: with_row(
        with_links(p, "inject_units", I2=("AUT Coy",)), "injects", "I2", marking_releases="[]"
    ),
    "MRK02": lambda p: with_row(p, "injects", "I2", marking_releases="[]"),
    "MRK03": lambda p: with_row(
        with_facts(p, marking=Marking("NATO", "NU", frozenset({"PfP"}))),
        "injects", "I5", marking_level="NR",
    ),
    "MRK04": lambda p: with_row(p, "injects", "I5", marking_level="COSMIC"),
    "EVA01": _rated_by_trainer,
    "EVA02": _own_only,
    "EVA03": lambda p: plus(p, "ratings", rows.Given("E3", "C1", None, "U", None, 0)),
    "EVA04": lambda p: with_facts(p, final=True),
    "EVA05": lambda p: replace(
        p, outdated=(rows.OutdatedOverride("objective", "TO", "TO-1", "S", "M", "P"),)
    ),
    "EVA06": _two_groups,
    "EVA07": lambda p: plus(p, "ratings", rows.Given("E3", "C1", None, "M", None, 0)),
}  # fmt: skip
"""By the code of a check: what turns the sound plan into one that breaks its rule."""
