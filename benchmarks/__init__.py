"""Measurements of speed, size and memory, as ratios against a baseline of the same run."""
