"""Tests of lists of standards and capabilities."""
