"""Charts of cases, drawn from their figures."""
