"""A finished PDF, read again before anybody else does."""
