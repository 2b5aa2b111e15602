"""Writes polygon layers: FlatGeobuf through OGR, and a TopoJSON of shared arcs, gzipped."""

import gzip
import json
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from . import geos
from .coverage import RESOLUTION

gdal.UseExceptions()


def write_flatgeobuf(path, fields, rows):
    """Rows are (attributes, polygons); all fields are text but those in `fields` given as (name, type)."""
    path = Path(path)
    path.unlink(missing_ok=True)
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset = ogr.GetDriverByName("FlatGeobuf").CreateDataSource(str(path))
    # No index: the program reads the layers whole, in the order of their codes.
    layer = dataset.CreateLayer(path.stem, wgs84, ogr.wkbMultiPolygon, ["SPATIAL_INDEX=NO"])
    for name in fields:
        kind = ogr.OFTInteger if name == "population" else ogr.OFTString
        layer.CreateField(ogr.FieldDefn(name, kind))
    for attributes, polygons in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in zip(fields, attributes):
            feature[name] = value
        feature.SetGeometry(ogr.CreateGeometryFromWkb(geos.encode_polygons(polygons)))
        layer.CreateFeature(feature)
    del layer, dataset


def write_topojson(path, name, fields, rows):
    """A TopoJSON whose neighbours share arcs, its coordinates whole multiples of the base map's resolution."""
    arcs = _Arcs([polygons for _, polygons in rows])
    geometries = [{"type": "MultiPolygon", "properties": dict(zip(fields, attributes)),
                   "arcs": [[arcs.of_ring(ring) for ring in polygon] for polygon in polygons]}
                  for attributes, polygons in rows]
    content = {"type": "Topology", "transform": {"scale": [RESOLUTION, RESOLUTION], "translate": [0, 0]},
               "objects": {name: {"type": "GeometryCollection", "geometries": geometries}}, "arcs": arcs.deltas()}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode("utf-8"))


class _Arcs:
    """Cuts rings at the vertices where more than two borders meet and numbers each arc once."""

    def __init__(self, all_polygons):
        neighbours = {}
        for polygons in all_polygons:
            for polygon in polygons:
                for ring in polygon:
                    points = _whole(ring)
                    for a, b in zip(points, points[1:]):
                        neighbours.setdefault(a, set()).add(b)
                        neighbours.setdefault(b, set()).add(a)
        self.nodes = {point for point, others in neighbours.items() if len(others) > 2}
        self.numbers = {}
        self.arcs = []

    def of_ring(self, ring):
        """Arc numbers of a closed ring; ~n for an arc walked backwards."""
        points = _whole(ring)[:-1]
        start = next((k for k, point in enumerate(points) if point in self.nodes), None)
        if start is None:
            start = points.index(min(points))
        points = points[start:] + points[:start + 1]
        cuts = [0] + [k for k in range(1, len(points) - 1) if points[k] in self.nodes] + [len(points) - 1]
        return [self._number(tuple(points[a:b + 1])) for a, b in zip(cuts, cuts[1:])]

    def _number(self, arc):
        if arc in self.numbers:
            return self.numbers[arc]
        if arc[::-1] in self.numbers:
            return ~self.numbers[arc[::-1]]
        self.numbers[arc] = len(self.arcs)
        self.arcs.append(arc)
        return self.numbers[arc]

    def deltas(self):
        """The arcs as TopoJSON wants them: a first point and steps."""
        return [np.diff(np.array(arc), axis=0, prepend=[[0, 0]]).tolist() for arc in self.arcs]


def _whole(ring):
    return [tuple(point) for point in np.rint(ring / RESOLUTION).astype(int).tolist()]
