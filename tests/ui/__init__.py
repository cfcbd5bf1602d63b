"""The window: its parts, its shell and its pages."""
