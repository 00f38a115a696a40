"""The proof that a new site keeps its promises: each page read once, and again only where something has changed."""

from edition.proof.proving import Promised, Proof, prove_site

__all__ = ["Promised", "Proof", "prove_site"]
