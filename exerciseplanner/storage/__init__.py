"""The exercise file: engine, tables, journal, upgrade, backups and faults."""
