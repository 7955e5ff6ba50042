"""A bank of questions at a glance: what it asks, about what, where its keys are, and what is to be done."""
