"""Damaged question files and pages, made from a seed, and what must hold for each of them."""
