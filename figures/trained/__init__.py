"""What experiments have stored, as figures read it; nothing is trained here."""
