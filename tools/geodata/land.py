"""Land of an area: GSHHG's shoreline, split among countries by the borders of the Digital Chart of the World.

GSHHG's coast fits IGN's better than DCW's does, but knows no countries. DCW's polygons are therefore grown a little
into the sea, France and its neighbours in turn, and cut GSHHG's land where they meet. On land the border stays DCW's own.
"""

from dataclasses import dataclass

import numpy as np
from shapely import geometry, ops, prepared, wkb

from . import geos, rings
from .grid import Grid, burn

GROWTH = 0.006  # degrees a step: about 600 m; six steps reach over the places where DCW's coast is off the most
STEPS = 6
NEAR = 0.25  # degrees around French land where coasts keep the fine detail
SMALLEST_ISLAND = 7e-6  # square degrees, about 0.06 km²; smaller ones would be dots at 1:500 000
SMALLEST_FOREIGN_ISLAND = 1e-4

# DCW draws Monaco several times too large and off its place, over all of Beausoleil. This coarse outline of its true
# extent takes its place; the rest of what DCW gives to it is France.
TRUE_OUTLINES = {"MC": ((7.4105, 43.7215), (7.4085, 43.7285), (7.4180, 43.7385), (7.4335, 43.7515), (7.4420, 43.7500),
                        (7.4400, 43.7230))}


@dataclass
class Land:
    """French land of an area and the land of its neighbours by ISO code, as Shapely geometries in degrees."""

    home: object
    neighbours: dict


def of_area(area, inputs, in_french_box):
    """The land of an area; `in_french_box(lon, lat)` tells whether some commune's box holds a point."""
    box = geometry.box(*area.box)
    home = _country(inputs, area.home, box)
    foreign = {code: _country(inputs, (code,), box) for code in area.neighbours}
    for code, outline in TRUE_OUTLINES.items():
        if code in foreign:
            true = geometry.Polygon(outline)
            home = home.union(foreign[code]).difference(true)
            foreign[code] = true
    faces = _land_faces(area, inputs, [home, *foreign.values()])
    foreign = {code: shape.difference(home) for code, shape in foreign.items() if not shape.is_empty}
    own, others = _grow(home, ops.unary_union(list(foreign.values())))
    mine, theirs = _split(faces, own, others, in_french_box)
    return Land(_polygons(ops.unary_union(mine), SMALLEST_ISLAND), _share(theirs, foreign))


def _country(inputs, codes, box):
    parts = [geometry.Polygon(ring).buffer(0) for code in codes for ring in inputs.country(code)]
    parts = [part for part in parts if not part.is_empty]
    # A ring inside another is an enclave of another country, or a lake: DCW gives it as a ring of its own.
    parts.sort(key=lambda part: -part.area)
    outer, inner = [], []
    for part in parts:
        point = part.representative_point()
        (inner if any(other.contains(point) for other in outer if _may_hold(other, point)) else outer).append(part)
    return ops.unary_union(outer).difference(ops.unary_union(inner)).intersection(box)


def _may_hold(polygon, point):
    west, south, east, north = polygon.bounds
    return west <= point.x <= east and south <= point.y <= north


def _land_faces(area, inputs, countries):
    """Polygons of land inside the area's box, simplified: finely near French land, coarsely elsewhere."""
    frame = geometry.box(*area.box)
    lines = ops.linemerge([geometry.LineString(line) for line in inputs.shoreline(*area.box)])
    lines = [np.array(line.coords) for line in getattr(lines, "geoms", [lines])]
    kept = _simplify_by_zone(lines, area, countries[0])
    kept = [line for line in kept if len(line) > 3 or not np.array_equal(line[0], line[-1])]
    noded = geos.node_lines(kept + [np.array(frame.exterior.coords)], 1e-5)
    faces = [_shape(face) for face in geos.polygonize(noded)]
    return [face for face in faces if _is_land(face, frame, countries)]


