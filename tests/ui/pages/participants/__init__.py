"""Tests of the Participants page."""
