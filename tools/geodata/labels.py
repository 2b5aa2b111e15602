"""The commune of every grid cell, estimated from the communes' bounding boxes.

A place inside several boxes belongs to the commune that minimises |u|^3 + |v|^3, where u and v are the offsets from
the box's centre in half-widths and half-heights. Every commune must touch the four sides of its own box; where the
estimate leaves a side unreached, its offsets towards that side are shrunk and the cells are given out again.
"""

import numpy as np
from scipy import ndimage

POWER = 3
ROUNDS = 4
REACH_FACTORS = (0.4, 1.0)
SMALLEST_UNIT = 6  # cells: a commune with fewer takes the inner part of its box
INNER = 0.75  # of the width and the height of a box


class BoxRule:
    """The rule above for an array of boxes (west, south, east, north) with a stretch for each of their sides."""

    def __init__(self, boxes):
        self.boxes = np.asarray(boxes, float)
        self.stretch = np.ones((len(self.boxes), 4))  # west, east, south, north

    def distance(self, which, lon, lat):
        """The value to minimise, for arrays of box numbers and positions."""
        box, stretch = self.boxes[which], self.stretch[which]
        u = (2 * lon - box[..., 0] - box[..., 2]) / (box[..., 2] - box[..., 0])
        v = (2 * lat - box[..., 1] - box[..., 3]) / (box[..., 3] - box[..., 1])
        u = np.abs(u * np.where(u < 0, stretch[..., 0], stretch[..., 1]))
        v = np.abs(v * np.where(v < 0, stretch[..., 2], stretch[..., 3]))
        return u ** POWER + v ** POWER

    def inner_window(self, grid, k):
        """The grid window of the inner part of box k."""
        west, south, east, north = self.boxes[k]
        x, y = (1 - INNER) / 2 * (east - west), (1 - INNER) / 2 * (north - south)
        return grid.window(west + x, south + y, east - x, north - y)

    def assign(self, grid):
        """The number of the winning box of every cell, -1 where there is none."""
        best = np.full((grid.rows, grid.columns), np.inf, np.float32)
        label = np.full((grid.rows, grid.columns), -1, np.int32)
        lons, lats = grid.longitudes, grid.latitudes
        for k, (west, south, east, north) in enumerate(self.boxes):
            i0, i1, j0, j1 = grid.window(west, south, east, north)
            if i1 <= i0 or j1 <= j0:
                continue
            stretch = self.stretch[k]
            u = (2 * lons[i0:i1] - west - east) / (east - west)
            v = (2 * lats[j0:j1] - south - north) / (north - south)
            u = np.abs(u * np.where(u < 0, stretch[0], stretch[1])) ** POWER
            v = np.abs(v * np.where(v < 0, stretch[2], stretch[3])) ** POWER
            distance = (v[:, None] + u[None, :]).astype(np.float32)
            part = best[j0:j1, i0:i1]
            closer = distance < part
            part[closer] = distance[closer]
            label[j0:j1, i0:i1][closer] = k
        return label

    def reach_for_sides(self, grid, label):
        """Stretches every box towards the sides its cells do not reach."""
        windows = np.array([grid.window(*box) for box in self.boxes], float)
        extent = windows.copy()
        for k, slices in enumerate(ndimage.find_objects(label + 1, max_label=len(self.boxes))):
            if slices is not None:
                extent[k] = slices[1].start, slices[1].stop, slices[0].start, slices[0].stop
        width = np.maximum(windows[:, 1] - windows[:, 0], 1)
        height = np.maximum(windows[:, 3] - windows[:, 2], 1)
        gaps = np.column_stack([(extent[:, 0] - windows[:, 0]) / width, (windows[:, 1] - extent[:, 1]) / width,
                                (windows[:, 3] - extent[:, 3]) / height, (extent[:, 2] - windows[:, 2]) / height])
        self.stretch = np.clip(self.stretch * np.exp(-np.minimum(gaps, 0.5)), *REACH_FACTORS)


def estimate(grid, boxes, land):
    """The fitted rule and the winning box of every cell; `land` is a mask of the cells that count."""
    rule = BoxRule(boxes)
    label = rule.assign(grid)
    for _ in range(ROUNDS):
        rule.reach_for_sides(grid, np.where(land, label, -1))
        label = rule.assign(grid)
    return rule, label


def clean(label, owner, land, inner_windows, reach):
    """Removes strays, makes room for owners left with nothing, and fills land and `reach` cells of sea around it.

    `owner[k]` is the unit (commune) of box k; `inner_windows(k)` the part of its box that a unit takes by force.
    Returns an array of box numbers, -1 out of reach of land.
    """
    label = label.copy()
    _drop_strays(label, owner, land)
    cells = np.bincount(owner[label[(label >= 0) & land]], minlength=owner.max() + 1)
    present = cells >= SMALLEST_UNIT
    for box in np.flatnonzero(~present[owner]):
        i0, i1, j0, j1 = inner_windows(box)
        label[j0:max(j1, j0 + 2), i0:max(i1, i0 + 2)] = box
    near = ndimage.binary_dilation(land, iterations=reach)
    missing = near & (label < 0)
    nearest = ndimage.distance_transform_edt(label < 0, return_distances=False, return_indices=True)
    label[missing] = label[nearest[0][missing], nearest[1][missing]]
    label[~near] = -1
    return label


def _drop_strays(label, owner, land):
    """Clears every land component of a unit that touches another unit, except its largest; islands stay."""
    unit = np.where((label >= 0) & land, owner[label], -1).astype(np.int32)
    for k, slices in enumerate(ndimage.find_objects(unit + 1, max_label=owner.max() + 1)):
        if slices is None:
            continue
        mine = unit[slices] == k
        parts, count = ndimage.label(mine)
        if count < 2:
            continue
        sizes = np.bincount(parts.ravel())
        sizes[0] = 0
        largest = sizes.argmax()
        wider = tuple(slice(max(s.start - 1, 0), s.stop + 1) for s in slices)
        around = unit[wider]
        inner = tuple(slice(s.start - w.start, s.stop - w.start) for s, w in zip(slices, wider))
        for part in range(1, count + 1):
            if part == largest:
                continue
            mask = np.zeros(around.shape, bool)
            mask[inner] = parts == part
            ring = ndimage.binary_dilation(mask) & ~mask
            if np.any((around[ring] >= 0) & (around[ring] != k)):
                label[slices][parts == part] = -1
