"""Experiments: small networks trained by a command of their own; settings, seeds and results stand here.

Nothing of it runs in a build. Only `training`, `torch_network`, `effective_field` and `__main__` need
PyTorch.
"""
