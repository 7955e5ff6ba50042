"""Measurements of speed, size and memory; those of builds are ratios against a baseline of the same run."""
