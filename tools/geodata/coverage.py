"""From border lines and coasts to one planar partition, from which every layer is dissolved.

All lines of an area are noded together on a grid of 1e-5 degrees, so that communes, EPCI, départements, régions,
neighbours and sea share every vertex of every border.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from shapely import geometry, prepared

from . import geos, land as land_module, rings
from .grid import burn

RESOLUTION = 1e-5
SEA = -1
SMALLEST_PART = 0.3  # km²: a smaller part of a commune that touches another one is given to it
SMALLEST_SEA = 2.0  # km²: a smaller pocket of sea away from the frame is a gap between two coasts or borders


@dataclass
class Partition:
    """Faces of one area with their owner: a commune's number, SEA, or -2 - k for the k-th neighbour."""

    faces: list
    owners: np.ndarray

    def dissolve(self, wanted):
        """Polygons of the faces for which `wanted` (a mask) is set, oriented."""
        return [rings.oriented(p) for p in geos.coverage_union([self.faces[k] for k in np.flatnonzero(wanted)])]

    def groups(self, group_of_unit):
        """{group: polygons} of the home faces; `group_of_unit` maps a commune's number to a group or ''."""
        members = {}
        for k, owner in enumerate(self.owners):
            if owner >= 0 and group_of_unit[owner]:
                members.setdefault(group_of_unit[owner], []).append(self.faces[k])
        return {group: [rings.oriented(p) for p in geos.coverage_union(members[group])] for group in sorted(members)}


def partition(area, land, grid, label, owner, lines):
    """Builds the partition of an area from its land, its labels and its smoothed border lines."""
    frame = np.array(geometry.box(*area.box).exterior.coords)
    borders = [line for shape in (land.home, *land.neighbours.values()) for line in land_module.lines_of(shape)]
    faces = geos.polygonize(geos.node_lines([*lines, *borders, frame], RESOLUTION))
    faces = [[np.rint(ring / RESOLUTION) * RESOLUTION for ring in face] for face in faces]
    owners = _side(faces, land)
    home = owners >= 0
    owners[home] = _communes(faces, np.flatnonzero(home), grid, label, owner)
    adjacency = _adjacency(faces)
    _give_away_pockets(faces, owners, adjacency, frame)
    _give_away_fragments(faces, owners, adjacency)
    return Partition(faces, owners)


def _side(faces, land):
    """0 for faces of the home land, SEA, or -2 - k in the k-th neighbour."""
    shapes = [prepared.prep(land.home)] + [prepared.prep(shape) for shape in land.neighbours.values()]
    values = [0] + [-2 - k for k in range(len(land.neighbours))]
    result = np.full(len(faces), SEA)
    for k, face in enumerate(faces):
        point = geometry.Point(geos.point_on_surface(face))
        result[k] = next((value for shape, value in zip(shapes, values) if shape.contains(point)), SEA)
    return result


def _communes(faces, home, grid, label, owner):
    """The commune with most cells in each home face; for faces without a cell, the one at an inner point."""
    oriented = [(k, ring) for k, face in enumerate(home) for ring in rings.oriented(faces[face])]
    cells = burn(grid, [ring for _, ring in oriented], [k for k, _ in oriented])
    inside = (cells >= 0) & (label >= 0)
    units = int(owner.max()) + 1
    pairs, counts = np.unique(cells[inside].astype(np.int64) * units + owner[label[inside]], return_counts=True)
    order = np.lexsort((-pairs, counts))
    result = np.full(len(home), -1)
    result[pairs[order] // units] = pairs[order] % units
    for k in np.flatnonzero(result < 0):
        row, column = grid.cell(*geos.point_on_surface(faces[home[k]]))
        result[k] = owner[_nearest_label(label, row, column)]
    return result


def _nearest_label(label, row, column):
    """The label at a cell or, where there is none, the one nearest to it."""
    for reach in (0, 1, 2, 4, 8, 16, 32, 64, 128, 256):
        top, left = max(row - reach, 0), max(column - reach, 0)
        part = label[top:row + reach + 1, left:column + reach + 1]
        rows, columns = np.nonzero(part >= 0)
        if len(rows):
            nearest = np.argmin((rows + top - row) ** 2 + (columns + left - column) ** 2)
            return part[rows[nearest], columns[nearest]]
    raise ValueError("no label near a face of the land")


def _adjacency(faces):
    """Pairs of neighbouring faces as a symmetric sparse matrix of shared lengths (km)."""
    start, end, face = [], [], []
    for k, polygon in enumerate(faces):
        for ring in polygon:
            start.append(ring[:-1])
            end.append(ring[1:])
            face.append(np.full(len(ring) - 1, k))
    start, end, face = np.concatenate(start), np.concatenate(end), np.concatenate(face)
    a, b = _vertex_ids(start), _vertex_ids(end)
    low, high = np.minimum(a, b), np.maximum(a, b)
    order = np.lexsort((face, high, low))
    same = (low[order][1:] == low[order][:-1]) & (high[order][1:] == high[order][:-1])
    first, second = order[:-1][same], order[1:][same]
    step = (end[first] - start[first]) * np.column_stack(
        [111.32 * np.cos(np.radians(start[first][:, 1])), np.full(len(first), 110.57)])
    length = np.hypot(step[:, 0], step[:, 1])
    f, g = face[first], face[second]
    return sparse.csr_matrix((np.r_[length, length], (np.r_[f, g], np.r_[g, f])), shape=(len(faces),) * 2)


def _vertex_ids(points):
    whole = np.rint(points / RESOLUTION).astype(np.int64)
    return (whole[:, 0] + 40_000_000) * 80_000_000 + whole[:, 1] + 20_000_000


def _give_away_pockets(faces, owners, adjacency, frame):
    """Small pockets of sea between two coasts go to the neighbour with the longest common border."""
    west, south = frame.min(axis=0)
    east, north = frame.max(axis=0)
    for k in np.flatnonzero(owners == SEA):
        ring = faces[k][0]
        touches = np.any((ring <= (west, south)) | (ring >= (east, north)))
        if not touches and rings.square_kilometres(faces[k]) < SMALLEST_SEA:
            _give_away(k, owners, adjacency, lambda other: other != SEA)


def _give_away_fragments(faces, owners, adjacency):
    """Small parts of a commune cut off from it go to the commune with the longest common border."""
    areas = np.array([rings.square_kilometres(face) for face in faces])
    for _ in range(3):
        pairs = adjacency.tocoo()
        same = (owners[pairs.row] == owners[pairs.col]) & (owners[pairs.row] >= 0)
        links = sparse.csr_matrix((np.ones(same.sum()), (pairs.row[same], pairs.col[same])), shape=adjacency.shape)
        _, part = csgraph.connected_components(links, directed=False)
        sizes = np.bincount(part, areas)
        largest = {}
        for k in np.flatnonzero(owners >= 0):
            best = largest.get(owners[k])
            if best is None or sizes[part[k]] > sizes[best]:
                largest[owners[k]] = part[k]
        for k in np.flatnonzero(owners >= 0):
            if part[k] != largest[owners[k]] and sizes[part[k]] < SMALLEST_PART:
                mine = owners[k]
                _give_away(k, owners, adjacency, lambda other, mine=mine: other >= 0 and other != mine)


def _give_away(face, owners, adjacency, accepts):
    row = slice(adjacency.indptr[face], adjacency.indptr[face + 1])
    shares = {}
    for other, length in zip(adjacency.indices[row], adjacency.data[row]):
        if accepts(owners[other]):
            shares[owners[other]] = shares.get(owners[other], 0.0) + length
    if shares:
        owners[face] = max(sorted(shares), key=shares.get)
