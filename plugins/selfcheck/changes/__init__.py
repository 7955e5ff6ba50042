"""What has changed in a bank of questions, and in their sections, since a revision of git."""
