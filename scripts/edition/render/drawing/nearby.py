"""Which places are nearest to a place. Coordinates in, places out: no drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from edition.index import Index
from edition.model import Coordinates, Entity, Kind, Registry
from edition.render.drawing.geography import kilometres

NEIGHBOURS = 8
FARTHEST = 2000  # kilometres: what lies farther away is no neighbour
SLACK = 1e-9  # of the cosine of an angle, a thousand times what rounding may be; of places as near as 300 metres

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Neighbour:
    """A place near another, and how far away, in kilometres."""

    place: Entity
    at: Coordinates
    distance: float


class Nearby:
    """All places with coordinates, ready to be asked which are nearest to one: for a thousand it takes no time."""

    def __init__(self, registry: Registry, index: Index) -> None:
        places = [one for one in registry.entities if one.kind is Kind.PLACE and one.coordinates]
        self._named = _Places([one for one in places if index.mentions(one.id)])
        self._others = _Places([one for one in places if not index.mentions(one.id)])

    def neighbours(self, entity: Entity) -> tuple[Neighbour, ...]:
        """The nearest places, the nearest first; those that no article names only where others are few."""
        if not entity.coordinates:
            return ()
        named, others = (_nearest(entity, entity.coordinates, these) for these in (self._named, self._others))
        return tuple(sorted([*named, *others][:NEIGHBOURS], key=_order))


class _Places:
    """Places, and the directions in which they lie from the middle of the earth."""

    def __init__(self, places: Sequence[Entity]) -> None:
        self.places = places
        self._directions = _directions([one.coordinates for one in places if one.coordinates])

    def around(self, at: Coordinates, least: int) -> list[Entity]:
        """At least so many of the nearest, in no order, and what may be as near as the last of them."""
        cosines: Numbers = self._directions @ _directions([at])[0]
        if len(cosines) <= least:
            return [*self.places]
        last = np.partition(cosines, -least)[-least]
        return [self.places[int(number)] for number in np.flatnonzero(cosines >= last - SLACK)]


def _nearest(entity: Entity, here: Coordinates, these: _Places) -> list[Neighbour]:
    """Those that are near enough, the nearest first, ties by id."""
    others = (one for one in these.around(here, NEIGHBOURS + 1) if one.id != entity.id)
    found = [Neighbour(one, one.coordinates, kilometres(here, one.coordinates)) for one in others if one.coordinates]
    return sorted((one for one in found if one.distance <= FARTHEST), key=_order)


def _order(one: Neighbour) -> tuple[float, str]:
    return one.distance, one.place.id


def _directions(found: Sequence[Coordinates]) -> Numbers:
    """Vectors of length 1, a row each."""
    latitudes, longitudes = np.radians(np.array(found, dtype=np.float64).reshape(-1, 2)).T
    across = np.cos(latitudes)
    return np.stack([across * np.cos(longitudes), across * np.sin(longitudes), np.sin(latitudes)], axis=1)
