"""Questions whose numbers differ from variant to variant."""
