"""How official documents are built: numbers, headings, annexes, signatures, days, names of bodies."""
