"""MSEL spreadsheets: read, mapped to the fields of an inject and proposed as an intake."""
