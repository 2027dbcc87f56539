"""Official documents of every usual format as numbered paragraphs and tables, each with its place."""

from generator.intake.manuscripts.opening import read, within_limits
from generator.intake.manuscripts.pieces import SET_APART, Grid, Manuscript, Paragraph, PrintedPlace

__all__ = ["SET_APART", "Grid", "Manuscript", "Paragraph", "PrintedPlace", "read", "within_limits"]
