"""Official documents of every usual format as numbered paragraphs and tables, each with its place."""

from generator.intake.documents.opening import read
from generator.intake.documents.pieces import Grid, Manuscript, Paragraph, Place

__all__ = ["Grid", "Manuscript", "Paragraph", "Place", "read"]
