"""Fragments to one PDF: pages, fonts, folios, bookmarks, links, tags, metadata."""
