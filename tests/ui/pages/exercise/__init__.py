"""Tests of the Exercise page."""
