// When a question comes back.
