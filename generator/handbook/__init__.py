"""All that is printed from the same records as the portals: books, forms, certificates and boards."""
