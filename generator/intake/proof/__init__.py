"""Content read beside its notice: every name, date, number and title with the line that says so, differences first."""
