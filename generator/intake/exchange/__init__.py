"""Content as workbooks for those who edit in spreadsheet programs, and what they changed brought back."""
