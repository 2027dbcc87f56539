"""Which pages there are, where they stand, and how each is made."""
