"""All records of a contest, and what can be asked of them without wording or output."""

from generator.catalog.catalog import Catalog
from generator.catalog.records import Kind, SourceKey

__all__ = ["Catalog", "Kind", "SourceKey"]
