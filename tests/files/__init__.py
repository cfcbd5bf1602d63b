"""One exercise file of every released schema, and how they are made."""
