"""Tests of the vocabulary and rules."""
