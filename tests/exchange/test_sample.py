"""The sample exercise keeps what it promises to those who study it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import datetime
from itertools import pairwise

import pytest

from exerciseplanner.domain.intake import Link
from exerciseplanner.domain.nouns import NOUNS
from exerciseplanner.exchange.sample import sample_intake
from exerciseplanner.storage.packs import load_catalogue, load_pack
from exerciseplanner.workspace.operations.intake import take_in
from exerciseplanner.workspace.queries.intake import dry_run
from exerciseplanner.workspace.queries.readiness import assessment
from exerciseplanner.workspace.workspace import Workspace

CATALOGUES = {
    "capability_area": "capability_areas",
    "framework": "frameworks",
    "legal_basis": "legal_bases",
    "technology": "technologies",
}
AS_OF = "2026-11-06T17:00:00Z"
DELIVERED = {"released", "acknowledged", "closed"}
SERIAL = re.compile(r"SL\d\d-E\d\d-I\d\d-\d{3}")


@pytest.fixture(scope="module")
def intake():
    return sample_intake()


@pytest.fixture(scope="module")
def pack():
    return load_pack("nato-2023")


def of(intake, noun):
    return [row for row in intake.rows if row.noun == noun]


def linked(row):
    found = [value for value in row.values.values() if isinstance(value, Link)]
    return found + [link for listed in row.links.values() for link in listed]


def test_that_it_holds_what_it_promises(intake):
    assert intake.kind == "sample"
    assert intake.read["participant"] == 23
    assert intake.read["unit"] == 90
    assert intake.read["inject"] == 180
    assert intake.read["test_case"] == 30
    assert intake.read["unit_standard"] >= 60
    assert intake.read["exchange_requirement"] == 14
    strands = Counter(row.values["kind"] for row in of(intake, "strand"))
    assert strands["storyline"] == 12
    objectives = Counter(row.values["kind"] for row in of(intake, "objective"))
    assert objectives["training"] == 24
    assert 6 <= objectives["exercise"] <= 8
    assert intake.read["evaluator"] == 8
    assert intake.read["rating"] >= 200
    assert intake.read["override"] == 2
    assert intake.read["lesson"] >= 14
    assert intake.read["caveat"] >= 10
    assert intake.read["interoperability_objective"] == 12
    assert intake.read["capability"] >= 15
    assert len({row.values["unit_id"] for row in of(intake, "equipment")}) >= 12
    assert 12 <= intake.read["authority"] <= 16
    kinds = {row.values["kind"] for row in of(intake, "participant")}
    assert {"nation", "eu", "un", "ngo", "host_nation_civil", "industry", "media"} <= kinds
    roles = {row.values["role"] for row in of(intake, "participant")}
    assert {"ose", "oce", "ode", "host", "observer"} <= roles


def test_that_keys_are_not_given_twice(intake):
    keys = Counter((row.noun, row.key) for row in intake.rows)
    assert [key for key, count in keys.items() if count > 1] == []


def test_that_every_value_is_a_column_of_its_noun(intake):
    for row in intake.rows:
        columns = {field.name for field in NOUNS[row.noun].columns}
        assert set(row.values) <= columns, row.place
        assert set(row.links) <= {field.name for field in NOUNS[row.noun].links}, row.place


def test_that_every_reference_leads_somewhere(intake):
    known = {(row.noun, row.key) for row in intake.rows}
    known |= {("standard", term.code) for term in load_catalogue("standards").terms}
    lost = [
        (row.place, link)
        for row in intake.rows
        for link in linked(row)
        if (link.noun, link.key) not in known
    ]
    assert lost == []


def test_that_every_code_is_one_of_the_doctrine_pack(intake, pack):
    known = {}
    for row in intake.rows:
        for field in NOUNS[row.noun].columns:
            value = row.values.get(field.name)
            if field.kind not in ("choice", "codes") or not value or field.name == "techniques":
                continue
            if field.choices not in known:
                known[field.choices] = codes(pack, field.choices)
            if field.choices == "marking_audience":  # a release may name a participant, too
                known[field.choices] |= {party.key for party in of(intake, "participant")}
            for code in [value] if isinstance(value, str) else value:
                assert code in known[field.choices], (row.place, field.name, code)


def codes(pack, kind):
    if kind in CATALOGUES:
        return {term.code for term in load_catalogue(CATALOGUES[kind]).terms}
    if kind == "marking_level":
        return {level.code for level in pack.policy("NATO").levels}
    if kind == "marking_audience":
        return {audience.code for audience in pack.policy("NATO").audiences}
    if kind == "rating_scale":
        return {scale.code for scale in pack.scales()}
    return {term.code for term in pack.terms(kind)}


def test_that_picked_codes_are_options(intake):
    for row in intake.rows:
        for field in NOUNS[row.noun].columns:
            if field.kind == "pick" and row.values.get(field.name):
                assert row.values[field.name] in dict(field.options), (row.place, field.name)


def test_that_techniques_and_technologies_are_in_the_catalogues(intake):
    techniques = {term.code for term in load_catalogue("techniques").terms}
    technologies = {term.code for term in load_catalogue("technologies").terms}
    for row in of(intake, "threat"):
        assert set(row.values["techniques"]) <= techniques, row.place
        assert row.values["technology"] in technologies, row.place


def test_that_every_family_of_threats_is_played(intake, pack):
    family = {row.key: row.values["family"] for row in of(intake, "threat")}
    played = {
        family[link.key] for row in of(intake, "inject") for link in row.links.get("threats", ())
    }
    assert played == {term.code for term in pack.terms("threat_family")}


def test_that_every_training_objective_has_two_injects_and_every_inject_one_objective(intake):
    count = Counter(
        link.key for row in of(intake, "inject") for link in row.links.get("objectives", ())
    )
    training = [row.key for row in of(intake, "objective") if row.values["kind"] == "training"]
    assert [key for key in training if count[key] < 2] == []
    assert [row.key for row in of(intake, "inject") if not row.links.get("objectives")] == []
    assert set(count) <= set(training)


def test_that_every_training_objective_says_task_conditions_and_standard(intake):
    criteria = defaultdict(list)
    for row in of(intake, "criterion"):
        criteria[row.values["objective_id"].key].append(row.values)
    critical = 0
    for row in of(intake, "objective"):
        if row.values["kind"] != "training":
            continue
        assert all(row.values[name] for name in ("task", "conditions", "standard")), row.key
        assert row.links["audience"], row.key
        assert 3 <= len(criteria[row.key]) <= 5, row.key
        critical += sum(bool(values["critical"]) for values in criteria[row.key])
    assert 0.2 <= critical / sum(map(len, criteria.values())) <= 0.35


def test_that_serials_follow_the_numbering_and_stand_in_their_incident(intake):
    for row in of(intake, "inject"):
        assert SERIAL.fullmatch(str(row.values["serial"])), row.key
        assert row.key.rsplit("-", 1)[0] == row.values["strand_id"].key
    for row in of(intake, "strand"):
        if row.values["kind"] != "storyline":
            assert row.key.rsplit("-", 1)[0] == row.values["parent_id"].key


def test_that_no_two_messages_are_alike(intake):
    for name in ("message", "background", "title"):
        texts = Counter(
            str(row.values[name]) for row in of(intake, "inject") if row.values.get(name)
        )
        repeated = {text for text, count in texts.items() if count > 1}
        assert repeated <= {"No delivery.", "Nothing is delivered."}, name
    openings = Counter(str(row.values["message"])[:40] for row in of(intake, "inject"))
    assert openings.most_common(1)[0][1] == 1


def test_that_every_inject_can_be_delivered_and_watched(intake):
    for row in of(intake, "inject"):
        for name in ("sender", "cell", "addressees", "means", "message", "background"):
            assert row.values[name], (row.key, name)
        assert row.values["expected_action"], row.key
        assert row.values["cue"], row.key
        assert row.links["units"], row.key
        assert len(str(row.values["message"])) > 100, row.key


def test_that_the_play_lies_between_the_road_to_crisis_and_endex(intake):
    head = of(intake, "exercise")[0].values
    assert head["endex"] == 9 * 24 * 60
    starts = [row.values["start"] for row in of(intake, "inject")]
    assert all(-3 * 1440 <= start < head["endex"] for start in starts)
    assert sum(start < 0 for start in starts) >= 8
    days = Counter(start // 1440 for start in starts)
    assert all(days[day] for day in range(9))
    assert max(days, key=days.get) in range(1, 6)


def test_that_what_was_released_was_due_and_what_is_due_has_a_state(intake):
    for row in of(intake, "inject"):
        released = row.values.get("released_at")
        assert (released is not None) == (row.values["state"] in DELIVERED), row.key
        if released is not None:
            assert released <= AS_OF, row.key
            assert row.values["released_by"], row.key
    assert len({row.values["state"] for row in of(intake, "inject")}) >= 9


def test_that_release_differs_from_the_plan_now_and_then(intake):
    startex = datetime.fromisoformat(of(intake, "exercise")[0].values["startex"])
    late = []
    for row in of(intake, "inject"):
        if "released_at" in row.values:
            actual = datetime.fromisoformat(row.values["released_at"]) - startex
            late.append(actual.total_seconds() / 60 - row.values["start"])
    assert all(0 <= minutes <= 15 for minutes in late)
    assert len(set(late)) > 5


def test_that_a_contingency_names_what_it_waits_for(intake):
    contingencies = [r for r in of(intake, "inject") if r.values["kind"] == "contingency"]
    assert len(contingencies) >= 8
    for row in contingencies:
        assert row.values["contingency_for_id"].key != row.key
        assert row.values["precondition"], row.key


def test_that_dependencies_point_backwards_in_time(intake):
    start = {row.key: row.values["start"] for row in of(intake, "inject")}
    for row in of(intake, "inject_dependency"):
        first, then = row.values["after_id"].key, row.values["inject_id"].key
        assert start[first] + row.values["delay"] <= start[then], row.key


def test_that_no_real_state_is_played_as_the_aggressor(intake):
    countries = {
        word.casefold()
        for term in load_catalogue("countries").terms
        for word in (term.code, term.name)
    }
    identity = {row.key: row.values["identity"] for row in of(intake, "side")}
    hostile = [
        row
        for row in of(intake, "unit")
        if "side_id" in row.values and identity[row.values["side_id"].key] == "hostile"
    ]
    assert len(hostile) >= 8
    for row in hostile:
        assert row.values["role"] == "OPFOR"
        for text in (row.values["name"], row.values["location_name"]):
            words = set(re.findall(r"[\w-]+", str(text).casefold()))
            assert not words & countries, row.key
    for row in of(intake, "threat"):
        words = set(re.findall(r"[\w-]+", str(row.values["actor"]).casefold()))
        assert not words & countries, row.key


def test_that_symbols_agree_with_side_and_echelon(intake, pack):
    marks = {term.code: term.attributes.get("sidc") for term in pack.terms("echelon")}
    identity = {row.key: row.values["identity"] for row in of(intake, "side")}
    digit = {"friend": "3", "hostile": "6", "neutral": "4", "unknown": "1"}
    for row in of(intake, "unit"):
        sidc = str(row.values["sidc"])
        assert re.fullmatch(r"10\d{18}", sidc), row.key
        assert sidc[2] == "0", row.key
        assert sidc[3] == digit[identity[row.values["side_id"].key]], row.key
        mark = marks.get(row.values.get("echelon", ""))
        if sidc[4:6] == "10" and mark:
            assert sidc[8:10] == mark, row.key


def test_that_parents_and_children_are_of_one_side(intake):
    units = {row.key: row for row in of(intake, "unit")}
    for row in units.values():
        if "parent_id" in row.values:
            parent = units[row.values["parent_id"].key]
            assert parent.values["side_id"] == row.values["side_id"], row.key


def test_that_markings_add_up_to_that_of_the_exercise(intake):
    head = of(intake, "exercise")[0].values
    assert head["marking_level"] == "NU"
    assert set(head["marking_releases"]) == {"EU", "PfP", "MD", "ICI"}
    assert "FICTITIOUS SAMPLE" in head["notice"]
    stricter = 0
    for row in (*of(intake, "inject"), *of(intake, "lesson")):
        assert row.values["marking_level"] == "NU", row.key
        named = set(row.values["marking_releases"]) - {"COUNTY", "IHO"}
        assert named <= set(head["marking_releases"]), row.key
        stricter += named < set(head["marking_releases"])
    assert stricter >= 3


def test_that_people_are_roles(intake):
    titles = re.compile(r"\b(Mr|Mrs|Ms|Dr|Lt|Col|Capt|Maj|Gen)\b\.?\s[A-Z]")
    for row in intake.rows:
        for value in row.values.values():
            assert not (isinstance(value, str) and titles.search(value)), row.place


def test_that_evaluators_disagree_and_the_lead_settles_some_of_it(intake):
    given = defaultdict(set)
    resolved = set()
    for row in of(intake, "rating"):
        subject = row.values.get("criterion_id") or row.values.get("inject_id")
        if row.values["value"] not in ("NE", "NA"):
            given[subject].add(row.values["value"])
        if row.values["resolves"]:
            assert row.values["evaluator_id"].key == "EV-01"
            resolved.add(subject)
    disputed = {subject for subject, values in given.items() if len(values) > 1}
    assert len(disputed - resolved) >= 20
    assert len(resolved) >= 3
    assert {"U", "S"} <= given[Link("criterion", "TO-06.C1")]
    assert Link("criterion", "TO-06.C1") not in resolved


def test_that_ratings_come_after_what_they_rate_and_before_now(intake, pack):
    released = {row.key: row.values.get("released_at") for row in of(intake, "inject")}
    values = {value.code for value in pack.scale("PSMU").values}
    for row in of(intake, "rating"):
        assert row.values["value"] in values, row.key
        assert row.values["note"], row.key
        assert row.values["rated_at"] <= AS_OF, row.key
        if "inject_id" in row.values:
            assert released[row.values["inject_id"].key] <= row.values["rated_at"], row.key


def test_that_it_is_taken_in_without_a_doubt_and_comes_again_unchanged(intake, tmp_path):
    workspace = Workspace.create(tmp_path / "sample.exercise", "Probe")
    try:
        taken = workspace.do(take_in, intake, overwrite=True)
        assert [(row.proposed.place, row.message) for row in taken.rows if row.message] == []
        assert {row.what for row in taken.rows} <= {"added", "changed"}
        assert taken.doubts == ()
        again = workspace.ask(dry_run, intake)
        assert {row.what for row in again.rows} == {"same"}
    finally:
        workspace.close()


def test_that_the_overrides_state_what_the_reckoning_says(intake, tmp_path):
    workspace = Workspace.create(tmp_path / "sample.exercise", "Probe")
    try:
        workspace.do(take_in, intake, overwrite=True)
        found = workspace.ask(assessment)
    finally:
        workspace.close()
    stated = Counter(row.values["computed"] for row in of(intake, "override"))
    subjects = [
        each for each in (*found.objectives, *found.units) if each.assessment.override is not None
    ]
    assert Counter(each.assessment.computed.grade_code for each in subjects) == stated
    assert found.exercise.assessment.computed.grade_code == "M"
    assert found.exercise.criteria_rated < found.exercise.criteria_planned


def test_that_what_evaluators_rated_may_go_to_everyone_who_takes_part(intake):
    head = of(intake, "exercise")[0].values
    rated = {
        row.values["inject_id"].key for row in of(intake, "rating") if "inject_id" in row.values
    }
    for row in of(intake, "inject"):
        if row.key in rated:
            assert row.values["marking_releases"] == head["marking_releases"], row.key


def test_that_memberships_of_nations_are_those_of_the_catalogue(intake):
    nations = {row.key for row in of(intake, "participant") if row.values["kind"] == "nation"}
    told = {
        (
            row.values["participant_id"].key,
            row.values["framework"],
            row.values["since"],
            row.values.get("until"),
        )
        for row in of(intake, "membership")
        if row.values["participant_id"].key in nations
    }
    assert told == {
        (each.country, each.framework, str(each.since), str(each.until) if each.until else None)
        for each in load_catalogue("frameworks").memberships
        if each.country in nations
    }


def test_that_every_test_case_proves_an_objective_that_serves_a_training_objective(intake):
    aims = {row.key: row for row in of(intake, "interoperability_objective")}
    cases = of(intake, "test_case")
    assert {row.values["interoperability_objective_id"].key for row in cases} == set(aims)
    for row in aims.values():
        assert row.values["objective_id"].key.startswith("TO-"), row.key
        assert row.values["standard_id"], row.key


def test_that_every_unit_of_the_training_audience_can_be_there_in_time(intake):
    head = of(intake, "exercise")[0].values
    sides = {row.key: row.values["identity"] for row in of(intake, "side")}
    slack = []
    for row in of(intake, "unit"):
        told = row.values
        if told["role"] not in ("PTA", "STA", "RC") or sides[told["side_id"].key] != "friend":
            continue
        ready = head["activation"] + told["notice_days"] * 1440 + told["movement_hours"] * 60
        assert ready <= told["arrival"] <= told["required_by"] < told["departure"], row.key
        slack.append(told["required_by"] - told["arrival"])
    assert len(slack) >= 55
    assert 1 <= sum(each <= 12 * 60 for each in slack) <= 12


def test_that_a_unit_is_under_one_superior_at_a_time_and_one_changes_in_the_middle(intake):
    held = defaultdict(list)
    for row in of(intake, "command_relation"):
        held[row.values["unit_id"].key].append((row.values["start"], row.values["finish"]))
    for unit, spans in held.items():
        ordered = sorted(spans)
        assert all(start < finish for start, finish in ordered), unit
        assert all(a[1] <= b[0] for a, b in pairwise(ordered)), unit
    assert any(len(spans) > 1 and 0 < spans[1][0] < 8 * 1440 for spans in held.values())
    relations = {row.values["relation"] for row in of(intake, "command_relation")}
    assert relations == {"OPCOM", "OPCON", "TACOM", "TACON"}


def test_that_priorities_of_participants_differ(intake):
    weighed = defaultdict(dict)
    for row in of(intake, "priority"):
        party, objective = row.values["participant_id"].key, row.values["objective_id"].key
        weighed[party][objective] = row.values["weight"]
    assert len(weighed) >= 20
    first = {max(each, key=each.get) for each in weighed.values()}
    assert len(first) >= 5
