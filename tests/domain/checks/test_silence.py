"""Plans that are as they should be although they look unusual: the checks are silent on them."""

from __future__ import annotations

from exerciseplanner.domain.checks.registry import CHECKS
from tests.domain.checks.plans import SOUND, with_links, with_row


def sentences(code, plan):
    return [each.sentence for each in CHECKS[code].problems(plan)]


def test_that_what_is_not_delivered_need_not_serve_an_objective():
    plan = with_links(SOUND, "inject_objectives", I5=())
    assert sentences("COV06", plan)
    assert sentences("COV06", with_row(plan, "injects", "I5", kind="expected_action")) == []
