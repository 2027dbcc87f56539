"""Files: whether anybody reads them, and that none tells of a private person."""
