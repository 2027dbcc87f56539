"""Data of persons that must not be published."""

from generator.checks.privacy.rules import FILE_RULES

__all__ = ["FILE_RULES"]
