"""Plan, run and assess multinational military exercises."""

from __future__ import annotations

__version__ = "0.1.0"
