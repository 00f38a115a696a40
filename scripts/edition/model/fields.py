"""How fields that editors write are checked."""

from collections.abc import Mapping

from pydantic import ConfigDict

STRICT = ConfigDict(extra="forbid", str_min_length=1, str_strip_whitespace=True)


def pairs(value: object) -> object:
    """A mapping as sorted pairs, so that values stay frozen; anything else as it is, for the check to refuse."""
    return tuple(sorted(value.items())) if isinstance(value, Mapping) else value
