"""A number: within a tolerance, with known mistakes told by their names, and with variants."""
