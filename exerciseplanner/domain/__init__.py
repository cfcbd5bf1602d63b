"""The vocabulary and the rules of exercise planning: plain Python, no Qt, no SQL, no files."""
