"""Photographs that a package ships, with label maps drawn by hand for this project (CC0 1.0)."""
