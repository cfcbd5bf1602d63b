"""A small sound plan, and for every check the one change that breaks its rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from exerciseplanner.domain.checks import every, rows  # noqa: F401 - fills the registry
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
    ],
    "inject_kind": [
        ("inject", {"delivered": True}), ("expected_action", {"delivered": False}),
        ("contingency", {"delivered": True, "contingency": True}),
    ],
    "caveat_effect": [
        ("forbidden", {"blocks": True}), ("consent", {"blocks": True}), ("limited", {}),
    ],
    "threat_family": [("cyber", {}), ("hybrid", {})],
    "unit_role": [
        ("PTA", {"side": "TA"}), ("EVAL", {"side": "EVAL"}), ("OPFOR", {"side": "EXCON"}),
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
        Marking("NATO", "NR", frozenset({"PfP"})), False,
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
        unit("HQ", "NOR"), unit("DEU Bn", "DEU", "HQ", None), unit("AUT Coy", "AUT", "HQ", None),
        unit("NOR Bn", "NOR", "HQ", None),
        unit("Evaluators", "NOR", role="EVAL"),
        unit("Red Bde", "DEU", side="red", role="OPFOR"),
    ),
    objectives=(
        rows.Objective("EO", "exercise", None, "EO-1", "Command"),
        rows.Objective("TO", "training", "EO", "TO-1", "Decide in time"),
    ),
    criteria=(
        rows.Criterion("C1", "TO", "C1", "Orders in time"),
        rows.Criterion("C2", "TO", "C2", "Orders are complete"),
    ),
    threats=(rows.Threat("T1", "T1", "Intrusion", "hybrid", "Grey Gulls"),),
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
        rows.Standard("link", "STANAG 5516", "Link 16", "Ed B", "promulgated"),
        rows.Standard("old", "STANAG 1", "Unused", "Ed 1", "superseded"),
        rows.Standard("new", "STANAG 2", "Unused", "Ed 2", "draft"),
    ),
    trials=(
        rows.Trial("IO", "TC-1", "Tracks", "link", "Ed B", "NOR", "DEU", "S", "LS", "LS", 1),
    ),
    exchanges=(
        rows.Exchange(
            "X1", "IER-1", "Tracks", "NOR", "DEU", "direct", "Over Link 16.", "yes", "Owner.",
            "I2", 10, 9,
        ),
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
    audiences={"TO": ("HQ", "DEU Bn")},
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


def _without_place(plan):
    nowhere = {"location_name": "", "latitude": None}
    return with_row(plan, "units", "DEU Bn", notice_days=3, **nowhere)


def _two_groups(plan):
    return plus(
        plan, "ratings",
        rows.Given("E1", "C1", None, "S", None, 0), rows.Given("E3", "C2", None, "S", None, 0),
    )  # fmt: skip


def _rated_by_trainer(plan):
    return plus(plan, "ratings", rows.Given("E3", "C1", None, "S", None, 0))


def _own_only(plan):
    return replace(plan, audiences={"TO": ("DEU Bn",)})


BREAKING = {
    "CAV01": lambda p: with_row(p, "injects", "I3", message="Crowds: control them."),
    "CAV02": lambda p: with_row(
        p, "injects", "I3", latitude=70.5, message="Flying by night, please."
    ),
    "CAV03": lambda p: with_links(
        with_row(p, "injects", "I5", title="A visit to two ports"), "inject_units", I5=("DEU Bn",)
    ),
    "CAV04": lambda p: with_row(p, "threats", "T1", family="cyber"),
    "COV01": lambda p: replace(p, inject_objectives={}),
    "COV02": lambda p: replace(p, criteria=(), ratings=()),
    "COV03": _on_one_inject,
    "COV04": lambda p: with_row(p, "objectives", "TO", parent_id=None),
    "COV05": lambda p: plus(p, "objectives", rows.Objective("TO2", "training", "EO", "TO-2", "x")),
    "COV06": lambda p: with_links(p, "inject_objectives", I5=()),
    "COV07": lambda p: with_links(p, "inject_units", I5=()),
    "COV08": lambda p: with_row(p, "injects", "I5", serial="I6"),
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
    "FOR02": lambda p: with_row(p, "units", "DEU Bn", parent_id=None, side_id="blue"),
    "FOR03": lambda p: with_row(p, "units", "DEU Bn", side_id="red"),
    "FOR04": lambda p: with_row(p, "units", "NOR Bn", participant_id=None),
    "FOR05": lambda p: with_row(p, "units", "NOR Bn", strength_present=101),
    "FOR06": lambda p: with_row(p, "units", "NOR Bn", strength_present=69),
    "FOR07": _without_place,
    "PAR01": lambda p: with_row(p, "agreements", "sofa", kind="MOU"),
    "PAR02": lambda p: with_row(
        with_row(p, "agreements", "sec", level="NU"), "injects", "I2", marking_level="NR"
    ),
    "PAR03": lambda p: with_row(p, "participants", "KWT", role="participant"),
    "PAR04": lambda p: with_row(p, "agreements", "sec", valid_until="2026-11-06"),
    "IOP01": lambda p: with_row(p, "trials", "IO", standard_id=None),
    "IOP02": lambda p: with_row(p, "trials", "IO", consumer_id=None),
    "IOP03": lambda p: with_row(p, "trials", "IO", consumer_id="NOR"),
    "IOP04": lambda p: replace(p, inject_trials={}),
    "IOP05": lambda p: with_row(p, "trials", "IO", result=""),
    "IOP06": lambda p: with_row(p, "trials", "IO", standard_id="old"),
    "IOP07": lambda p: with_row(p, "trials", "IO", standard_id="new"),
    "IOP08": lambda p: with_row(p, "trials", "IO", edition=""),
    "IER01": lambda p: with_row(p, "exchanges", "X1", expectation="none", path="No standard."),
    "IER02": lambda p: with_row(p, "exchanges", "X1", right="no", right_reason="Not released."),
    "IER03": lambda p: with_row(p, "exchanges", "X1", inject_id=None),
    "IER04": lambda p: with_row(p, "exchanges", "X1", measured_minutes=11),
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
