"""Small measures on rings and polygons: arrays of longitudes and latitudes."""

import numpy as np


def signed_area(ring):
    """Twice-halved shoelace sum: positive when the closed ring runs counter-clockwise."""
    shifted = ring - ring[0]
    x, y = shifted[:, 0], shifted[:, 1]
    return 0.5 * float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def polygon_area(polygon):
    """Area of a polygon in the square of its own unit, holes taken off."""
    return abs(signed_area(polygon[0])) - sum(abs(signed_area(hole)) for hole in polygon[1:])


def oriented(polygon):
    """The polygon with its outer ring counter-clockwise and its holes clockwise."""
    return [ring if (signed_area(ring) > 0) == (k == 0) else ring[::-1] for k, ring in enumerate(polygon)]


def square_kilometres(polygon):
    """Approximate area of a small polygon in lon/lat degrees (plate carrée at its mean latitude)."""
    latitude = np.radians(polygon[0][:, 1].mean())
    return polygon_area(polygon) * 111.32 * 110.57 * float(np.cos(latitude))


def contains(polygon, x, y):
    """Even-odd test of one point against all rings of a polygon."""
    return sum(_crossings(ring, x, y) for ring in polygon) % 2 == 1


def _crossings(ring, x, y):
    x0, y0, x1, y1 = ring[:-1, 0], ring[:-1, 1], ring[1:, 0], ring[1:, 1]
    spans = (y0 > y) != (y1 > y)
    at = x0[spans] + (y - y0[spans]) / (y1[spans] - y0[spans]) * (x1[spans] - x0[spans])
    return int(np.sum(at > x))


def distance_to_edges(polygon, x, y):
    """Distance in kilometres from a point to the nearest edge of a polygon."""
    scale = np.array([111.32 * np.cos(np.radians(y)), 110.57])
    nearest = np.inf
    for ring in polygon:
        a = (ring[:-1] - (x, y)) * scale
        d = (ring[1:] - ring[:-1]) * scale
        length = np.maximum(np.sum(d * d, axis=1), 1e-18)
        t = np.clip(-np.sum(a * d, axis=1) / length, 0, 1)
        nearest = min(nearest, float(np.sqrt(np.min(np.sum((a + t[:, None] * d) ** 2, axis=1)))))
    return nearest
