"""Put rows into their order."""
