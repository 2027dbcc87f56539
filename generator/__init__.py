"""Compile contest content files into static portals, a hub over them and printable handbooks."""

__version__ = "0.1.0"
