"""A document with every block in it, to be tested and looked at; prints itself to PDF and pictures.

python -m tests.reports.rendering.specimen FOLDER [A4|Letter|A3]
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pypdfium2

from exerciseplanner.reports.blocks import (
    BarChart,
    Block,
    Bullets,
    Callout,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Figures,
    GroupRow,
    Heading,
    IntervalChart,
    KeepTogether,
    KeyValues,
    PageBreak,
    Paper,
    Paragraph,
    RatingBadge,
    RatingDistribution,
    Ratings,
    Run,
    ScoreBar,
    Signatory,
    SignatureBlock,
    Spacer,
    Table,
    TimelineStrip,
    TrendChart,
)
from exerciseplanner.reports.charts import (
    Bar,
    DistributionRow,
    IntervalRow,
    Lane,
    Mark,
    Series,
    Span,
)
from exerciseplanner.reports.rendering import render

P = RatingBadge("P", "Performed without challenges", "best")
S = RatingBadge("S", "Performed with some challenges", "good")
M = RatingBadge("M", "Performed with major challenges", "weak")
U = RatingBadge("U", "Unable to be performed", "worst")
NOT_OBSERVED = RatingBadge("NE", "Not evaluated", "unrated")
SCALE = (P, S, M, U)

OBJECTIVES = (
    "Establish a joint logistic support group in the port of Vardsund",
    "Exchange a recognised maritime picture with all partners",
    "Conduct a non-combatant evacuation under a hybrid threat",
    "Sustain a mission network through denial of satellite communications",
    "Co-ordinate humanitarian access with civilian organisations",
    "Deny the straits to hostile unmanned surface craft",
)


def specimen(
    paper: Paper = "A4", *, draft: bool = True, rows: int = 200, landscape: bool = False
) -> Document:
    """Every block at least once."""
    return Document(
        title="Readiness assessment of Exercise NORTHERN ANCHOR 26",
        subtitle="Evaluation of the training audience after nine days of crisis response",
        reference="NA26/EVAL/0042",
        date=date(2026, 9, 23),
        marking_lines=("NATO UNCLASSIFIED", "Releasable to EU/PfP/MD/ICI"),
        parts=(
            Contents(),
            PageBreak(),
            *_statement(),
            *_objectives(),
            *_units(rows),
            *_over_time(),
            *_closing(),
        ),
        draft=draft,
        paper=paper,
        landscape=landscape,
        cover=Cover(
            issuer="Officer Conducting the Exercise, Evaluation Branch",
            kind="Readiness assessment",
            details=(
                ("Exercise", "NORTHERN ANCHOR 26, 14 to 22 September 2026"),
                ("Officer scheduling", "Commander, Joint Force Command"),
                ("Rests on", "143 of 180 planned ratings by 17 evaluators of 9 nations"),
            ),
        ),
        sample_notice="Fictitious sample. The exercise, its scenario, the units and every rating "
        "in this document are invented to show the product; none describes a real force or state.",
        head_hash="3f9ab2c41d07e86b52aa0f7719c3d5e4a6b8c0d2e4f60718293a4b5c6d7e8f90",
    )


def _statement() -> tuple[Block, ...]:
    return (
        Heading("Statement and rating"),
        Paragraph(
            "The force meets the exercise objectives with some challenges. Its command and control "
            "is sound; its logistics and its interoperability with partners are not yet.",
            "lead",
        ),
        Figures(
            (
                Figure("", "Overall readiness", "Performed with some challenges", S),
                Figure("0.74", "Score of what was observed", "Honest interval 0.61 to 0.83"),
                Figure("143 of 180", "Ratings planned and given", "79 % of weight observed"),
                Figure("17", "Evaluators", "From 9 nations"),
            )
        ),
        Paragraph(
            (
                Run("How to read this. ", bold=True),
                Run(
                    "Ratings roll up from criterion to objective, unit and capability area. What "
                    "was not observed never counts as good or bad: it widens the interval. An "
                    "objective whose critical criterion was not observed, such as "
                ),
                Run("OBJ-03.2", code=True),
                Run(", is "),
                Run("not rated", italic=True),
                Run(" however well the rest went. Łódź, Ελλάδα and Київ are printed as written."),
            )
        ),
        Callout(
            "warn",
            "Two objectives rest on one evaluator",
            "Objectives 3 and 5 were each seen by one evaluator of the same nation as the unit. "
            "Their rating is shown, but agreement cannot be tested.",
        ),
        Heading("What it rests on", 2),
        KeyValues(
            (
                ("Evaluated", "14 September 2026 0600Z to 22 September 2026 1800Z"),
                ("Ratings given", "143 of 180 planned"),
                ("Evaluators", "17, of whom 11 completed the evaluators' course"),
                ("Agreement (ordinal alpha)", "0.71, tentative"),
                ("Roll-up rule", "Weighted, critical criteria gate, cuts 5/6, 1/2, 1/6"),
                ("Overall", RatingBadge("S", "Performed with some challenges", "good", True)),
            ),
            columns=2,
        ),
        Bullets(
            (
                "Every rating is one evaluator's judgement of one criterion on the scale in force.",
                (
                    Run("Overrides "),
                    Run("keep both values", bold=True),
                    Run(", who, when and why."),
                ),
                "Gaps list what was planned and never observed.",
            )
        ),
        Bullets(("Read the statement.", "Read the gaps.", "Decide."), marks="letter"),
        Callout(
            "info", "State of the file", "The page foot names the state this was printed from."
        ),
        Callout("danger", "", "Not rated does not mean ready."),
    )


def _objectives() -> tuple[Block, ...]:
    counts = ((6, 9, 2, 0), (3, 4, 7, 2), (0, 0, 0, 0), (1, 2, 4, 9), (11, 3, 0, 0), (4, 12, 1, 1))
    scores = (
        (0.78, 0.92, 0.88, P, "c 0.86"),
        (0.41, 0.52, 0.46, M, "c 0.89"),
        (0.0, 1.0, None, NOT_OBSERVED, "c 0.00"),
        (0.17, 0.31, 0.2, U, "c 0.86"),
        (0.9, 0.94, 0.94, P, "c 0.96"),
        (0.6, 0.82, 0.74, S, "c 0.78"),
    )
    return (
        Heading("By objective"),
        Heading("How often each rating was given", 2),
        RatingDistribution(
            SCALE,
            tuple(
                DistributionRow(label, each) for label, each in zip(OBJECTIVES, counts, strict=True)
            ),
            "Ratings given by objective",
        ),
        Heading("Score and honest interval", 2),
        IntervalChart(
            tuple(
                IntervalRow(label, low, high, score, badge, note)
                for label, (low, high, score, badge, note) in zip(OBJECTIVES, scores, strict=True)
            ),
            ((1 / 6, "M 1/6"), (0.5, "S 1/2"), (5 / 6, "P 5/6")),
            "Scores against the cuts between grades",
        ),
        Heading("Objectives in detail", 2),
        Table(
            (
                Column("No.", 0.7),
                Column("Objective", 4),
                Column("Weight", 0.8, numeric=True),
                Column("Rating", 0.8, align="center"),
                Column("Score", 2.2),
                Column("Evaluators", 1.5),
            ),
            (
                GroupRow("Command and control", "2 objectives"),
                ("OBJ-01", OBJECTIVES[0], "3", P, ScoreBar(0.78, 0.92, 0.88, "0.88"), "P P S"),
                (
                    "OBJ-02",
                    OBJECTIVES[1],
                    "2",
                    M,
                    ScoreBar(0.41, 0.52, 0.46, "0.46"),
                    Ratings((M, S, U, M)),
                ),
                GroupRow("Protection"),
                (
                    "OBJ-03",
                    OBJECTIVES[2],
                    "1",
                    NOT_OBSERVED,
                    ScoreBar(0, 1, None, "–"),
                    Ratings((NOT_OBSERVED,)),
                ),
                (
                    "OBJ-04",
                    OBJECTIVES[3],
                    "10",
                    U,
                    ScoreBar(0.17, 0.31, 0.2, "0.20"),
                    Ratings((U, U, M, U, P, S, M)),
                ),
            ),
            "Objectives with score, interval and every evaluator's rating",
            note="Diamond: score. Bar: interval, what was not observed at worst and at best.",
        ),
        Table(
            (Column("Objective"), Column("Override"), Column("By"), Column("Reason")),
            (),
            "Commander's overrides",
            empty="No rating was overridden.",
        ),
        Table(
            (Column("Standard", 1.4), Column("Provider"), Column("Consumer"), Column("Result", 2)),
            (
                (
                    "STANAG 5516 Ed. 8",
                    "NOR frigate",
                    "FIN brigade",
                    RatingBadge("LS", "Limited success", "good", True),
                ),
            ),
            "Interoperability results",
            style="grid",
        ),
    )


def _units(rows: int) -> tuple[Block, ...]:
    echelons = ("battalion", "squadron", "company", "task group")
    ratings = (P, S, M, U, NOT_OBSERVED)
    return (
        Heading("By unit"),
        Paragraph("Units of the training audience with what each was rated on."),
        Table(
            (
                Column("Serial", 1.6),
                Column("Unit", 2.7),
                Column("Nation", 0.8, align="center"),
                Column("Strength", 1, numeric=True),
                Column("Rating", 3),
                Column("Observed", 1.3, numeric=True),
            ),
            tuple(
                (
                    f"SL{at % 12:02}-E03-I{at:03}",
                    f"{at + 1}. {echelons[at % 4]}, Brigade Żagań {at % 7 + 1}",
                    ("NOR", "POL", "FIN", "UKR")[at % 4],
                    f"{37 * at % 4000:,}",
                    RatingBadge(*_as_labelled(ratings[at * 7 % 5])),
                    "031532ZJUL26",
                )
                for at in range(rows)
            ),
            "Units and their ratings",
        ),
    )


def _as_labelled(badge: RatingBadge) -> tuple[str, str, str, bool]:
    return badge.code, badge.label, badge.tone, True


def _over_time() -> tuple[Block, ...]:
    days = 9
    return (
        Heading("Over time"),
        TrendChart(
            tuple(f"STARTEX+{day}" for day in range(days)),
            (
                Series("Command and control", (0.4, 0.45, 0.5, 0.62, 0.7, 0.71, 0.8, 0.82, 0.84)),
                Series("Logistics", (0.3, 0.28, 0.35, None, None, 0.45, 0.5, 0.48, 0.52)),
                Series("Interoperability", (0.2, 0.24, 0.3, 0.42, 0.4, 0.5, 0.55, 0.6, 0.66)),
            ),
            "Score by day of the exercise",
            unit="score",
            maximum=1.0,
        ),
        BarChart(
            tuple(
                Bar(label, value, f"{value} of {target}", target)
                for label, value, target in (
                    ("Joint logistics", 18, 24),
                    ("Maritime picture", 30, 30),
                    ("Evacuation", 0, 12),
                    ("Mission network", 41, 60),
                )
            ),
            "Ratings given of those planned",
            unit="ratings",
            target_label="Planned",
        ),
        TimelineStrip(
            (
                Lane(
                    "Hostile media campaign",
                    (Span(0, 2600, "False reports"), Span(4000, 9000, "Bot network", True)),
                    (Mark(3100, "Leak"),),
                ),
                Lane("Port of Vardsund", (Span(1500, 7000, "Strike and blockade of the port"),)),
                Lane(
                    "Chemical release", (), (Mark(5200, "Release"), Mark(6000, "Decontamination"))
                ),
                Lane("Loss of satellite communications", (Span(8000, 11000, "Denied", True),)),
            ),
            0,
            days * 1440,
            tuple((day * 1440, f"STARTEX+{day}") for day in range(days)),
            "Storylines over the nine days",
        ),
    )


def _closing() -> tuple[Block, ...]:
    return (
        Heading("Signatures", number=""),
        Paragraph("Notes stand small and grey.", "note"),
        KeepTogether(
            (
                Heading("Approval", 3, number=""),
                Spacer(2),
                SignatureBlock(
                    (
                        Signatory("Chief of evaluation", "Lt Col A. Lindqvist"),
                        Signatory("Officer conducting the exercise"),
                    ),
                    "Approved for release to the audience named in the marking.",
                ),
            )
        ),
        Heading("Record of changes", number="Annex A"),
        Paragraph("First issue."),
    )


def print_pictures(pdf: bytes, folder: Path, scale: float = 1.4) -> None:
    """Every page as a picture, in colour and in grey."""
    pages = pypdfium2.PdfDocument(pdf)
    for at, page in enumerate(pages):
        picture = page.render(scale=scale).to_pil()
        picture.save(folder / f"page-{at + 1:02}.png")
        picture.convert("L").save(folder / f"grey-{at + 1:02}.png")
    pages.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    chosen: Paper = sys.argv[2] if len(sys.argv) > 2 else "A4"  # type: ignore[assignment]
    written = render(specimen(chosen))
    (target / "specimen.pdf").write_bytes(written)
    print_pictures(written, target)
