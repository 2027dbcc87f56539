"""Measurements on made-up contests of any size."""
