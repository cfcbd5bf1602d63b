"""Tests of documents out."""
