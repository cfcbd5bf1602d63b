"""Tests of the one door to the data."""
