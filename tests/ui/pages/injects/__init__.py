"""Tests of the MEL/MIL page."""
