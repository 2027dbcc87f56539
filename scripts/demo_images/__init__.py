"""Draws the pictures of the fabricated cases of the branch `demo`: `python -m scripts.demo_images`, see `README.md`."""
