"""What a build makes from a catalog: its facts, and the files of the hub and of each portal."""
