"""Lists of standards and of capabilities as spreadsheets and delimited text, into the plan."""
