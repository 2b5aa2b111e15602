#!/usr/bin/env python3
"""The peer for `render --format png`: Mapnik draws thirteen bare maps of the EPCI, A4 at 300 dpi, one a region.

Usage: /usr/bin/python3 tests/bench/mapnik_maps.py OUT_FOLDER      (Debian: python3-mapnik, python3-gdal)

The boundaries are turned into a Shapefile in Lambert-93 first (not counted), so that Mapnik neither transforms nor parses; what is printed is the
time of drawing and of writing PNG.
"""

import pathlib
import sys
import time

import mapnik
from osgeo import gdal, ogr

REGIONS = ["84", "27", "53", "94", "24", "44", "32", "11", "28", "75", "76", "52", "93"]
PIXELS = (2480, 3508)


def main():
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    geodata = pathlib.Path(__file__).resolve().parents[2] / "geodata"
    gdal.UseExceptions()
    shapes = out / "epci.shp"
    gdal.VectorTranslate(str(shapes), str(geodata / "epci.fgb"), format="ESRI Shapefile", dstSRS="EPSG:2154",
                         spatFilter=(-6, 41, 10, 52))
    boxes = extents(geodata / "regions.fgb")
    started = time.monotonic()
    for region in REGIONS:
        draw(shapes, boxes[region], out / f"mapnik-{region}.png")
    print(f"{time.monotonic() - started:.2f} s for {len(REGIONS)} maps")


def extents(path):
    """Boxes of the regions in Lambert-93, by code."""
    source = gdal.VectorTranslate("", str(path), format="Memory", dstSRS="EPSG:2154", spatFilter=(-6, 41, 10, 52))
    layer = source.GetLayer(0)
    return {feature["code"]: feature.geometry().GetEnvelope() for feature in layer}


def draw(shapes, envelope, file):
    west, east, south, north = envelope
    sheet = mapnik.Map(*PIXELS)
    sheet.background = mapnik.Color("#e9f1f8")
    fill = mapnik.PolygonSymbolizer()
    fill.fill = mapnik.Color("#e3e4e4")
    border = mapnik.LineSymbolizer()
    border.stroke = mapnik.Color("white")
    border.stroke_width = 1.5
    rule = mapnik.Rule()
    rule.symbols.append(fill)
    rule.symbols.append(border)
    style = mapnik.Style()
    style.rules.append(rule)
    sheet.append_style("epci", style)
    layer = mapnik.Layer("epci")
    layer.datasource = mapnik.Shapefile(file=str(shapes.with_suffix("")))
    layer.styles.append("epci")
    sheet.layers.append(layer)
    sheet.zoom_to_box(mapnik.Box2d(west, south, east, north))
    mapnik.render_to_file(sheet, str(file), "png")


if __name__ == "__main__":
    main()
