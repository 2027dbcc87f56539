"""How a project begins and grows: new files with their valid values, and what to do next."""
