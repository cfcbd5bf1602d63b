"""The checks: rules that a plan is held to, one plain function each, gathered in a registry."""
