"""Markdown as editors write it: how hard a text may be to read, and which HTML is let through."""
