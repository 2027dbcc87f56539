"""Rules about what cases draw."""
