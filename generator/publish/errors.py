"""Reasons to stop a publication that are no bug of ours: the message is for the person who builds."""

from __future__ import annotations


class Stopped(Exception):
    """Nothing was published and the present site is as it was; the message says why and what to do, in Chinese."""
