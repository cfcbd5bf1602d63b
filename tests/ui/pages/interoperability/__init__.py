"""The Interoperability page."""
