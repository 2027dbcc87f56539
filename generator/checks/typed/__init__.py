"""What was typed and would not be read as it was meant: marks, tables, lists."""
