"""Tests of the exercise file and of what ships beside it."""
