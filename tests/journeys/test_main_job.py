"""From other people's files to a printed readiness assessment, as a planner types it."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys

import pypdf
import pytest

from tests.exchange.orbat_mapper.scenarios import scenario, side, unit

MSEL = (
    "No,DTG,From,To,Delivery,Title,Inject text,Expected action\n"
    "101,D+1 0900,Ministry,JOC,E-mail,Cable cut,Cable 7 is cut.,Report to higher\n"
    "102,D+1 1030,Press,PAO,Telephone,Press call,A journalist asks.,Line to take\n"
)


def planner(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "exerciseplanner", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )


def done(*arguments):
    answer = planner(*arguments)
    assert (answer.returncode, answer.stderr) == (0, ""), answer.stderr
    return answer.stdout


@pytest.mark.slow
def test_that_the_main_job_is_done_from_the_command_line(tmp_path):
    exercise = tmp_path / "storm.exercise"
    done("sample", exercise)
    units = len(json.loads(done("show", exercise, "forces", "--json")))
    injects = len(json.loads(done("show", exercise, "injects", "--json")))

    orbat = tmp_path / "forces.json"
    orbat.write_text(json.dumps(scenario(side("Guests", unit("Guest brigade")))), encoding="utf-8")
    msel = tmp_path / "old msel.csv"
    msel.write_text(MSEL, encoding="utf-8")
    assert "Dry run: 3 new" in done("import", exercise, orbat, "--dry-run")
    done("import", exercise, orbat)
    assert len(json.loads(done("show", exercise, "forces", "--json"))) == units + 2
    done("import", exercise, msel)
    assert len(json.loads(done("show", exercise, "injects", "--json"))) == injects + 2

    done("undo", exercise)
    done("undo", exercise)
    assert len(json.loads(done("show", exercise, "injects", "--json"))) == injects
    assert len(json.loads(done("show", exercise, "forces", "--json"))) == units
    done("redo", exercise)
    done("redo", exercise)
    assert len(json.loads(done("show", exercise, "injects", "--json"))) == injects + 2

    grade = json.loads(done("assess", exercise, "--json"))["exercise"]
    assert grade["reading"]
    pdf = tmp_path / "assessment.pdf"
    done("print", exercise, "readiness-assessment", "-o", pdf)
    first = hashlib.sha256(pdf.read_bytes()).hexdigest()
    done("print", exercise, "readiness-assessment", "-o", pdf)
    assert hashlib.sha256(pdf.read_bytes()).hexdigest() == first
    assert "STEADY LANTERN" in pypdf.PdfReader(pdf).pages[0].extract_text()

    assert "is sound" in done("verify", exercise)
    kinds = [step["kind"] for step in json.loads(done("history", exercise, "--json"))]
    assert kinds[:6] == ["redo", "redo", "undo", "undo", "work", "work"]
    assert kinds[-1] == "base"
