"""What a page may do in a browser, and whom a preview answers."""
