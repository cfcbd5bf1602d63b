"""The window around the pages: navigation, inspector, drawer, palette, start screen, failures."""
