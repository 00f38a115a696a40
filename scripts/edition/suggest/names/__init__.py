"""Dateline's own recogniser: names of people, organizations and places by rules and lists, without a model."""

from edition.suggest.names.gazetteer import Gazetteer
from edition.suggest.names.rules import Rules

__all__ = ["Gazetteer", "Rules"]
