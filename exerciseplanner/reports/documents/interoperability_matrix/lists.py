"""What stands behind the cells: by participant, misfits, gaps, requirements and test cases."""

from __future__ import annotations

from exerciseplanner.domain.interoperability_cells import worst_of
from exerciseplanner.reports.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    RatingBadge,
    Table,
)
from exerciseplanner.reports.documents.interoperability_matrix.findings import Findings
from exerciseplanner.workspace.queries.exchange_check import RequirementLine
from exerciseplanner.workspace.queries.interoperability_matrix import VERDICTS
from exerciseplanner.workspace.queries.interoperability_plan import InteroperabilityLine
from exerciseplanner.workspace.queries.interoperability_scopes import Party

_PATHS = {"direct": "direct", "through": "through a gateway", "none": "none", "unknown": "unknown"}


def by_participant(findings: Findings) -> list[Block]:
    """Each participant: cases, what was tested, what succeeded."""
    rows = tuple(_participant(findings, each) for each in findings.matrix.parties)
    untested = [
        each.code
        for each in findings.matrix.parties
        if not any(each.id in (case.provider_id, case.consumer_id) for case in findings.cases)
    ]
    blocks: list[Block] = [
        Heading("By participant"),
        Table(
            (
                Column("Participant", 1.2),
                Column("Name", 4),
                Column("Provides", 1, numeric=True),
                Column("Consumes", 1, numeric=True),
                Column("Tested", 1, numeric=True),
                Column("Succeeded", 1.1, numeric=True),
                Column("Worst", 0.9, "center"),
                Column("Path to others", 1.4, numeric=True),
            ),
            rows,
            caption="Test cases and expected paths of each participant",
            empty="No participants are entered.",
        ),
    ]
    if untested:
        blocks.append(Paragraph(f"In no test case: {', '.join(untested)}."))
    return blocks


def _participant(findings: Findings, party: Party) -> tuple[Cell, ...]:
    provides = [case for case in findings.cases if case.provider_id == party.id]
    consumes = [case for case in findings.cases if case.consumer_id == party.id]
    scale = findings.matrix.scale
    overall = [case.overall for case in (*provides, *consumes)]
    done = [code for code in overall if scale.is_tested(code)]
    reached = sum(
        bool(cell.expected.legs)
        for (provider, _), cell in findings.matrix.cells.items()
        if provider == party.id
    )
    return (
        party.code,
        party.name,
        str(len(provides)),
        str(len(consumes)),
        str(len(done)),
        str(sum(code == scale.counted[0] for code in done)),
        findings.badge(worst_of(overall, scale)),
        f"{reached} of {len(findings.matrix.parties) - 1}",
    )


def aims(findings: Findings) -> list[Block]:
    """Every interoperability objective with what its test cases amount to."""
    return [
        Heading("Interoperability objectives"),
        Table(
            (
                Column("Code", 0.9),
                Column("Objective", 3.4),
                Column("Serves", 0.9),
                Column("Standard and edition", 2),
                Column("Target", 3.4),
                Column("Cases", 0.8, numeric=True),
                Column("Tested", 0.8, numeric=True),
                Column("Injects", 0.8, numeric=True),
                Column("Worst", 0.9, "center"),
            ),
            tuple(
                (
                    aim.code,
                    aim.title,
                    findings.objectives.get(aim.objective_id or "", "–"),
                    f"{aim.standard} {aim.edition}".strip() or "No standard",
                    aim.target or "–",
                    str(aim.cases),
                    str(aim.tested),
                    str(aim.injects),
                    findings.badge(aim.overall),
                )
                for aim in findings.aims
            ),
            empty="No interoperability objectives are entered.",
        ),
    ]


def disparities(findings: Findings) -> list[Block]:
    """Results that do not fit together."""
    flagged = tuple(
        f"{case.code} {case.title} ({case.provider or '–'} to {case.consumer or '–'}): "
        + "; ".join(case.disparities)
        for case in findings.misfits
    )
    blocks: list[Block] = [Heading("Results that do not fit together")]
    if not flagged:
        said = "There are none." if findings.cases else "No test cases are entered."
        return [*blocks, Paragraph(said)]
    return [*blocks, Bullets(flagged)]


def gaps(findings: Findings) -> list[Block]:
    """Where an exchange is planned or required and there is no path."""
    rows = tuple(
        (f"{pair.provider} to {pair.consumer}", VERDICTS[pair.verdict], pair.path)
        for pair in findings.pathless
    )
    asked = any(cell.required or cell.tested.planned for cell in findings.matrix.cells.values())
    return [
        Heading("Needed, but no path"),
        Table(
            (Column("From and to", 1.4), Column("Standing", 2), Column("What is missing", 5)),
            rows,
            empty="Every exchange that is planned or required has a path."
            if asked
            else "No exchange is planned or required yet.",
        ),
    ]


def requirements(findings: Findings) -> list[Block]:
    """Every information exchange requirement against path, right, inject and time."""
    return [
        Heading("Information exchange requirements"),
        Table(
            (
                Column("Code", 0.9),
                Column("Product", 2.6),
                Column("From", 1.6),
                Column("To", 1.6),
                Column("Standard", 1.5),
                Column("Path", 1.2),
                Column("Level", 0.7),
                Column("May see", 0.9, "center"),
                Column("Within", 0.9, numeric=True),
                Column("Measured", 1, numeric=True),
                Column("Exercised in", 1.9),
                Column("Open", 3.6),
            ),
            tuple(_requirement(row) for row in findings.requirements),
            empty="No information exchange requirements are entered.",
            note="Times in minutes." if findings.requirements else "",
        ),
    ]


def _requirement(row: RequirementLine) -> tuple[Cell, ...]:
    late: Cell = "–" if row.measured_minutes is None else str(row.measured_minutes)
    if row.timeliness == "late":
        late = f"{row.measured_minutes} late"
    return (
        row.code,
        row.product,
        row.producer or "–",
        row.consumer or "–",
        row.standard or "any",
        _PATHS[row.expectation],
        row.level,
        _right(row),
        "–" if row.required_minutes is None else str(row.required_minutes),
        late,
        row.serial or "–",
        " ".join(row.open) or "–",
    )


def _right(row: RequirementLine) -> Cell:
    if row.right == "unknown":
        return "–"
    return RatingBadge(row.right, "", "good" if row.right == "yes" else "worst")


def _way(case: InteroperabilityLine) -> str:
    said = f"{case.provider or '–'} to {case.consumer or '–'}"
    return f"{said} through {case.mediator}" if case.mediator else said


def cases(findings: Findings) -> list[Block]:
    """Every test case with both sides' results."""
    return [
        Heading("Test cases"),
        Table(
            (
                Column("Code", 0.9),
                Column("Test case", 3.6),
                Column("Proves", 0.8),
                Column("Standard and edition", 2.2),
                Column("Profile", 1),
                Column("Dimension", 1.3),
                Column("From and to", 1.9),
                Column("Provider", 1, "center"),
                Column("Consumer", 1, "center"),
                Column("Overall", 1, "center"),
                Column("Injects", 0.8, numeric=True),
            ),
            tuple(
                (
                    case.code,
                    case.title,
                    case.objective or "–",
                    f"{case.standard} {case.edition}".strip() or "No standard",
                    case.profile or "–",
                    case.dimension,
                    _way(case),
                    findings.badge(case.provider_result),
                    findings.badge(case.consumer_result),
                    findings.badge(case.overall),
                    str(case.injects),
                )
                for case in findings.cases
            ),
            empty="No test cases are entered.",
        ),
    ]
