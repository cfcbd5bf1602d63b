"""Rules a doctrine pack must keep, tried on small packs written here."""

from __future__ import annotations

import copy
from fractions import Fraction

import pytest

from exerciseplanner.domain.doctrine import DoctrinePack
from exerciseplanner.domain.doctrine_parsing import extended, parse_pack, sourced
from exerciseplanner.domain.refusals import Refusal

Data = dict[str, object]


def small_pack() -> Data:
    return {
        "code": "small",
        "title": "Small directive",
        "edition": "1",
        "date": "2026-01-01",
        "source": "Small directive, 1 Jan 2026",
        "stages": [{"code": "0", "name": "Initiation", "tag": "C"}],
        "planning_events": [
            {
                "code": "IPC",
                "name": "Initial planning conference",
                "stage": "0",
                "default_offset_days": -365,
                "purpose": "Agree tasks.",
                "tag": "R",
            }
        ],
        "roles": [{"code": "EXCON", "name": "Exercise control", "side": "EXCON", "tag": "C"}],
        "exercise_types": [{"code": "CPX", "name": "Command post exercise", "tag": "C"}],
        "inject_kinds": [{"code": "inject", "name": "Inject", "tag": "C"}],
        "inject_states": [
            {"code": "draft", "name": "Draft", "standing": "preparing", "tag": "R"},
            {
                "code": "closed",
                "name": "Closed",
                "standing": "finished",
                "terminal": True,
                "tag": "R",
            },
        ],
        "inject_transitions": [{"from": "draft", "to": "closed", "role": "EXCON", "tag": "R"}],
        "lesson_states": [
            {"code": "observation", "name": "Observation", "standing": "preparing", "tag": "C"}
        ],
        "zones": [{"code": "Z", "name": "Zulu", "offset_hours": 0, "tag": "C"}],
        "rating_scales": [
            {
                "code": "PSMU",
                "name": "P/S/M/U",
                "rollup": "weighted",
                "tag": "C2",
                "values": [
                    {"code": "P", "label": "Performed", "worth": "1", "counts": True},
                    {"code": "S", "label": "With challenges", "worth": "2/3", "counts": True},
                    {"code": "NE", "label": "Not evaluated", "counts": False},
                ],
            }
        ],
        "policies": [
            {
                "code": "NATO",
                "name": "NATO",
                "release_phrase": "Releasable to",
                "release_separator": "/",
                "tag": "C",
                "levels": [{"code": "NU", "name": "NATO UNCLASSIFIED", "rank": 0}],
                "audiences": [{"code": "PfP", "name": "Partners", "framework": "PfP"}],
            }
        ],
        "defaults": {
            "inject_scale": "PSMU",
            "criterion_scale": "PSMU",
            "policy": "NATO",
            "level": "NU",
            "inject_state": "draft",
            "inject_kind": "inject",
            "lesson_state": "observation",
            "exercise_type": "CPX",
            "core_task_edition": "2022",
            "zone": "Z",
            "paper": "A4",
        },
    }


def pack_with(table: str, row: int, **changes: object) -> Data:
    data = copy.deepcopy(small_pack())
    rows = data[table]
    assert isinstance(rows, list)
    rows[row] = {**rows[row], **changes}
    return data


def refusal_of(data: Data) -> Refusal:
    with pytest.raises(Refusal) as caught:
        parse_pack(data)
    return caught.value


def test_that_a_pack_reads_as_terms_scales_transitions_and_policies() -> None:
    pack = parse_pack(small_pack(), {"PfP": frozenset({"AUT", "CHE"})})
    event = pack.term("planning_event", "IPC")
    assert (event.number("default_offset_days"), event.text("stage")) == (-365, "0")
    assert [value.worth for value in pack.scale("PSMU").values] == [
        Fraction(1),
        Fraction(2, 3),
        None,
    ]
    assert [(move.kind, move.from_code, move.to_code) for move in pack.transitions()] == [
        ("inject_state", "draft", "closed")
    ]
    assert pack.policy("NATO").audiences[0].members == {"AUT", "CHE"}
    assert pack.default("inject_scale") == "PSMU"


def test_that_terms_keep_the_order_of_the_file() -> None:
    states = parse_pack(small_pack()).terms("inject_state")
    assert [(state.seq, state.code) for state in states] == [(0, "draft"), (1, "closed")]


def test_that_an_unknown_table_is_refused_by_name() -> None:
    refusal = refusal_of({**small_pack(), "stage": []})
    assert "“stage”" in str(refusal)
    assert "stages" in refusal.remedy


