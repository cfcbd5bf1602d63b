"""The window: parts that any page may use, the pages, and the shell around them."""
