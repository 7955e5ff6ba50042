"""Choose every option that applies."""
