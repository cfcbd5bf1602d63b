"""Blocks refuse what no page could show rightly."""

from __future__ import annotations

import pytest

from exerciseplanner.reports.blocks import Column, GroupRow, RatingBadge, RatingDistribution, Table
from exerciseplanner.reports.charts import DistributionRow, Series, TrendChart


def test_that_every_row_has_a_cell_for_every_column():
    Table((Column("A"), Column("B")), (("1", "2"), GroupRow("group")))
    with pytest.raises(ValueError, match="row 1 has 1 cells, the table 2 columns"):
        Table((Column("A"), Column("B")), (("1", "2"), ("1",)))


def test_that_a_distribution_counts_every_rating_of_its_scale():
    scale = (RatingBadge("P", "Performed", "best"), RatingBadge("U", "Unable", "worst"))
    with pytest.raises(ValueError, match="1 counts for 2 ratings"):
        RatingDistribution(scale, (DistributionRow("Objective 1", (3,)),))


def test_that_a_trend_has_a_value_or_a_gap_for_every_point():
    with pytest.raises(ValueError, match="1 values for 2 points"):
        TrendChart(("day 1", "day 2"), (Series("score", (0.5,)),))
