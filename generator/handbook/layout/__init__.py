"""Units to fragments by worker processes, kept from build to build. WeasyPrint is not loaded here."""
