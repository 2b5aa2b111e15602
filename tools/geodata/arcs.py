"""Smooth border lines between the labels of a grid.

The graph has one vertex on every edge between two differently labelled cells, placed where the rule's two values are
equal along the line between the cell centres, so that no staircase arises; and a node at every corner where three or
more borders meet. Borders of the upper level (EPCI, département) are smoothed through the nodes where a
commune border merely joins them from the side, so that they stay smooth lines themselves.
"""

import numpy as np
from scipy import sparse

from . import geos

# Steps of the smoothing: plain averaging first, then pairs of a step inwards and a slightly longer one outwards, which
# take out ripples but keep small closed lines from shrinking (Taubin, A signal processing approach to fair surface
# design, SIGGRAPH 1995).
STEPS = (0.5,) * 5 + (0.5, -0.52) * 6
SHORT, SHORT_RING = 3, 30  # tolerances: shorter lines and rings are simplified with a fifth of it


def trace(grid, label, owner, upper, rule, tolerances):
    """Border lines in degrees, simplified to `tolerances` = (upper borders, other borders).

    `owner[k]` is the unit of box k, `upper[u]` the upper unit of unit u.
    """
    edges = _edges(grid, label, owner, upper, rule)
    graph = _graph(edges, grid)
    positions = _smooth(graph, grid)
    lines, ranks = _chains(graph, positions)
    result = []
    for rank, tolerance in zip((True, False), tolerances):
        chosen = [line for line, is_upper in zip(lines, ranks) if is_upper == rank]
        result += _simplify(chosen, grid, tolerance)
    return result


def _edges(grid, label, owner, upper, rule):
    """Border edges: two corner ids, a position on the line between the cell centres, and the level."""
    stride = grid.columns + 1
    unit = np.where(label >= 0, owner[label], -1)
    parts = []
    for down, right in ((0, 1), (1, 0)):
        a, b = unit[:unit.shape[0] - down, :unit.shape[1] - right], unit[down:, right:]
        row, column = np.nonzero((a != b) & (a >= 0) & (b >= 0))
        first = label[row, column]
        second = label[row + down, column + right]
        lon0, lat0 = grid.longitudes[column], grid.latitudes[row]
        lon1, lat1 = grid.longitudes[column + right], grid.latitudes[row + down]
        t = _balance(rule, first, second, (lon0, lat0), (lon1, lat1))
        corner0 = (row + down) * stride + column + right
        corner1 = corner0 + (1 if down else stride)
        x, y = lon0 + t * (lon1 - lon0), lat0 + t * (lat1 - lat0)
        is_upper = upper[owner[first]] != upper[owner[second]]
        parts.append((corner0, corner1, x, y, is_upper))
    return [np.concatenate(column) for column in zip(*parts)]


def _balance(rule, first, second, start, end):
    """Where along start → end the rule's values of two boxes are equal; the box's side where it ends before that."""
    f0 = rule.distance(second, *start) - rule.distance(first, *start)
    f1 = rule.distance(second, *end) - rule.distance(first, *end)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.where(f0 * f1 < 0, f0 / (f0 - f1), 0.5)
        box0, box1 = rule.boxes[first], rule.boxes[second]
        for axis in (0, 1):
            step = end[axis] - start[axis]
            for box in (box0, box1):
                for side in (box[:, axis], box[:, axis + 2]):
                    at = (side - start[axis]) / step
                    t = np.where((f0 * f1 >= 0) & (step != 0) & (at > 0) & (at < 1), at, t)
    return np.clip(t, 0.02, 0.98)


def _graph(edges, grid):
    """Vertices (edge points, then nodes) and links (pairs of vertices), each link with its level."""
    corner0, corner1, x, y, is_upper = edges
    count = len(x)
    corners = np.concatenate([corner0, corner1])
    edge = np.concatenate([np.arange(count), np.arange(count)])
    order = np.lexsort((edge, corners))
    corners, edge = corners[order], edge[order]
    starts = np.flatnonzero(np.r_[True, corners[1:] != corners[:-1]])
    degree = np.diff(np.r_[starts, len(corners)])
    pass_through = starts[degree == 2]
    links = [np.column_stack([edge[pass_through], edge[pass_through + 1]])]
    levels = [is_upper[links[0]].any(axis=1)]
    node_starts = starts[degree > 2]
    node_degree = degree[degree > 2]
    node = np.repeat(np.arange(len(node_starts)), node_degree)
    member = edge[np.repeat(node_starts, node_degree) + _within(node_degree)]
    links.append(np.column_stack([count + node, member]))
    levels.append(is_upper[member])
    nx = np.bincount(node, x[member]) / node_degree
    ny = np.bincount(node, y[member]) / node_degree
    position = np.column_stack([np.r_[x, nx], np.r_[y, ny]])
    return {"position": position, "links": np.vstack(links), "upper": np.concatenate(levels), "edge_points": count}


