"""What views of several kinds of pages are made of."""