def _simplify_by_zone(lines, area, home):
    """Simplifies each line in pieces cut where it leaves the zone of fine detail around the home land."""
    grid = Grid.over(area.box, 0.02, 0.02)
    zone = [ring for polygon in polygons_of(home.simplify(0.02).buffer(NEAR, 4)) for ring in rings.oriented(polygon)]
    near = burn(grid, zone, np.zeros(len(zone))) >= 0
    fine, coarse = [], []
    for line in lines:
        inside = near[grid.cells(line)]
        cuts = [0, *(np.flatnonzero(inside[1:] != inside[:-1]) + 1), len(line) - 1]
        for start, end in zip(cuts, cuts[1:]):
            if end > start:
                (fine if inside[start] else coarse).append(line[start:end + 1])
    return geos.simplify_lines(fine, area.fine) + geos.simplify_lines(coarse, area.coarse)


def _is_land(face, frame, countries):
    """A face that reaches the frame is land when DCW says so at an inner point; any other is an island."""
    if not face.exterior.intersects(frame.exterior):
        return True
    point = face.representative_point()
    return any(country.contains(point) for country in countries)


def _grow(home, others):
    """Both countries' land grown into the sea in turn, each never into the other."""
    others = others.intersection(home.simplify(0.02).buffer(0.15, 4))
    for _ in range(STEPS):
        home = home.union(home.buffer(GROWTH, 4).difference(others))
        others = others.union(others.buffer(GROWTH, 4).difference(home))
    return home, others


def _split(faces, own, others, in_french_box):
    """French land and foreign land among the faces."""
    mine, theirs = [], []
    ready_own, ready_others = prepared.prep(own), prepared.prep(others)
    for face in faces:
        is_own, is_other = ready_own.intersects(face), ready_others.intersects(face)
        if is_own and is_other:
            part = face.intersection(own)
            mine.append(part)
            theirs.append(face.difference(part))
        elif is_own or (not is_other and in_french_box(*face.representative_point().coords[0])):
            mine.append(face)
        else:
            theirs.append(face)
    return mine, theirs


def _share(pieces, foreign):
    """Foreign land by country: what DCW gives to each, and the coast just outside."""
    everything = ops.unary_union(list(foreign.values()))
    reaches = {code: shape.union(shape.simplify(0.005).buffer(GROWTH * STEPS, 4).difference(everything))
               for code, shape in foreign.items()}
    ready = {code: prepared.prep(reach) for code, reach in reaches.items()}
    shares = {code: [] for code in foreign}
    for piece in [part for shape in pieces for part in getattr(shape, "geoms", [shape])]:
        touching = [code for code in foreign if ready[code].intersects(piece)]
        for code in touching[:-1]:
            shares[code].append(piece.intersection(reaches[code]))
            piece = piece.difference(reaches[code])
        if touching:
            shares[touching[-1]].append(piece)
    merged = {code: _polygons(ops.unary_union(parts), SMALLEST_FOREIGN_ISLAND) for code, parts in shares.items()}
    return {code: shape for code, shape in merged.items() if not shape.is_empty}


def _polygons(shape, smallest):
    parts = [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon" and part.area > smallest]
    return geometry.MultiPolygon(parts)


def _shape(polygon):
    return geometry.Polygon(polygon[0], polygon[1:])


def polygons_of(shape):
    """Coordinate arrays of a Shapely geometry's polygons."""
    return geos.decode_polygons(wkb.dumps(shape))


def lines_of(shape):
    """Coordinate arrays of all rings of a Shapely geometry."""
    return [ring for polygon in polygons_of(shape) for ring in polygon]


def french_box_test(boxes):
    """A function telling whether any commune's box holds a point."""
    limits = np.array([box[1:] for box in boxes])

    def test(lon, lat):
        west, south, east, north = limits.T
        return bool(np.any((west <= lon) & (lon <= east) & (south <= lat) & (lat <= north)))

    return test