def _within(counts):
    """0, 1, … for each group of the given sizes, one after another."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)


def _smooth(graph, grid):
    """Repeated steps towards the mean of the neighbours along the highest level that passes through a vertex."""
    position = graph["position"] / (grid.dx, grid.dy)
    links, upper = graph["links"], graph["upper"]
    total = len(position)
    on_upper = np.bincount(links[upper].ravel(), minlength=total) >= 2
    a = np.r_[links[:, 0], links[:, 1]]
    b = np.r_[links[:, 1], links[:, 0]]
    counts = np.r_[upper, upper] | ~on_upper[a]
    a, b = a[counts], b[counts]
    matrix = sparse.csr_matrix((np.ones(len(a)), (a, b)), shape=(total, total))
    degree = np.asarray(matrix.sum(axis=1)).ravel()
    free = degree >= 2
    inverse = np.where(free, 1 / np.maximum(degree, 1), 0)
    for step in STEPS:
        mean = (matrix @ position) * inverse[:, None]
        position = np.where(free[:, None], position + step * (mean - position), position)
    return position * (grid.dx, grid.dy)


def _chains(graph, position):
    """Splits the graph at its nodes and dead ends into lines; closed lines without a node start anywhere."""
    links, upper, total = graph["links"], graph["upper"], len(position)
    a = np.r_[links[:, 0], links[:, 1]]
    b = np.r_[links[:, 1], links[:, 0]]
    order = np.lexsort((b, a))
    neighbour = b[order].tolist()
    level = np.r_[upper, upper][order].tolist()
    degree = np.bincount(a, minlength=total)
    start = np.r_[0, np.cumsum(degree)].tolist()
    seen = bytearray(total)
    lines, ranks = [], []

    def follow(node, slot):
        chain, previous, current = [node], node, neighbour[slot]
        while degree_list[current] == 2 and not seen[current]:
            seen[current] = 1
            chain.append(current)
            s = start[current]
            following = neighbour[s] if neighbour[s] != previous else neighbour[s + 1]
            previous, current = current, following
        chain.append(current)
        lines.append(position[chain])
        ranks.append(level[slot])

    degree_list = degree.tolist()
    ends = np.flatnonzero((degree != 2) & (degree > 0)).tolist()
    for node in ends:
        for slot in range(start[node], start[node + 1]):
            if not seen[neighbour[slot]] and degree_list[neighbour[slot]] == 2:
                follow(node, slot)
            elif degree_list[neighbour[slot]] != 2 and neighbour[slot] > node:
                lines.append(position[[node, neighbour[slot]]])
                ranks.append(level[slot])
    for vertex in range(total):
        if degree_list[vertex] == 2 and not seen[vertex]:
            seen[vertex] = 1
            follow(vertex, start[vertex])
    return lines, ranks


def _simplify(lines, grid, tolerance):
    """Douglas-Peucker in units of latitude, with longitudes scaled so that both axes measure alike.

    Short lines, and closed ones of moderate length, get a finer tolerance: they may be all that bounds a tiny commune.
    """
    scale = np.array([grid.dy / grid.dx, 1.0])
    scaled = [line * scale for line in lines]
    delicate, others = [], []
    for line in scaled:
        limit = SHORT_RING if np.array_equal(line[0], line[-1]) else SHORT
        length = np.hypot(*np.diff(line, axis=0).T).sum()
        (delicate if length < limit * tolerance else others).append(line)
    simplified = geos.simplify_lines(delicate, tolerance / 5) + geos.simplify_lines(others, tolerance)
    return [line / scale for line in simplified]