def test_that_an_unknown_key_is_refused_with_table_and_row() -> None:
    refusal = refusal_of(pack_with("stages", 0, colour="red"))
    assert refusal.field == "stages.0"
    assert "“colour”" in refusal.message
    assert "gate" in refusal.remedy


def test_that_a_row_without_evidence_tag_is_refused() -> None:
    data = small_pack()
    data["stages"] = [{"code": "0", "name": "Initiation"}]
    assert "“tag” is missing" in refusal_of(data).message


@pytest.mark.parametrize(
    ("table", "changes", "said"),
    [
        ("stages", {"tag": "X"}, "tag holds “X”"),
        ("roles", {"side": "BLUE"}, "side holds “BLUE”"),
        ("planning_events", {"default_offset_days": "-365"}, "default_offset_days holds '-365'"),
        ("planning_events", {"default_offset_days": True}, "default_offset_days holds True"),
        ("planning_events", {"stage": "7"}, "stage names “7”"),
        ("inject_transitions", {"to": "gone"}, "to names “gone”"),
        ("inject_transitions", {"role": "CHEF"}, "role names “CHEF”"),
        ("rating_scales", {"rollup": "average"}, "rollup holds “average”"),
    ],
)
def test_that_a_faulty_cell_is_refused_with_what_it_holds(
    table: str, changes: dict[str, object], said: str
) -> None:
    refusal = refusal_of(pack_with(table, 0, **changes))
    assert refusal.message.startswith(table)
    assert said in refusal.message
    assert refusal.remedy


@pytest.mark.parametrize("worth", ["two thirds", "1/0", "3/2", "-1"])
def test_that_a_worth_is_an_exact_fraction_between_nought_and_one(worth: str) -> None:
    values = [{"code": "P", "label": "Performed", "worth": worth, "counts": True}]
    refusal = refusal_of(pack_with("rating_scales", 0, values=values))
    assert refusal.field == "rating_scales[PSMU].values.P"


def test_that_a_code_comes_once_in_a_table() -> None:
    data = small_pack()
    data["stages"] = [{"code": "0", "name": name, "tag": "C"} for name in ("Initiation", "Start")]
    assert "twice" in refusal_of(data).message


def test_that_a_pack_says_what_it_is() -> None:
    data = small_pack()
    del data["edition"]
    assert refusal_of(data).field == "edition"


@pytest.mark.parametrize(
    ("name", "value"), [("inject_scale", "TPU"), ("inject_state", "begun"), ("level", "CTS")]
)
def test_that_a_default_must_exist(name: str, value: str) -> None:
    data = small_pack()
    data["defaults"] = {**parse_pack(data).defaults, name: value}
    assert value in refusal_of(data).message


def test_that_a_missing_default_is_refused() -> None:
    data = small_pack()
    data["defaults"] = {"policy": "NATO"}
    assert refusal_of(data).field == "defaults.inject_scale"


def later_pack(**tables: object) -> DoctrinePack:
    later: Data = {"code": "later", "source": "Later directive", **tables}
    return parse_pack(extended(sourced(small_pack()), sourced(later)))


def test_that_a_row_of_an_extending_pack_changes_only_what_it_states() -> None:
    pack = later_pack(planning_events=[{"code": "IPC", "default_offset_days": -300}])
    event = pack.term("planning_event", "IPC")
    assert event.number("default_offset_days") == -300
    assert event.name == "Initial planning conference"
    assert event.source == "Later directive"
    assert pack.term("stage", "0").source == "Small directive, 1 Jan 2026"


def test_that_a_new_row_of_an_extending_pack_is_added_behind_the_inherited_ones() -> None:
    pack = later_pack(stages=[{"code": "1", "name": "Specification", "tag": "C"}])
    assert [stage.code for stage in pack.terms("stage")] == ["0", "1"]


def test_that_a_replaced_table_begins_empty() -> None:
    pack = later_pack(
        replaces=["stages", "planning_events"],
        stages=[{"code": "1", "name": "Design", "tag": "C2"}],
    )
    assert [stage.code for stage in pack.terms("stage")] == ["1"]
    assert pack.terms("planning_event") == ()


def test_that_extending_leaves_the_base_as_it_was() -> None:
    base = sourced(small_pack())
    before = copy.deepcopy(base)
    extended(base, {"stages": [{"code": "0", "name": "Beginning"}], "defaults": {"zone": "A"}})
    assert base == before


def test_that_what_a_pack_does_not_hold_is_refused() -> None:
    pack = parse_pack(small_pack())
    for ask in (
        lambda: pack.term("stage", "9"),
        lambda: pack.scale("TPU"),
        lambda: pack.policy("US"),
        lambda: pack.scale("PSMU").value("X"),
    ):
        with pytest.raises(Refusal):
            ask()
