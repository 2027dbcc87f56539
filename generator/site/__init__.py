"""What a build makes from a catalog besides the pages of portals: its facts, the hub, the data files."""
