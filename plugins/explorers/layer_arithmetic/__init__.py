"""The layer arithmetic explorer: which positions each output of a layer reads, along one axis."""
