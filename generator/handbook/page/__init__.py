"""Sizes of a printed page, and the contract between the engine that lays out and the one that joins."""
