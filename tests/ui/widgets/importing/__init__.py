"""Tests of the import of other people's files."""
