"""Parts of the window that any page may use and that know nothing of any page."""
