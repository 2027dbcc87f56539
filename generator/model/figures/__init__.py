"""What pages draw from data."""
