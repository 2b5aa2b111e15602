"""Agreement of the built base map with reference contours, on a 250 m grid in Lambert-93 (métropole and Corse)."""

from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from . import geos, rings
from .grid import Grid, burn

CELL = 250.0
EXTENT = (98_000.0, 6_040_000.0, 1_245_000.0, 7_112_000.0)


def agreement(built_communes, reference_communes, gazetteer):
    """Shares of the reference's land with the right commune and EPCI, and the EPCI's areas of overlap."""
    codes = {code: k for k, code in enumerate(sorted(gazetteer.communes))}
    grid = Grid.over(EXTENT, CELL, CELL)
    built = _labels(built_communes, grid, lambda code: codes[code])
    true = _labels(reference_communes, grid, lambda code: codes.get(gazetteer.current_of.get(code), -1))
    epci_codes = {row["code"]: k for k, row in enumerate(gazetteer.epci)}
    epci_of = np.array([epci_codes.get(gazetteer.communes[code].epci, -1) for code in sorted(codes)] + [-2])
    land = true >= 0
    built_epci, true_epci = epci_of[built], epci_of[true]
    same = (built_epci == true_epci) & (true_epci >= 0)
    total = len(epci_codes)
    both = np.bincount(true_epci[same], minlength=total)
    either = (np.bincount(true_epci[true_epci >= 0], minlength=total)
              + np.bincount(built_epci[built_epci >= 0], minlength=total) - both)
    present = np.bincount(true_epci[true_epci >= 0], minlength=total) > 0
    overlap = both[present] / either[present]
    either_land = (built >= 0) | land
    return {
        "grid": "250 m, EPSG:2154, métropole and Corse",
        "land_iou": _rounded(((built >= 0) & land).sum() / either_land.sum()),
        "land_in_true_commune": _rounded((built == true)[land].mean()),
        "land_in_true_epci": _rounded((built_epci == true_epci)[land].mean()),
        "epci_iou_median": _rounded(np.median(overlap)),
        "epci_iou_tenth_percentile": _rounded(np.percentile(overlap, 10)),
    }


def _rounded(value):
    return round(float(value), 4)


def _labels(path, grid, number):
    """Burns a layer of communes, keyed by their field `insee`, onto the grid."""
    gdal.SetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO")
    name = str(Path(path).resolve())
    dataset = ogr.Open(f"/vsigzip/{name}" if name.endswith(".gz") else name)
    lambert, wgs84 = osr.SpatialReference(), osr.SpatialReference()
    lambert.ImportFromEPSG(2154)
    wgs84.ImportFromEPSG(4326)
    for reference in (lambert, wgs84):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    transform = osr.CoordinateTransformation(wgs84, lambert)
    all_rings, values = [], []
    for feature in dataset.GetLayer(0):
        code = feature["insee"]
        if code.startswith("97"):
            continue
        shape = feature.GetGeometryRef()
        shape.Transform(transform)
        for polygon in geos.decode_polygons(bytes(shape.ExportToWkb(ogr.wkbNDR))):
            all_rings += rings.oriented(polygon)
            values += [number(code)] * len(polygon)
    return burn(grid, all_rings, values)
