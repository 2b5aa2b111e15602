"""One point for each commune, well inside its polygon."""

from . import geos, rings

CLEARANCE = 0.3  # km from the border, where the commune is large enough


def place(polygons, preferred):
    """`preferred` (lon, lat) when it lies inside with clearance, else the centre of the largest inscribed circle."""
    largest = max(polygons, key=rings.polygon_area)
    lon, lat = (round(value, 4) for value in preferred)
    if rings.contains(largest, lon, lat) and rings.distance_to_edges(largest, lon, lat) >= CLEARANCE:
        return lon, lat
    centre, _ = geos.inscribed_point(largest, 5e-4)
    return round(centre[0], 4), round(centre[1], 4)


def box_centres(boxes):
    """Centre of each commune's box; of the box of its chief town where the commune was merged since."""
    centres = {}
    for code, west, south, east, north in boxes:
        centres.setdefault(code, []).append((west, south, east, north))
    return {code: ((min(b[0] for b in bs) + max(b[2] for b in bs)) / 2,
                   (min(b[1] for b in bs) + max(b[3] for b in bs)) / 2) for code, bs in centres.items()}
