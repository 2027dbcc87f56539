"""Write-ups of cases from Word: sections, tables and pictures as the format has them, and what was left out."""
