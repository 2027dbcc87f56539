"""Images: measured from their headers, re-encoded for the web without any metadata."""
