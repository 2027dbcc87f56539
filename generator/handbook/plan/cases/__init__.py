"""Awarded cases in print."""
