"""The worker process: the only room that loads WeasyPrint."""
