"""The highest serial given out under each prefix, so that none is given twice."""

from __future__ import annotations

from sqlalchemy import Table

from exerciseplanner.storage.tables.columns import METADATA, key, whole

serial = Table("serial", METADATA, key(), whole("last", default=0))
