"""Give each prompt what belongs to it."""
