"""Data of persons that must not be published."""
