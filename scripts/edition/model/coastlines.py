"""Land and borders of the world, ready to be asked for what lies in a window."""

from dataclasses import dataclass, field

from shapely import STRtree


@dataclass(frozen=True)
class Coastlines:
    """Polygons of land and lines of borders, in degrees (x east, y north); what crosses the date line runs on past it.

    Empty where no place has coordinates: then no map is drawn.
    """

    land: STRtree = field(default_factory=lambda: STRtree(()))
    borders: STRtree = field(default_factory=lambda: STRtree(()))
