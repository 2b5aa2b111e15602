"""The few GEOS operations the build needs on whole arrays of coordinates.

Debian's Shapely 1.8 neither exposes the fixed-precision overlay nor moves coordinates in bulk, so the
C library is called directly, with geometries passed as WKB. Lines are (n, 2) arrays; a polygon is a
list of closed rings, the outer one first.
"""

import ctypes
import ctypes.util
import struct

import numpy as np

_LIBRARY = ctypes.CDLL(ctypes.util.find_library("geos_c") or "libgeos_c.so.1")
_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_void_p)
_GEOMETRY = ctypes.c_void_p
_messages = []


@_HANDLER
def _remember(message, _user_data):
    _messages.append(message.decode("utf-8", "replace"))


def _function(name, result, *arguments):
    function = getattr(_LIBRARY, name)
    function.restype = result
    function.argtypes = arguments
    return function


_context = ctypes.c_void_p(_function("GEOS_init_r", ctypes.c_void_p)())
_function("GEOSContext_setErrorMessageHandler_r", ctypes.c_void_p, ctypes.c_void_p, _HANDLER,
          ctypes.c_void_p)(_context, _remember, None)
_read = _function("GEOSGeomFromWKB_buf_r", _GEOMETRY, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t)
_write = _function("GEOSGeomToWKB_buf_r", ctypes.c_void_p, ctypes.c_void_p, _GEOMETRY,
                   ctypes.POINTER(ctypes.c_size_t))
_free = _function("GEOSFree_r", None, ctypes.c_void_p, ctypes.c_void_p)
_destroy = _function("GEOSGeom_destroy_r", None, ctypes.c_void_p, _GEOMETRY)
_union = _function("GEOSUnaryUnionPrec_r", _GEOMETRY, ctypes.c_void_p, _GEOMETRY, ctypes.c_double)
_simplify = _function("GEOSSimplify_r", _GEOMETRY, ctypes.c_void_p, _GEOMETRY, ctypes.c_double)
_coverage_union = _function("GEOSCoverageUnion_r", _GEOMETRY, ctypes.c_void_p, _GEOMETRY)
_point_on_surface = _function("GEOSPointOnSurface_r", _GEOMETRY, ctypes.c_void_p, _GEOMETRY)
_inscribed = _function("GEOSMaximumInscribedCircle_r", _GEOMETRY, ctypes.c_void_p, _GEOMETRY, ctypes.c_double)
_polygonize = _function("GEOSPolygonize_r", _GEOMETRY, ctypes.c_void_p, ctypes.POINTER(_GEOMETRY), ctypes.c_uint)


def version():
    """GEOS's version as "3.11.1-CAPI-…"."""
    return _function("GEOSversion", ctypes.c_char_p)().decode()


def _call(operation, wkb, *arguments):
    """Runs `operation` on a geometry given as WKB and returns its result as WKB."""
    source = _read(_context, wkb, len(wkb))
    if not source:
        raise RuntimeError(f"GEOS: {_messages[-1:]}")
    result = operation(_context, source, *arguments)
    _destroy(_context, source)
    return _take(result)


def _take(result):
    if not result:
        raise RuntimeError(f"GEOS: {_messages[-1:]}")
    size = ctypes.c_size_t()
    buffer = _write(_context, result, ctypes.byref(size))
    _destroy(_context, result)
    data = ctypes.string_at(buffer, size.value)
    _free(_context, buffer)
    return data


def node_lines(lines, grid_size):
    """Splits lines wherever they meet and rounds them to a grid without creating crossings.

    Snap rounding by OverlayNG: the result is fully noded on multiples of `grid_size`.
    """
    return decode_lines(_call(_union, encode_lines(lines), ctypes.c_double(grid_size)))


def simplify_lines(lines, tolerance):
    """Douglas-Peucker on every line, end points kept."""
    if not lines:
        return []
    return decode_lines(_call(_simplify, encode_lines(lines), ctypes.c_double(tolerance)))


def polygonize(lines):
    """The faces enclosed by noded lines, as polygons with holes."""
    handles = (_GEOMETRY * len(lines))()
    for k, line in enumerate(lines):
        wkb = _encode_line(line)
        handles[k] = _read(_context, wkb, len(wkb))
    result = _polygonize(_context, handles, len(lines))
    for handle in handles:
        _destroy(_context, handle)
    return decode_polygons(_take(result))


def coverage_union(polygons):
    """Dissolves polygons that share their edges exactly; returns polygons."""
    if len(polygons) == 1:
        return list(polygons)
    return decode_polygons(_call(_coverage_union, encode_polygons(polygons)))


def point_on_surface(polygon):
    """A point inside a polygon."""
    return struct.unpack("<dd", _call(_point_on_surface, encode_polygons([polygon]))[5:21])


def inscribed_point(polygon, tolerance):
    """Centre and radius of the largest circle inside a polygon, to within `tolerance`."""
    wkb = _call(_inscribed, encode_polygons([polygon]), ctypes.c_double(tolerance))
    (centre, edge), = [decode_lines(wkb)[0]]
    return tuple(centre), float(np.hypot(*(edge - centre)))


def _encode_line(line):
    return struct.pack("<BII", 1, 2, len(line)) + np.ascontiguousarray(line, "<f8").tobytes()


def encode_lines(lines):
    """WKB of a MultiLineString."""
    return struct.pack("<BII", 1, 5, len(lines)) + b"".join(map(_encode_line, lines))


def encode_polygons(polygons):
    """WKB of a MultiPolygon."""
    parts = [struct.pack("<BII", 1, 6, len(polygons))]
    for rings in polygons:
        parts.append(struct.pack("<BII", 1, 3, len(rings)))
        for ring in rings:
            parts.append(struct.pack("<I", len(ring)) + np.ascontiguousarray(ring, "<f8").tobytes())
    return b"".join(parts)


def decode_lines(wkb):
    """Lines of a (Multi)LineString, or of a collection, given as WKB."""
    return [rings[0] for kind, rings in _decode(wkb) if kind == 2]


def decode_polygons(wkb):
    """Polygons of a (Multi)Polygon, or of a collection, given as WKB."""
    return [rings for kind, rings in _decode(wkb) if kind == 3]


def _decode(wkb):
    """Yields (kind, coordinate arrays) of every line (2) and polygon (3) in little-endian WKB."""
    position = 0
    end = len(wkb)
    while position < end:
        _order, kind, count = struct.unpack_from("<BII", wkb, position)
        position += 9
        kind &= 0xFF
        if kind == 1:
            position += 12  # A point's 16 bytes of coordinates, of which `count` took four.
        elif kind == 2:
            yield 2, [np.frombuffer(wkb, "<f8", 2 * count, position).reshape(-1, 2)]
            position += 16 * count
        elif kind == 3:
            rings = []
            for _ in range(count):
                (points,) = struct.unpack_from("<I", wkb, position)
                rings.append(np.frombuffer(wkb, "<f8", 2 * points, position + 4).reshape(-1, 2))
                position += 4 + 16 * points
            yield 3, rings
        # Any other kind is a collection: its members follow, and are read by the same loop.
