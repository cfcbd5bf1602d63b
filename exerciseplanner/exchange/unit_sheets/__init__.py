"""Lists of units as workbooks and delimited text, out and in."""
