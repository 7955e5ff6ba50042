"""Typed answers, texts and numbers: normalization, comparison, and tolerance."""
