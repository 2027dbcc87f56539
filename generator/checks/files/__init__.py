"""Files beside the records: whether anybody reads them."""
