"""Problems found in content: their codes, places, words, and forms of output."""

from generator.diagnostics.report import Diagnostic, Report, Span

__all__ = ["Diagnostic", "Report", "Span"]
