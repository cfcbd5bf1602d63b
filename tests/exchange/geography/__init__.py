"""Tests of the forces on the map in formats that maps read."""
