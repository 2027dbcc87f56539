"""The facts of an official notice, read by the structure that such documents have, each with its place."""
