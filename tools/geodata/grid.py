"""A regular longitude/latitude grid and exact rasterisation of a polygon coverage onto it."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Grid:
    """Cells of `dx` by `dy` degrees; row 0 is the northern one, (west, north) the outer corner."""

    west: float
    north: float
    dx: float
    dy: float
    columns: int
    rows: int

    @staticmethod
    def over(bounds, dx, dy):
        """The smallest grid with its corner at the north-west of (west, south, east, north)."""
        west, south, east, north = bounds
        return Grid(west, north, dx, dy, int(np.ceil((east - west) / dx)), int(np.ceil((north - south) / dy)))

    @property
    def longitudes(self):
        """Longitudes of the cell centres."""
        return self.west + (np.arange(self.columns) + 0.5) * self.dx

    @property
    def latitudes(self):
        """Latitudes of the cell centres, from north to south."""
        return self.north - (np.arange(self.rows) + 0.5) * self.dy

    def window(self, west, south, east, north):
        """Half-open (first column, end column, first row, end row) of the cell centres inside a box."""
        i0 = max(0, int(np.ceil((west - self.west) / self.dx - 0.5)))
        i1 = min(self.columns, int(np.floor((east - self.west) / self.dx - 0.5)) + 1)
        j0 = max(0, int(np.ceil((self.north - north) / self.dy - 0.5)))
        j1 = min(self.rows, int(np.floor((self.north - south) / self.dy - 0.5)) + 1)
        return i0, max(i0, i1), j0, max(j0, j1)

    def cell(self, lon, lat):
        """(row, column) of the cell that holds a point, clamped to the grid."""
        i = int(np.clip((lon - self.west) / self.dx, 0, self.columns - 1))
        j = int(np.clip((self.north - lat) / self.dy, 0, self.rows - 1))
        return j, i

    def cells(self, points):
        """(rows, columns) of the cells that hold an array of points, clamped to the grid."""
        columns = np.clip((points[:, 0] - self.west) / self.dx, 0, self.columns - 1).astype(int)
        rows = np.clip((self.north - points[:, 1]) / self.dy, 0, self.rows - 1).astype(int)
        return rows, columns


def burn(grid, rings, values):
    """Labels of the cell centres inside a coverage: `values[k]` (>= 0) inside ring k, -1 elsewhere.

    `rings` are closed (n, 2) arrays, outer rings counter-clockwise and holes clockwise, both with the
    polygon's value. Every edge adds or takes its value where a row's centre line crosses it, and a
    running sum along the row gives the label: exact as long as polygons do not overlap.
    """
    change = np.zeros(grid.rows * (grid.columns + 1))
    edges, weights = _edges(rings, values)
    for part in range(0, len(edges), 400_000):
        _add_crossings(grid, edges[part:part + 400_000], weights[part:part + 400_000], change)
    rows = np.cumsum(change.reshape(grid.rows, grid.columns + 1), axis=1)[:, :-1]
    return np.rint(rows).astype(np.int32) - 1


def _edges(rings, values):
    starts = np.concatenate([ring[:-1] for ring in rings])
    ends = np.concatenate([ring[1:] for ring in rings])
    weights = np.repeat(np.asarray(values, float) + 1, [len(ring) - 1 for ring in rings])
    return np.hstack([starts, ends]), weights


def _add_crossings(grid, edges, weights, change):
    """Adds each edge's value to the first cell east of its crossings with the rows' centre lines."""
    x0, y0, x1, y1 = edges.T
    r0 = (grid.north - y0) / grid.dy - 0.5
    r1 = (grid.north - y1) / grid.dy - 0.5
    first = np.maximum(np.ceil(np.minimum(r0, r1)), 0).astype(int)
    end = np.minimum(np.ceil(np.maximum(r0, r1)), grid.rows).astype(int)
    count = np.maximum(end - first, 0)
    edge = np.repeat(np.arange(len(edges)), count)
    row = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + first[edge]
    t = (row - r0[edge]) / (r1[edge] - r0[edge])
    x = x0[edge] + t * (x1[edge] - x0[edge])
    column = np.clip(np.ceil((x - grid.west) / grid.dx - 0.5), 0, grid.columns).astype(int)
    # Down the page (r grows) is the west side of a counter-clockwise ring: it opens the polygon.
    sign = np.where(r1[edge] > r0[edge], 1.0, -1.0)
    change += np.bincount(row * (grid.columns + 1) + column, sign * weights[edge], len(change))
