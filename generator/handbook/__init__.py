"""Printed books from the same records as the portals: case collections and contest guides."""
