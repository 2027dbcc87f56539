"""Tables of winners to `entries.csv`: read, matched, compared with what is there, and only then written."""
