"""The command `portal`: what it understands, and how it speaks."""
