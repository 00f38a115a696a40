"""Every span of an article that may name an entity of the registry. Nothing here decides whether it does."""

from edition.recognise.family import family_name, sort_name
from edition.recognise.find import find_candidates
from edition.recognise.names import Names

__all__ = ["Names", "family_name", "find_candidates", "sort_name"]
