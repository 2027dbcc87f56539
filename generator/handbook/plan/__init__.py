"""What a book says: its units from views. The only room of books that knows views."""
