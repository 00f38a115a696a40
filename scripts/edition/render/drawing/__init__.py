"""Drawings: maps of places, and the network of who is named with whom. Coordinates in, SVG in HTML out."""
