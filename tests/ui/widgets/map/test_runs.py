"""Tests of the runs that outlines are made of."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF

from exerciseplanner.ui.widgets.map.projection import EDGE
from exerciseplanner.ui.widgets.map.runs import copies, edges_of, outline, runs_of, shape

EVERYWHERE = QRectF(-540, -EDGE, 1080, 2 * EDGE)


def reach(ring):
    return min(run.box[0] for run in ring), max(run.box[2] for run in ring)


def test_that_a_ring_across_180_degrees_stands_at_both_sides():
    arcs = [runs_of([(170, 0), (-170, 0), (-170, 10)]), runs_of([(170, 0), (170, 10), (-170, 10)])]
    ring = outline([0, ~1], arcs)
    assert reach(ring) == (170, 190)
    assert [reach(each) for each in copies(ring, 1)] == [(-190, -170), (170, 190)]


def test_that_a_ring_round_the_pole_is_closed_along_the_edge_of_the_map():
    ring = outline([0], [runs_of([(-180, -70), (-60, -72), (60, -71), (180, -70)])])
    path = shape(ring, EVERYWHERE)
    assert path.contains(QPointF(0, -80))
    assert not path.contains(QPointF(0, -60))
    assert path.boundingRect().top() == pytest.approx(-EDGE)


def test_that_a_long_line_is_cut_into_runs_that_meet():
    line = [(number / 10, number % 7) for number in range(1_000)]
    runs = runs_of(line)
    assert len(runs) > 10
    assert runs[0].start == line[0]
    assert runs[-1].end == line[-1]
    assert all(one.end == other.start for one, other in pairwise(runs))
    assert runs[3].backwards().start == runs[3].end


def test_that_land_cut_at_180_degrees_has_no_edge_there():
    line = [(179, 0), (180, 1), (180, 4), (-180, 6), (-179, 7), (-180, 8), (-179, 9)]
    assert edges_of(line) == [
        [(179, 0), (180, 1)],
        [(-180, 6), (-179, 7), (-180, 8), (-179, 9)],
    ]
