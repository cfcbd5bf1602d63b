"""A file that means harm, or is only half there, is refused and the plan stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from exerciseplanner.cli.intake import import_file
from exerciseplanner.domain.refusals import Refusal
from tests.exchange.msdl.scenarios import BLUE, blue_and_red, handle, scenario, under_side, unit
from tests.exchange.test_xml_reading import BOMB
from tests.workspace import plans

GOOD = scenario(blue_and_red(), [unit(handle(1), "Brigade", under_side(BLUE))]).encode()
DECLARED = b"<!DOCTYPE MilitaryScenario [\n" + BOMB.split(b"[\n", 1)[1].split(b"]>")[0] + b"]>\n"
HEAD, BODY = GOOD.split(b"?>", 1)
DEEP = b"<x>" * 10_000 + b"</x>" * 10_000


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """An exercise file with forces in it, closed."""
    workspace = plans.begun(tmp_path)
    workspace.close()
    return workspace.path


def imported(plan, source, *, dry=False):
    import_file(
        plan, source, profile=None, viewpoint=None, dry=dry, take_theirs=False, as_json=False
    )


@pytest.mark.parametrize("dry", [True, False])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEAD + b"?>\n" + DECLARED + BODY.replace(b"Brigade", b"&g;"), "DOCTYPE"),
        (HEAD + b'?>\n<!DOCTYPE MilitaryScenario SYSTEM "http://x/y.dtd">' + BODY, "at line 2"),
        (GOOD.replace(b"Brigade", b"&secret;"), "uses an entity at line 1"),
        (GOOD.replace(b"Brigade", DEEP), "more than 256 levels deep"),
        (GOOD[: len(GOOD) // 2], "only a part of it arrived"),
        (GOOD.replace(b"</Units>", b""), "damaged"),
        (b"", "empty"),
    ],
    ids=["bomb", "document type", "entity", "deep", "truncated", "broken", "empty"],
)
def test_that_it_is_refused_and_the_plan_is_the_same_to_the_byte(
    plan, tmp_path, content, said, dry
):
    source = tmp_path / "scenario.xml"
    source.write_bytes(content)
    before = plan.read_bytes()
    with pytest.raises(Refusal, match=said) as refusal:
        imported(plan, source, dry=dry)
    assert refusal.value.message.startswith("scenario.xml ")
    assert refusal.value.remedy
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    "name", ["forces.xml", "forces.json", "forces.csv", "forces", "forces.xlsx"]
)
def test_that_a_scenario_is_known_by_its_content_whatever_it_is_called(
    plan, tmp_path, name, capsys
):
    source = tmp_path / name
    source.write_bytes(GOOD)
    before = plan.read_bytes()
    imported(plan, source, dry=True)
    assert f"{name} holds 2 sides, 1 unit, 0 equipment." in capsys.readouterr().out
    assert plan.read_bytes() == before
    imported(plan, source)
    assert "3 new. `undo` takes all of it back." in capsys.readouterr().out


@pytest.mark.parametrize(
    "comment", ["x" * 10_000, "<html>", "<Message> of C2SIM"], ids=["long", "page", "other"]
)
def test_that_a_comment_before_a_scenario_hides_nothing(plan, tmp_path, comment, capsys):
    source = tmp_path / "forces.xml"
    source.write_bytes(HEAD + b"?><!-- " + comment.encode() + b" -->" + BODY)
    imported(plan, source, dry=True)
    assert "holds 2 sides, 1 unit" in capsys.readouterr().out
