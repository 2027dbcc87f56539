"""Fabricated notices of many shapes with known facts: every body, place, contest and number in them is made up."""
