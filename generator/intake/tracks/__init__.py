"""Tracks and topics of a notice, from whichever of its lists most speaks for."""
