"""How far it is between two places as the crow flies, as the EU's distance calculator counts."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

# The mean radius of the Earth (IUGG), in kilometres.
_RADIUS = 6371.0088

Place = tuple[float, float]


def great_circle_km(here: Place, there: Place) -> float:
    """Kilometres along the great circle between two (latitude, longitude) in degrees; the haversine formula."""
    (lat_1, lon_1), (lat_2, lon_2) = (tuple(map(radians, place)) for place in (here, there))
    chord = sin((lat_2 - lat_1) / 2) ** 2 + cos(lat_1) * cos(lat_2) * sin((lon_2 - lon_1) / 2) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(chord)))
