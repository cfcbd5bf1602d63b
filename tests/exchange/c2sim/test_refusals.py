"""What is no initialisation, or means harm, is refused, and the plan stays as it was."""

from __future__ import annotations

import pytest

from exerciseplanner.cli.running import run
from exerciseplanner.domain.refusals import Refusal
from tests.cli.conftest import fingerprint
from tests.exchange.c2sim.messages import SPACE, both_sides, element, message, side, unit
from tests.samples import empty_at

GOOD = message(side(), unit())
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE c2sim [<!ENTITY a "ha ha"><!ENTITY b "&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;">]>'
)
HOSTILE = {
    "entities": GOOD.replace('<?xml version="1.0"?>', BOMB).replace("1 Bn", "&c;"),
    "a file of ours": GOOD.replace(
        '<?xml version="1.0"?>', '<!DOCTYPE c2sim [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    ).replace("1 Bn", "&x;"),
    "a document type": GOOD.replace('<?xml version="1.0"?>', "<!DOCTYPE Message>"),
    "an unknown entity": GOOD.replace("1 Bn", "&name;"),
    "depth": GOOD.replace("1 Bn", "<a>" * 5000 + "</a>" * 5000),
    "damage": GOOD[: len(GOOD) // 2],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_that_hostile_xml_is_refused_with_file_cause_and_remedy(read, kind):
    with pytest.raises(Refusal) as refusal:
        read(HOSTILE[kind])
    assert refusal.value.message.startswith("message.xml ")
    assert "The exercise was not changed." in refusal.value.message
    assert refusal.value.remedy


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("dry", [True, False])
def test_that_the_command_line_leaves_the_plan_byte_for_byte(tmp_path, capsys, kind, dry):
    plan, source = empty_at(tmp_path / "plan.exercise"), tmp_path / "message.xml"
    source.write_text(HOSTILE[kind], encoding="utf-8")
    before = fingerprint(plan)
    code = run(["import", str(plan), str(source), *(["--dry-run"] if dry else [])], lambda _: 0)
    told = capsys.readouterr()
    assert code != 0
    assert "message.xml" in told.err
    assert "Traceback" not in told.out + told.err
    assert fingerprint(plan) == before


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (element("MessageBody", element("DomainMessageBody", element("OrderBody"))), "an order"),
        (element("MessageBody", element("DomainMessageBody", element("ReportBody"))), "a report"),
        (element("MessageBody", element("SystemMessageBody", "<StartScenario/>")), "StartScenario"),
        (element("MessageBody"), "it holds MessageBody"),
        ("", "it holds Message."),
    ],
)
def test_that_other_messages_are_refused_by_what_they_are(read, inner, said):
    with pytest.raises(Refusal) as refusal:
        read(f'<Message xmlns="{SPACE}">{inner}</Message>')
    assert said in refusal.value.message
    assert "initialisation" in refusal.value.message
    assert "initialisation message" in refusal.value.remedy


def test_that_a_message_is_known_by_its_content_and_taken_by_the_command_line(tmp_path, capsys):
    plan, source = empty_at(tmp_path / "plan.exercise"), tmp_path / "forces.txt"
    source.write_text(GOOD, encoding="utf-8")
    before = fingerprint(plan)
    assert run(["import", str(plan), str(source), "--dry-run"], lambda _: 0) == 0
    told = capsys.readouterr().out
    assert "forces.txt holds 1 side, 1 unit." in told
    assert "Friend and hostile are as “Blue” sees them" in told
    assert fingerprint(plan) == before
    assert run(["import", str(plan), str(source)], lambda _: 0) == 0
    assert "2 new" in capsys.readouterr().out
    assert run(["undo", str(plan)], lambda _: 0) == 0


def test_that_a_bare_body_without_a_namespace_is_known_too(tmp_path, capsys):
    for name in ("C2SIMInitializationBody", "ObjectInitializationBody"):
        plan, source = empty_at(tmp_path / f"{name}.exercise"), tmp_path / "bare.xml"
        objects = element("ObjectDefinitions", side(), unit())
        source.write_text(element(name, objects), encoding="utf-8")
        assert run(["import", str(plan), str(source), "--dry-run"], lambda _: 0) == 0
        assert "1 unit" in capsys.readouterr().out


def test_that_the_command_line_may_choose_the_viewpoint(tmp_path, capsys):
    plan, source = empty_at(tmp_path / "plan.exercise"), tmp_path / "forces.xml"
    source.write_text(message(*both_sides(), unit()), encoding="utf-8")
    arguments = ["import", str(plan), str(source), "--dry-run", "--viewpoint"]
    assert run([*arguments, "Red"], lambda _: 0) == 0
    assert "as “Red” sees them (as chosen)" in capsys.readouterr().out
    assert run([*arguments, "Purple"], lambda _: 0) != 0
    assert "Choose one of: Blue, Red." in capsys.readouterr().err
    source.write_text('{"type": "ORBAT-mapper", "id": "x", "sides": []}', encoding="utf-8")
    assert run([*arguments, "Red"], lambda _: 0) != 0
    assert "Import it without a viewpoint." in capsys.readouterr().err
