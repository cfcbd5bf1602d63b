"""The sample exercise: a fictitious plan under ``resources/sample``, and how it came to be."""

from __future__ import annotations

from exerciseplanner.exchange.sample.files import sample_intake
from exerciseplanner.exchange.sample.story import sample_story
from exerciseplanner.exchange.sample.telling import write_sample

__all__ = ["sample_intake", "sample_story", "write_sample"]
