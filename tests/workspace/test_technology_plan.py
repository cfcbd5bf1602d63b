"""Technologies: who claims them, and which injects put them to the test."""

from __future__ import annotations

import pytest

from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.injects import injects
from exerciseplanner.workspace.queries.technology_plan import technology_plan
from exerciseplanner.workspace.workspace import Workspace
from tests.samples import sample_at


@pytest.fixture
def sample(tmp_path):
    workspace = Workspace.open(sample_at(tmp_path / "plan.exercise"))
    yield workspace
    workspace.close()


def found(workspace):
    return {row.code: row for row in workspace.ask(technology_plan)}


def test_that_a_technology_is_exercised_by_the_injects_of_its_threat(sample):
    code, row = next((code, row) for code, row in found(sample).items() if not row.is_claimed)
    assert row.serials == ()
    threat = sample.do(
        VERBS["threat"].add, {"code": "T-99", "title": "New threat", "technology": row.name}
    )
    assert found(sample)[code].threats == ("T-99",)
    assert found(sample)[code].serials == ()
    inject = next(row for row in sample.ask(injects) if row.state == "ready" or row.serial)
    sample.do(VERBS["inject"].edit, [inject.id], {"threats": [threat], "state": inject.state})
    assert found(sample)[code].serials == (inject.serial,)


def test_that_a_capability_claims_its_technologies_once_somebody_holds_it(sample):
    code = next(code for code, row in found(sample).items() if not row.is_claimed)
    capability = sample.do(
        VERBS["capability"].add, {"code": "CAP-97", "title": "Swarm", "technologies": [code]}
    )
    assert found(sample)[code].capabilities == ()
    unit = sample.do(VERBS["unit"].add, {"name": "Drone company"})
    held = {"unit_id": unit, "capability_id": capability}
    sample.do(VERBS["unit_capability"].add, held)
    assert found(sample)[code].capabilities == ("CAP-97",)
