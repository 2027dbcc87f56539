"""From files to records: what may be read, documents with a place for every key, records or what is wrong."""
