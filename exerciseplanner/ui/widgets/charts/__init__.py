"""Charts that can be read without colour and as a table."""
