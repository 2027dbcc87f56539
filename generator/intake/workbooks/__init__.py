"""Workbooks and tables as offices keep them, as sheets of texts."""
