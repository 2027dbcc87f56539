"""What offices have in their own files becomes drafts of content, with the place where each fact stands."""
