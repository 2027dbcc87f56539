"""What a machine gives and what it lacks: entries kept from build to build, faults in plain words."""
