"""Experiments: small networks trained by a command of their own; settings, seeds and results stand here.

Nothing of it runs in a build. Only `training` and `torch_network` need PyTorch.
"""
