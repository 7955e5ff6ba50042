"""The receptive field explorer: which pixels an output of a stack of layers reads, and by how many paths."""
