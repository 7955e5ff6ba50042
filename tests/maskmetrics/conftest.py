"""Hypothesis on shared machines: the same examples in every run, and no time limit for one."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
