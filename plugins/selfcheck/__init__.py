"""Self-check questions inside documentation: question files in, interactive blocks out."""
